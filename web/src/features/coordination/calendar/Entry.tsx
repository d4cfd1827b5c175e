import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { hour } from '~/lib/time';
import { standingOf, standings } from '../standing';
import css from './calendar.module.css';
import type { Met } from './meetings';

/** A meeting in the month: when, what, and where it stands by word and shape. */
export function Entry({ meeting }: { meeting: Met }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const standing = standingOf(meeting);
  const { label, icon: Icon } = standings[standing];
  return (
    <Link to={to(`meetings/${meeting.id}`)} className={css['met']} data-standing={standing} data-row title={meeting.group?.name}>
      <span className={css['title']}>
        {hour(meeting.startsAt)} {meeting.title}
      </span>
      <span className={css['word']}>
        <Icon size={14} aria-hidden />
        {i18n._(label)}
        {meeting.holidays.length > 0 && meeting.state === 'PLANNED' && ` · ${t`holiday`}`}
      </span>
    </Link>
  );
}
