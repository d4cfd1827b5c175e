import { Text, Tooltip } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { day, hereZone, moment, spell, until } from '~/lib/time';
import { useTick } from './tick';

interface MomentProps {
  at: string;
  /** The other side's zone, such as the agreement's or a team's. */
  zone?: string | undefined;
  /** Only the day. */
  short?: boolean;
}

/** A moment in the reader's own time; UTC and the other side's time on hover and focus. */
export function Moment({ at, zone, short = false }: MomentProps) {
  const lines = [...new Set([zone, 'UTC'])].flatMap((one) => (one && one !== hereZone ? [`${moment(at, one)} ${one}`] : []));
  const told = moment(at);
  return (
    <Tooltip label={lines.join('\n')} multiline style={{ whiteSpace: 'pre' }} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={0}>
        {short ? told.slice(0, told.lastIndexOf(',')) : told}
      </time>
    </Tooltip>
  );
}

/** A day. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{day(on)}</time>;
}

/** How long there is until a deadline, or since when it has passed; it goes on by itself. */
export function Left({ to, zone }: { to: string; zone?: string | undefined }) {
  const { t } = useLingui();
  useTick(30_000);
  const left = until(to);
  const length = spell(Math.abs(left));
  const lines = [...new Set([hereZone, zone, 'UTC'])].flatMap((one) => (one ? [`${moment(to, one)} ${one}`] : []));
  return (
    <Tooltip label={lines.join('\n')} multiline style={{ whiteSpace: 'pre' }} events={{ hover: true, focus: true, touch: true }}>
      <Text component="time" dateTime={to} tabIndex={0} inherit c={left < 0 ? 'error' : undefined} fw={left < 3_600_000 ? 600 : undefined}>
        {left < 0 ? t`${length} overdue` : t`${length} left`}
      </Text>
    </Tooltip>
  );
}
