import { useLingui } from '@lingui/react/macro';
import { day, hour, now, today } from '~/lib/time';
import { Mark } from '~/ui/Mark';
import { useTick } from '~/ui/tick';
import { clock, type Hours, standing } from './week';

/** Whether a calendar is open at this moment, and until when. */
export function OpenNow({ calendar }: { calendar: Hours }) {
  const { t } = useLingui();
  useTick(60_000);
  const { zone } = calendar;
  const date = today(zone);
  const [hours = 0, minutes = 0] = hour(new Date(now()).toISOString(), zone).split(':').map(Number);
  const { open, changes } = standing(calendar, date, hours * 60 + minutes);
  const time = changes && clock(changes.minute);
  const when = changes && (changes.date === date ? time : `${day(changes.date).slice(0, 3)} ${time}`);
  if (open) return <Mark tone="good" title={zone}>{when ? t`open until ${when}` : t`always open`}</Mark>;
  return <Mark tone="quiet" title={zone}>{when ? t`closed until ${when}` : t`closed`}</Mark>;
}
