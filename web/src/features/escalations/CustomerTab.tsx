import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { triggers } from '~/features/agreements/words';
import { graphql } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { Steps } from './Steps';
import { customerStates } from './words';

const Followed = graphql(`
  query EscalationsAsTheCustomerSeesThem($agreement: String!) {
    agreement(code: $agreement) {
      id
      customerCases(first: 100) {
        nodes {
          id
          reference
          title
          escalations(first: 20) {
            id
            trigger
            title
            state
            level
            levels
            levelName
            deadline
          }
        }
      }
    }
  }
`);

/** The same matters in the customer's words: the level and its deadline, and no person from inside. */
export function CustomerTab() {
  const { t, i18n } = useLingui();
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: Followed, variables: { agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.customerCases} again={again}>
      {({ nodes }) => {
        const rows = nodes.flatMap((its) => its.escalations.map((escalation) => ({ its, escalation })));
        if (rows.length === 0) {
          return (
            <Empty title={t`Nothing climbs`}>
              <Trans>A case that is not answered or resolved in time, a complaint, and what a customer raises about a case appears here.</Trans>
            </Empty>
          );
        }
        return (
          <Stack>
            <Sheet label={t`Escalations as the customer sees them`} head={[t`Matter`, t`Level`, t`It goes on`, t`Stands`]}>
              {rows.map(({ its, escalation: { id, trigger, title, state, level, levels, levelName, deadline } }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row" fw={500}>
                    <Anchor component={Link} to={to(`escalations/${id}`)} data-row size="sm">
                      {title ?? i18n._(triggers[trigger])}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {its.reference} {its.title}
                    </Text>
                  </Table.Th>
                  <Table.Td>
                    <Group gap="xs" wrap="nowrap">
                      <Steps level={level} levels={levels} />
                      {levelName}
                    </Group>
                  </Table.Td>
                  <Table.Td>{deadline && <Left to={deadline} zone={agreement.zone} />}</Table.Td>
                  <Table.Td>
                    <StateMark of={customerStates[state]} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Sheet>
          </Stack>
        );
      }}
    </Gate>
  );
}
