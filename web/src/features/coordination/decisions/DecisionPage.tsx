import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { decisionRules } from '~/features/agreements/words';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Agree } from '~/ui/Agree';
import { Facts } from '~/ui/Facts';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Day, Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { AssignItem } from '../items/AssignItem';
import { ItemCard } from '../items/card';
import { ItemLine } from '../items/ItemLine';
import { useMeetingsLive } from '../live';
import { companiesOf, GroupSeats, peopleOf } from '../seats';
import { decisions as words } from '../words';
import { DecisionCard } from './card';
import { ProposeDecision } from './ProposeDecision';
import { WithdrawDecision } from './verbs';
import { Voices } from './Voices';

const DecisionRead = graphql(
  `
    query DecisionRead($id: ID!, $agreement: String!) {
      node(id: $id) {
        ... on GroupDecision {
          ...DecisionCard
          supersedesId
          supersededById
          withdrawn {
            at
            person {
              id
              name
            }
          }
          group {
            ...GroupSeats
            rule
          }
        }
      }
      agreement(code: $agreement) {
        id
        parties {
          company {
            id
            name
          }
        }
        actionItems(first: 100) {
          nodes {
            ...ItemCard
          }
        }
      }
    }
  `,
  [DecisionCard, GroupSeats, ItemCard],
);

type Read = ResultOf<typeof DecisionRead>;
type Decision = Extract<NonNullable<Read['node']>, { text: string }>;
type Beside = NonNullable<Read['agreement']>;

/** A decision: what is to hold, the voice of each company, and what carries it out. */
export function Component() {
  const { id = '' } = useParams();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: DecisionRead, variables: { id, agreement: agreement.code } });
  useMeetingsLive();
  return (
    <Gate asked={asked} pick={({ node, agreement: beside }) => (node && 'text' in node && beside ? { decision: node, beside } : null)} again={again}>
      {({ decision, beside }) => <Shown decision={decision} beside={beside} />}
    </Gate>
  );
}

function Shown({ decision, beside }: { decision: Decision; beside: Beside }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const { title, text, state, group, meetingId, proposed, decidedAt, effectiveOn, followUpOn, supersedesId, supersededById, withdrawn } = decision;
  const link = (path: string, label: string) => (
    <Anchor component={Link} to={to(path)} size="sm">
      {label}
    </Anchor>
  );
  return (
    <Page
      title={title}
      trail={[
        { label: t`Meetings`, to: to('meetings') },
        { label: t`Decisions`, to: to('meetings?tab=decisions') },
      ]}
      mark={<StateMark of={words[state]} />}
      actions={<DecisionDoings decision={decision} />}
    >
      <Paper withBorder p="md">
        <Stack>
          <Prose>{text}</Prose>
          <Facts
            label={t`About the decision`}
            of={[
              [t`Group`, group?.name],
              [t`Decided by`, group && i18n._(decisionRules[group.rule])],
              [t`Put`, meetingId ? link(`meetings/${meetingId}`, t`in a meeting`) : t`in writing`],
              [
                t`Proposed`,
                <>
                  {[proposed.person?.name, proposed.company?.name].filter(Boolean).join(', ')}, <Moment at={proposed.at} />
                </>,
              ],
              [t`Decided`, decidedAt && <Moment at={decidedAt} />],
              [t`Withdrawn`, withdrawn && <Moment at={withdrawn.at} />],
              [t`Holds from`, effectiveOn && <Day on={effectiveOn} />],
              [t`Its effect is looked at`, followUpOn && <Day on={followUpOn} />],
              [t`Takes the place of`, supersedesId && link(`decisions/${supersedesId}`, t`an earlier decision`)],
              [t`Has given way to`, supersededById && link(`decisions/${supersededById}`, t`a later decision`)],
            ]}
          />
        </Stack>
      </Paper>
      <Paper withBorder p="md">
        <Title order={2} mb="xs">
          <Trans>Voices</Trans>
        </Title>
        <Voices decision={decision} />
      </Paper>
      <CarriedOut decision={decision} beside={beside} />
    </Page>
  );
}

function DecisionDoings({ decision: { id, title, state, revision, group, proposed, supersededById } }: { decision: Decision }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const { run, busy, refusals } = useAct(WithdrawDecision);
  const [open, setOpen] = useState<'withdraw' | 'supersede'>();
  if (!holds('STEWARD', 'COORDINATOR')) return null;
  return (
    <>
      {state === 'PROPOSED' && proposed.company?.id === company.id && (
        <Button variant="default" onClick={() => setOpen('withdraw')}>
          <Trans>Withdraw…</Trans>
        </Button>
      )}
      {state === 'ADOPTED' && !supersededById && group && (
        <Button variant="default" onClick={() => setOpen('supersede')}>
          <Trans>Replace it…</Trans>
        </Button>
      )}
      {open === 'withdraw' && (
        <Agree
          title={t`Withdraw “${title}”`}
          hint={<Trans>It stands as given up by {company.name}.</Trans>}
          label={t`Withdraw it`}
          about={id}
          refusals={refusals}
          busy={busy}
          danger
          onAgree={async () => (await run({ input: { decision: id, revision } })).done}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'supersede' && group && <ProposeDecision group={{ id: group.id, companies: companiesOf(group.members) }} supersedes={id} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function CarriedOut({ decision: { id, group, meetingId, state }, beside }: { decision: Decision; beside: Beside }) {
  const { holds } = useSeat();
  const [assigning, setAssigning] = useState(false);
  const items = beside.actionItems.nodes.filter(({ decisionId }) => decisionId === id);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>Who carries it out</Trans>
        </Title>
        {state === 'ADOPTED' && group && holds('STEWARD', 'COORDINATOR') && (
          <Button size="xs" variant="default" onClick={() => setAssigning(true)}>
            <Trans>Assign an action item</Trans>
          </Button>
        )}
      </Group>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>No action item carries it out.</Trans>
        </Text>
      )}
      <Stack gap="xs">
        {items.map((item) => (
          <ItemLine key={item.id} item={item} />
        ))}
      </Stack>
      {assigning && group && (
        <AssignItem group={group.id} meeting={meetingId} decision={id} companies={beside.parties.map(({ company }) => company)} people={peopleOf(group.members)} onClose={() => setAssigning(false)} />
      )}
    </Paper>
  );
}
