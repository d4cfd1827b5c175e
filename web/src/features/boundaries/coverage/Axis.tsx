import { day } from '~/lib/time';
import { daysOf, type Span } from './strip';
import classes from './strip.module.css';

/** The days of one zone above a strip. */
export function Axis({ zone, span }: { zone: string; span: Span }) {
  return (
    <div className={classes['row']} aria-hidden>
      <div className={classes['zone']}>{zone}</div>
      <div className={classes['axis']}>
        {daysOf(span, zone).map(({ date, left, width }) => (
          <div key={date} className={classes['day']} style={{ left: `${left}%`, width: `${width}%` }}>
            {width > 6 && day(date).replace(/ \d{4}$/, '')}
          </div>
        ))}
      </div>
    </div>
  );
}
