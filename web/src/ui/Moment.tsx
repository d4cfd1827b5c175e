import { Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { CSSProperties, ReactNode } from 'react';
import { day, hereZone, moment, spell, until } from '~/lib/time';
import { useTick } from './tick';

interface Told {
  /** The other side's zone, such as the agreement's or a team's. */
  zone?: string | undefined;
  /** In a long list: no stop for the Tab key, and the browser itself tells the rest on hover. */
  quiet?: boolean;
}

interface MomentProps extends Told {
  at: string;
  /** Only the day. */
  short?: boolean;
}

/** A moment in the reader's own time; UTC and the other side's time on hover and focus. */
export function Moment({ at, zone, short = false, quiet = false }: MomentProps) {
  const told = moment(at);
  return (
    <Timed at={at} zones={[zone, 'UTC'].filter((one) => one !== hereZone)} quiet={quiet}>
      {short ? told.slice(0, told.lastIndexOf(',')) : told}
    </Timed>
  );
}

/** A day. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{day(on)}</time>;
}

/** How long there is until a deadline, or since when it has passed; it goes on by itself. */
export function Left({ to, zone, quiet = false }: Told & { to: string }) {
  const { t } = useLingui();
  useTick(30_000);
  const left = until(to);
  const length = spell(Math.abs(left));
  const style = { color: left < 0 ? 'var(--mantine-color-error)' : undefined, fontWeight: left < 3_600_000 ? 600 : undefined };
  return (
    <Timed at={to} zones={[hereZone, zone, 'UTC']} quiet={quiet} style={style}>
      {left < 0 ? t`${length} overdue` : t`${length} left`}
    </Timed>
  );
}

interface TimedProps {
  at: string;
  zones: readonly (string | undefined)[];
  quiet: boolean;
  style?: CSSProperties;
  children: ReactNode;
}

function Timed({ at, zones, quiet, style, children }: TimedProps) {
  const lines = [...new Set(zones)].flatMap((zone) => (zone ? [`${moment(at, zone)} ${zone}`] : [])).join('\n');
  if (quiet) {
    return (
      <time dateTime={at} title={lines} style={style}>
        {children}
      </time>
    );
  }
  return (
    <Tooltip label={lines} multiline style={{ whiteSpace: 'pre' }} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={0} style={style}>
        {children}
      </time>
    </Tooltip>
  );
}
