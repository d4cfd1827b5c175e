import { Text, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { day, hereZone, hour, now, today } from '~/lib/time';
import { useTick } from '~/ui/tick';
import { clock, type DayOfWeek, type Hours, weekOf } from './week';
import { elsewhere } from './zones';
import './week.css';

const share = (minute: number) => `${(minute / 1440) * 100}%`;
const hoursShown = [0, 6, 12, 18, 24];

/** A week of a calendar, drawn in its own zone: open hours, holidays, exceptions, and where one is now. */
export function WeekStrip({ label, calendar, monday }: { label: string; calendar: Hours; monday: string }) {
  useTick(60_000);
  const { zone } = calendar;
  const here = today(zone);
  const [hours = 0, minutes = 0] = hour(new Date(now()).toISOString(), zone).split(':').map(Number);
  return (
    <div className="week" role="table" aria-label={label}>
      <div className="week-row" aria-hidden>
        <span />
        <span className="week-hours">
          {hoursShown.map((one) => (
            <small key={one} style={{ insetInlineStart: share(one * 60) }}>
              {one}
            </small>
          ))}
        </span>
        <span />
      </div>
      {weekOf(calendar, monday).map((one) => (
        <DayRow key={one.date} of={one} zone={zone} now={one.date === here ? hours * 60 + minutes : undefined} />
      ))}
    </div>
  );
}

function DayRow({ of: { date, blocks, special, name }, zone, now: here }: { of: DayOfWeek; zone: string; now: number | undefined }) {
  const { t } = useLingui();
  const told = blocks.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(', ');
  const there = zone === hereZone ? undefined : blocks.map(({ from, to }) => `${elsewhere(date, from, zone, hereZone)}–${elsewhere(date, to, zone, hereZone)}`).join(', ');
  const why = special === 'holiday' ? (name ?? t`holiday`) : special === 'exception' ? [t`other hours`, name].filter(Boolean).join(', ') : undefined;
  return (
    <div className="week-row" role="row">
      <span role="rowheader">{day(date).replace(/ \d+$/, '')}</span>
      <span className="week-track" data-special={special ?? undefined} aria-hidden>
        {blocks.map(({ from, to }) => (
          <i key={from} style={{ insetInlineStart: share(from), width: share(to - from) }} />
        ))}
        {here !== undefined && <b style={{ insetInlineStart: share(here) }} />}
      </span>
      <Text size="sm" component="span" role="cell">
        <Tooltip label={t`${there ?? ''} ${hereZone}`} disabled={!there} events={{ hover: true, focus: true, touch: true }}>
          <span tabIndex={there ? 0 : undefined}>{told || <Trans>closed</Trans>}</span>
        </Tooltip>
        {why && (
          <Text size="xs" c="dimmed" component="span">
            {' '}
            {why}
          </Text>
        )}
      </Text>
    </div>
  );
}
