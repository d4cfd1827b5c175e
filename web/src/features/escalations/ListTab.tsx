import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { triggers } from '~/features/agreements/words';
import { choicesById, choicesOf } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { EscalationCard, type EscalationShown } from './card';
import { filterOf } from './filter';
import { Steps } from './Steps';
import { states } from './words';

const Escalations = graphql(
  `
    query Escalations($agreement: String!, $filter: EscalationFilter!) {
      agreement(code: $agreement) {
        id
        parties {
          company {
            id
            name
          }
        }
        escalationPaths {
          code
          levels {
            name
          }
        }
        escalations(first: 100, filter: $filter) {
          nodes {
            ...EscalationCard
          }
        }
      }
    }
  `,
  [EscalationCard],
);

/** What is under way, and what was: narrowed by where it stands, what began it, whose it is. */
export function ListTab() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [state] = useParam('state', 'UNDER_WAY');
  const [trigger] = useParam('trigger');
  const [company] = useParam('company');
  const [level] = useParam('level');
  const [mine] = useParam('mine');
  const filter = filterOf({ state, trigger, company, level, mine });
  const [asked, again] = useQuery({ query: Escalations, variables: { agreement: agreement.code, filter } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ parties, escalationPaths, escalations: { nodes } }) => {
        const most = Math.max(0, ...escalationPaths.map(({ levels }) => levels.length));
        return (
          <Stack>
            <Group gap="xs" align="flex-end" className="no-print">
              <Filter
                name="state"
                label={t`Stands`}
                otherwise="UNDER_WAY"
                options={[{ value: 'UNDER_WAY', label: t`Under way` }, ...choicesOf(states, i18n)]}
              />
              <Filter name="mine" label={t`Whose`} options={[{ value: 'yes', label: t`Came to me` }]} />
              <Filter name="level" label={t`Level`} options={Array.from({ length: Math.max(0, most - 1) }, (_, at) => ({ value: String(at + 2), label: t`${at + 2} or above` }))} />
              <Filter name="company" label={t`Company that answers`} options={choicesById(parties.map(({ company }) => company))} />
              <Filter name="trigger" label={t`Began with`} options={choicesOf(triggers, i18n)} />
            </Group>
            {nodes.length === 0 ? (
              <Empty title={t`Nothing of that kind`}>
                <Trans>What is overdue, what was rejected and what somebody raises appears here, with who has it and until when.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`Escalations`} head={[t`Matter`, t`Level`, t`Whose move`, t`Until`, t`Stands`]}>
                {nodes.map((escalation) => (
                  <Row key={escalation.id} escalation={escalation} />
                ))}
              </Sheet>
            )}
          </Stack>
        );
      }}
    </Gate>
  );
}

function Row({ escalation: { id, title, trigger, level, levels, levelName, owner, owners, deadline, state, raisedAt, customer } }: { escalation: EscalationShown }) {
  const { t, i18n } = useLingui();
  const { agreement, to } = useSeat();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={220}>
        <Anchor component={Link} to={to(`escalations/${id}`)} data-row size="sm">
          {title}
        </Anchor>
        <Text size="xs" c="dimmed" component="div">
          {i18n._(triggers[trigger])}, <Moment at={raisedAt} zone={agreement.zone} short />
          {customer && ` · ${customer.name}`}
        </Text>
      </Table.Th>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Steps level={level} levels={levels} />
          <Text size="sm">{levelName}</Text>
        </Group>
      </Table.Td>
      <Table.Td>
        {owner?.name}
        <Text size="xs" c="dimmed">
          {owners.map(({ name, isViewer }) => (isViewer ? t`you` : name)).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{deadline && <Left to={deadline} zone={agreement.zone} />}</Table.Td>
      <Table.Td>
        <StateMark of={states[state]} />
      </Table.Td>
    </Table.Tr>
  );
}
