import { ActionIcon, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { StateMark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import { pageOf } from '../matters';
import { outcomes } from '../words';
import { Figures } from './Figures';
import css from './meeting.module.css';
import { OutcomeMenu } from './OutcomeMenu';
import type { Beside, Matter, Meeting } from './query';

interface AgendaMatterProps {
  meeting: Meeting;
  beside: Beside;
  matter: Matter;
  /** Whether it is the first or the last of its section. */
  first: boolean;
  last: boolean;
  onMove(by: 1 | -1): void;
  onRemove(): void;
  onAssign(): void;
}

/** A matter of the agenda: what is known of it, whose it is, what came of it, and what may be done with it. */
export function AgendaMatter({ meeting, beside, matter, first, last, onMove, onRemove, onAssign }: AgendaMatterProps) {
  const { t } = useLingui();
  const { to, holds } = useSeat();
  const { item } = matter;
  const page = pageOf(item.kind, item.aboutId);
  const open = item.outcome === null;
  const keeps = holds('STEWARD', 'COORDINATOR', 'SME');
  const holding = meeting.state === 'RUNNING' && holds('STEWARD', 'COORDINATOR');
  const owner = [item.owner?.name, item.ownerPerson?.name].filter(Boolean).join(', ');
  return (
    <li className={css['matter']}>
      <Stack gap={2} miw={0}>
        {page ? (
          <Anchor component={Link} to={to(page)} data-row fw={550} size="sm">
            {item.title}
          </Anchor>
        ) : (
          <Text fw={550} size="sm">
            {item.title}
          </Text>
        )}
        <Text size="xs" c="dimmed">
          {owner ? t`Owner: ${owner}` : t`Owner: the group`}
          {item.deferredFromId && (
            <>
              {' · '}
              <Trans>carried over from an earlier meeting</Trans>
            </>
          )}
        </Text>
        <Figures matter={matter} zone={meeting.zone} />
        <Outcome item={item} beside={beside} meeting={meeting} />
      </Stack>
      <Group gap={4} wrap="nowrap" align="flex-start" className="no-print">
        {holding && open && <OutcomeMenu meeting={meeting} matter={item} later={beside.meetings.nodes.filter(({ id }) => id !== meeting.id)} />}
        {holding && (
          <Button size="compact-sm" variant="default" onClick={onAssign} aria-label={t`Assign an action item about ${item.title}`}>
            <Trans>Action…</Trans>
          </Button>
        )}
        {keeps && (meeting.state === 'PLANNED' || meeting.state === 'RUNNING') && (
          <>
            <ActionIcon variant="subtle" color="gray" size="md" disabled={first} onClick={() => onMove(-1)} aria-label={t`Move ${item.title} up`}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size="md" disabled={last} onClick={() => onMove(1)} aria-label={t`Move ${item.title} down`}>
              <IconArrowDown size={16} />
            </ActionIcon>
          </>
        )}
        {keeps && meeting.state === 'PLANNED' && (
          <ActionIcon variant="subtle" color="gray" size="md" onClick={onRemove} aria-label={t`Take ${item.title} off the agenda`}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
    </li>
  );
}

function Outcome({ item, meeting, beside }: { item: Matter['item']; meeting: Meeting; beside: Beside }) {
  const { to } = useSeat();
  if (item.outcome === null) return null;
  const { outcomeId } = item;
  const decision = meeting.decisions.find(({ id }) => id === outcomeId);
  const later = beside.meetings.nodes.find(({ id }) => id === outcomeId);
  return (
    <Stack gap={2}>
      <Group gap={6}>
        <StateMark of={outcomes[item.outcome]} />
        {outcomeId && item.outcome === 'DECIDED' && (
          <Anchor component={Link} to={to(`decisions/${outcomeId}`)} size="sm">
            {decision?.title ?? <Trans>the decision</Trans>}
          </Anchor>
        )}
        {outcomeId && item.outcome === 'DEFERRED' && (
          <Anchor component={Link} to={to(`meetings/${outcomeId}`)} size="sm">
            {later?.title ?? <Trans>a later meeting</Trans>}
          </Anchor>
        )}
        {outcomeId && item.outcome === 'ESCALATED' && (
          <Anchor component={Link} to={to(`escalations/${outcomeId}`)} size="sm">
            <Trans>the escalation</Trans>
          </Anchor>
        )}
        {!item.settled && (
          <Text size="xs" c="dimmed">
            <Trans>by itself, at the end</Trans>
          </Text>
        )}
        {item.settled?.person && (
          <Text size="xs" c="dimmed">
            {item.settled.person.name}
          </Text>
        )}
      </Group>
      {item.outcomeText && <Prose>{item.outcomeText}</Prose>}
    </Stack>
  );
}
