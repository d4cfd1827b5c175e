import { useLingui } from '@lingui/react/macro';
import { hereZone, today } from '~/lib/time';
import { Wide } from '~/ui/Wide';
import css from './calendar.module.css';
import { Entry } from './Entry';
import { byDay, type Met } from './meetings';

interface MonthGridProps {
  weeks: readonly (readonly string[])[];
  month: string;
  name: string;
  meetings: readonly Met[];
}

/** A month in whole weeks, in the reader's own days. */
export function MonthGrid({ weeks, month, name, meetings }: MonthGridProps) {
  const { t } = useLingui();
  const days = byDay(meetings);
  const now = today(hereZone);
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' });
  return (
    <Wide label={t`Meetings in ${name}`}>
      <table className={css['grid']}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className={[!day.startsWith(month) && css['other'], day === now && css['today']].filter(Boolean).join(' ')} aria-current={day === now ? 'date' : undefined}>
                  <time dateTime={day} className={css['number']}>
                    {Number(day.slice(8))}
                    {day === now && ` ${t`today`}`}
                  </time>
                  {days.get(day)?.map((meeting) => (
                    <Entry key={meeting.id} meeting={meeting} />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
