import { Anchor, Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesOf } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Mark, StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { Sheet } from '~/ui/Sheet';
import { GroupSeats, peopleOf } from '../seats';
import { items as words } from '../words';
import { AssignItem } from './AssignItem';
import { type Item, ItemCard } from './card';
import { ItemDoings } from './ItemDoings';
import { isOverdue } from './overdue';
import { filterOf } from './wanted';

const Items = graphql(
  `
    query ActionItems($agreement: String!, $filter: ActionItemFilter!) {
      agreement(code: $agreement) {
        id
        parties {
          company {
            id
            name
          }
        }
        groups {
          ...GroupSeats
        }
        actionItems(first: 100, filter: $filter) {
          nodes {
            ...ItemCard
          }
        }
      }
    }
  `,
  [GroupSeats, ItemCard],
);

/** What companies are to do because of meetings, the earliest due first. */
export function ItemsTab() {
  const { t, i18n } = useLingui();
  const { agreement, company: own, holds } = useSeat();
  const [state] = useParam('state', 'OPEN');
  const [company] = useParam('company');
  const [assigning, setAssigning] = useState(false);
  const filter = filterOf({ state, company }, today(agreement.zone));
  const [asked, again] = useQuery({ query: Items, variables: { agreement: agreement.code, filter } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ parties, groups, actionItems: { nodes } }) => {
        const companies = parties.map((party) => party.company);
        const [group] = groups;
        return (
          <Stack>
            <Group justify="space-between" align="flex-end" className="no-print">
              <Group gap="xs" align="flex-end">
                <Filter name="state" label={t`Stands`} otherwise="OPEN" options={[...choicesOf(words, i18n), { value: 'OVERDUE', label: t`Overdue` }]} />
                <Filter name="company" label={t`Company`} options={companies.map(({ id, name }) => ({ value: id, label: id === own.id ? t`${name} (you)` : name }))} />
              </Group>
              {group && holds('STEWARD', 'COORDINATOR') && (
                <Button size="xs" onClick={() => setAssigning(true)}>
                  <Trans>Assign an action item</Trans>
                </Button>
              )}
            </Group>
            {nodes.length === 0 ? (
              <Empty title={t`Nothing of that kind`}>
                <Trans>Action items come out of meetings and decisions. The company reports each as done, with what shows it.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`Action items`} head={[t`What`, t`Who`, t`By`, t`Stands`, <VisuallyHidden key="do">{t`What can be done`}</VisuallyHidden>]}>
                {nodes.map((item) => (
                  <ItemRow key={item.id} item={item} />
                ))}
              </Sheet>
            )}
            {assigning && group && <AssignItem group={group.id} companies={companies} people={peopleOf(groups.flatMap(({ members }) => members))} onClose={() => setAssigning(false)} />}
          </Stack>
        );
      }}
    </Gate>
  );
}

function ItemRow({ item }: { item: Item }) {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const { title, state, company, person, dueOn, closingText, meetingId, decisionId } = item;
  const from = decisionId ? { path: `decisions/${decisionId}`, label: t`from a decision` } : meetingId ? { path: `meetings/${meetingId}`, label: t`from a meeting` } : undefined;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={220}>
        <span tabIndex={from ? undefined : 0} data-row={from ? undefined : true}>
          {title}
        </span>
        {from && (
          <div>
            <Anchor component={Link} to={to(from.path)} size="xs" data-row>
              {from.label}
            </Anchor>
          </div>
        )}
      </Table.Th>
      <Table.Td>
        {company?.name}
        <Text size="xs" c="dimmed">
          {person?.name}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Day on={dueOn} />
      </Table.Td>
      <Table.Td>
        {isOverdue(item, agreement.zone) ? <Mark tone="bad">{t`Overdue`}</Mark> : <StateMark of={words[state]} />}
        {closingText && <Prose maw="40ch">{closingText}</Prose>}
      </Table.Td>
      <Table.Td>
        <ItemDoings item={item} />
      </Table.Td>
    </Table.Tr>
  );
}
