import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById, choicesOf } from '~/lib/choices';
import { type EnumOf, graphql } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Day, Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { companiesOf, GroupSeats } from '../seats';
import { decisions as words } from '../words';
import { DecisionCard, type DecisionShown } from './card';
import { ProposeDecision } from './ProposeDecision';

const Decisions = graphql(
  `
    query Decisions($agreement: String!, $filter: GroupDecisionFilter!) {
      agreement(code: $agreement) {
        id
        groups {
          ...GroupSeats
        }
        decisions(first: 100, filter: $filter) {
          nodes {
            ...DecisionCard
          }
        }
      }
    }
  `,
  [DecisionCard, GroupSeats],
);

const isState = (text: string): text is EnumOf<'GroupDecisionState'> => text in words;

/** What the groups are to decide and have decided. */
export function DecisionsTab() {
  const { t, i18n } = useLingui();
  const { agreement, holds } = useSeat();
  const [state] = useParam('state');
  const [group] = useParam('group');
  const [proposing, setProposing] = useState<string>();
  const filter = { state: isState(state) ? [state] : null, group: group || null };
  const [asked, again] = useQuery({ query: Decisions, variables: { agreement: agreement.code, filter } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ groups, decisions: { nodes } }) => {
        const chosen = groups.find(({ id }) => id === proposing);
        return (
          <Stack>
            <Group justify="space-between" align="flex-end" className="no-print">
              <Group gap="xs" align="flex-end">
                <Filter name="state" label={t`Stands`} options={choicesOf(words, i18n)} />
                <Filter name="group" label={t`Group`} options={choicesById(groups)} />
              </Group>
              {holds('STEWARD', 'COORDINATOR') && (
                <Group gap="xs">
                  {groups
                    .filter(({ id }) => !group || id === group)
                    .map(({ id, name }) => (
                      <Button key={id} size="xs" variant="default" onClick={() => setProposing(id)}>
                        <Trans>Propose in writing: {name}</Trans>
                      </Button>
                    ))}
                </Group>
              )}
            </Group>
            {nodes.length === 0 ? (
              <Empty title={t`No decision`}>
                <Trans>Coordinators put decisions before the companies in a meeting, or in writing. Each company concerned has one voice.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`Decisions`} head={[t`Decision`, t`Stands`, t`Voices`, t`Proposed`, t`Looked at again`]}>
                {nodes.map((decision) => (
                  <DecisionRow key={decision.id} decision={decision} />
                ))}
              </Sheet>
            )}
            {chosen && <ProposeDecision group={{ id: chosen.id, companies: companiesOf(chosen.members) }} onClose={() => setProposing(undefined)} />}
          </Stack>
        );
      }}
    </Gate>
  );
}

function DecisionRow({ decision: { id, title, state, group, voices, proposed, followUpOn } }: { decision: DecisionShown }) {
  const { t } = useLingui();
  const { to } = useSeat();
  const said = voices.filter(({ word }) => word !== null).length;
  const against = voices.filter(({ word }) => word === 'OBJECTS').length;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor component={Link} to={to(`decisions/${id}`)} data-row size="sm">
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {group?.name}
        </Text>
      </Table.Th>
      <Table.Td>
        <StateMark of={words[state]} />
      </Table.Td>
      <Table.Td>
        {t`${said} of ${voices.length}`}
        {against > 0 && ` · ${t`${against} against`}`}
      </Table.Td>
      <Table.Td>
        {proposed.company?.name} <Moment at={proposed.at} short />
      </Table.Td>
      <Table.Td>{followUpOn && <Day on={followUpOn} />}</Table.Td>
    </Table.Tr>
  );
}
