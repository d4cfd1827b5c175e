import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { nameOf } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { css, useHues } from '~/ui/hues';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import type { Agreed } from '../terms';
import { clockStates, measures } from '../words';
import type { Clock } from './clock';
import { Reckoning } from './Reckoning';
import { inOrder, usedUp } from './steps';
import classes from './story.module.css';

/** Both truths of time, side by side: what was promised to the customer, and what the companies promised each other. */
export function Clocks({ clocks, agreed }: { clocks: readonly Clock[]; agreed: Agreed }) {
  const { t } = useLingui();
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
      <Side title={t`Promised to the customer`} clocks={clocks.filter(({ company }) => !company)} agreed={agreed}>
        <Trans>No clock runs toward the customer.</Trans>
      </Side>
      <Side title={t`Promised between companies`} clocks={clocks.filter(({ company }) => company)} agreed={agreed}>
        <Trans>No company that has had it promised the others a time.</Trans>
      </Side>
    </SimpleGrid>
  );
}

function Side({ title, clocks, agreed, children }: { title: string; clocks: readonly Clock[]; agreed: Agreed; children: ReactNode }) {
  const { shown, earlier } = inOrder(clocks);
  return (
    <Stack gap="xs" component="section">
      <Title order={3}>{title}</Title>
      {clocks.length === 0 && (
        <Text size="sm" c="dimmed">
          {children}
        </Text>
      )}
      {shown.map((clock) => (
        <ClockCard key={clock.name} clock={clock} agreed={agreed} />
      ))}
      {earlier.length > 0 && (
        <details>
          <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
            <Plural value={earlier.length} one="# earlier update" other="# earlier updates" />
          </Text>
          <Stack gap="xs" mt="xs">
            {earlier.map((clock) => (
              <ClockCard key={clock.name} clock={clock} agreed={agreed} />
            ))}
          </Stack>
        </details>
      )}
    </Stack>
  );
}

function ClockCard({ clock, agreed }: { clock: Clock; agreed: Agreed }) {
  const { i18n } = useLingui();
  const hue = useHues();
  const { measure, company, state, target, elapsed, dueAt, stoppedAt, commitment } = clock;
  const zone = agreed.calendars.find(({ code }) => code === clock.calendar)?.zone;
  const going = stoppedAt === null;
  return (
    <Paper withBorder p="sm" className={classes['clock']} style={company ? { borderInlineStartColor: css(hue(company.id)), borderInlineStartWidth: 4 } : undefined}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm">
          {company ? `${company.name} · ${i18n._(measures[measure])}` : i18n._(measures[measure])}
        </Text>
        <StateMark of={clockStates[state]} />
      </Group>
      <Meter clock={clock} />
      <Group justify="space-between" align="flex-start" gap="xs" mt={4}>
        <Truth title={<Trans>In its hours</Trans>}>
          <Standing clock={clock} />
        </Truth>
        <Truth title={<Trans>On the wall</Trans>}>{dueAt ? going ? <Left to={dueAt} zone={zone} /> : <Moment at={stoppedAt} zone={zone} /> : <Trans>stands still</Trans>}</Truth>
      </Group>
      <Text size="xs" c="dimmed" component="div" mt={4}>
        <Trans>
          {spellDuration(elapsed)} used of {spellDuration(target)}, by {nameOf(agreed.calendars, clock.calendar)}
        </Trans>
        {dueAt && (
          <>
            {'; '}
            {going ? <Trans>due</Trans> : <Trans>was due</Trans>} <Moment at={dueAt} zone={zone} />
          </>
        )}
      </Text>
      {commitment && (
        <Text size="xs" c="dimmed" mt={4}>
          {commitment.text}
        </Text>
      )}
      <Reckoning clock={clock} agreed={agreed} zone={zone} />
    </Paper>
  );
}

function Truth({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <Text size="sm" component="div">
        {children}
      </Text>
    </div>
  );
}

/** How much of a clock's own time is left, was to spare, or went over. */
function Standing({ clock: { left, stoppedAt } }: { clock: Clock }) {
  const length = spellDuration(left.replace(/^-/, ''));
  if (left.startsWith('-')) return <Trans>{length} over</Trans>;
  return stoppedAt === null ? <Trans>{length} left</Trans> : <Trans>{length} to spare</Trans>;
}

/** How much of the target is used up; the words beside it say the same. */
function Meter({ clock }: { clock: Clock }) {
  const used = usedUp(clock);
  const tone = used >= 1000 ? 'over' : clock.dueSoonAt !== null && used >= 750 ? 'soon' : 'fine';
  return (
    <div className={classes['meter']} data-tone={tone} aria-hidden>
      <div style={{ width: `${Math.min(used, 1000) / 10}%` }} />
    </div>
  );
}
