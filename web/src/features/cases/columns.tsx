import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { nameOf } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { columnsOf } from '~/ui/DataTable';
import { Mark, StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import classes from './columns.module.css';
import { telling } from './left';
import type { Line } from './queue';
import type { Handling } from './terms';
import { caseKinds, clockStates, measures, phases } from './words';

const column = columnsOf<Line>();

/** The columns of a list of cases. */
export const columnsFor = (to: (path: string) => string, handling: Handling, zone: string) => [
  column.display({ id: 'case', size: 280, header: () => <Trans>Case</Trans>, cell: ({ row: { original } }) => <Name line={original} to={to(`cases/${original.id}`)} /> }),
  column.display({ id: 'left', size: 215, header: () => <Trans>To the customer</Trans>, cell: ({ row: { original } }) => <Time clock={telling(original.clocks, null)} zone={zone} named /> }),
  column.display({
    id: 'own',
    size: 150,
    header: () => <Trans>Between companies</Trans>,
    cell: ({ row: { original } }) => original.holder?.company && <Time clock={telling(original.clocks, original.holder.company.id)} zone={zone} />,
  }),
  column.display({ id: 'priority', size: 150, header: () => <Trans>Priority</Trans>, cell: ({ row: { original } }) => nameOf(handling.priorities, original.priority) }),
  column.display({ id: 'stage', size: 130, header: () => <Trans>Stage</Trans>, cell: ({ row: { original } }) => <Stage line={original} handling={handling} /> }),
  column.display({ id: 'holder', size: 190, header: () => <Trans>Who has it</Trans>, cell: ({ row: { original } }) => <Holder line={original} /> }),
  column.display({ id: 'service', size: 150, header: () => <Trans>Service</Trans>, cell: ({ row: { original } }) => original.service?.name }),
  column.display({ id: 'opened', size: 180, header: () => <Trans>Taken in</Trans>, cell: ({ row: { original } }) => <Moment at={original.openedAt} zone={zone} quiet /> }),
];

function Name({ line: { reference, title, kind, redFlag }, to }: { line: Line; to: string }) {
  const { i18n, t } = useLingui();
  return (
    <span className={classes['cell']}>
      <Link to={to} data-row className={classes['name']}>
        <b>{reference}</b> {title}
      </Link>
      {redFlag ? <Mark tone="bad">{t`Red flag`}</Mark> : kind !== 'INCIDENT' && <Mark tone="quiet">{i18n._(caseKinds[kind])}</Mark>}
    </span>
  );
}

/** Until when there is time, and for what; how it went where nothing goes on. */
function Time({ clock, zone, named = false }: { clock: Line['clocks'][number] | undefined; zone: string; named?: boolean }) {
  const { i18n, t } = useLingui();
  if (!clock) return <span className={classes['quiet']}>–</span>;
  const { measure, state, stoppedAt, dueAt, left } = clock;
  if (stoppedAt !== null) return <StateMark of={clockStates[state]} />;
  const length = spellDuration(left);
  return (
    <span className={classes['cell']}>
      {dueAt ? <Left to={dueAt} zone={zone} quiet /> : <span>{t`${length} left, paused`}</span>}
      {named && <span className={classes['quiet']}>{i18n._(measures[measure])}</span>}
    </span>
  );
}

function Stage({ line: { phase, stage }, handling }: { line: Line; handling: Handling }) {
  const { i18n } = useLingui();
  return <Mark tone={phases[phase].tone}>{stage ? nameOf(handling.stages, stage) : i18n._(phases[phase].label)}</Mark>;
}

function Holder({ line: { holder, offer } }: { line: Line }) {
  const { t } = useLingui();
  const asked = offer?.to.company?.name ?? offer?.to.team?.name;
  const held = [holder?.company?.name, holder?.team?.name].filter(Boolean).join(' · ');
  if (asked) return <span title={held}>{t`offered to ${asked}`}</span>;
  return held ? <span title={held}>{held}</span> : <span className={classes['quiet']}>{t`nobody`}</span>;
}
