import { ActionIcon, Box, VisuallyHidden } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFlag, IconHistory, IconInfoCircle } from '@tabler/icons-react';
import { memo, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { figure } from '~/lib/figure';
import { moveByArrow } from './arrows';
import styles from './HeatMap.module.css';
import { type Column, type Row, wholeKey } from './matrix';
import { Readout } from './Readout';
import { Spark } from './Spark';
import { type Cell, standingOf, standings } from './standing';
import { targetOf } from './target';
import { disclosureMarks, units } from './words';

/** Where a heat map leads. */
export interface Ways {
  /** To the series behind a cell. */
  series(cell: Pick<Cell, 'kpi' | 'company' | 'service' | 'period'>): string;
  /** To the deviation that was raised for a cell. */
  deviation(cell: Cell): string | undefined;
  /** Opens the definition of a KPI. */
  about(code: string): void;
}

interface HeatMapProps {
  caption: string;
  columns: readonly Column[];
  rows: readonly Row[];
  /** What the figures of all companies together are called. */
  whole: string;
  period: string;
  ways: Ways;
}

/** KPIs × companies, services or periods: what is met, missed, without data or concealed, with one cell told in full below. */
export function HeatMap(props: HeatMapProps) {
  const [cell, setCell] = useState<Cell>();
  const { rows } = props;
  const look = ({ target }: SyntheticEvent) => {
    const at = target instanceof Element ? target.closest<HTMLElement>('td[data-at]')?.dataset['at'] : undefined;
    const [row = 0, column = 0] = at?.split(' ').map(Number) ?? [];
    setCell(at ? rows[row]?.cells[column] : undefined);
  };
  return (
    <div onMouseOver={look} onFocus={look}>
      <Grid {...props} />
      <Readout cell={cell} whole={props.whole} />
    </div>
  );
}

const Grid = memo(function Grid({ caption, columns, rows, whole, period, ways }: HeatMapProps) {
  const grouped = columns.some(({ group }) => group);
  const overTime = columns.every(({ key }) => key !== wholeKey);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // the latest period counts most
    if (overTime) box.current?.scrollTo({ left: box.current.scrollWidth });
  }, [overTime]);
  return (
    <div ref={box} className={styles['box']} tabIndex={0} role="region" aria-label={caption}>
      <Box component="table" className={styles['table']} onKeyDown={moveByArrow} __vars={{ '--columns': String(columns.length) }}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <colgroup>
          <col className={styles['kpiWidth']} />
          {!overTime && <col className={styles['trendWidth']} />}
        </colgroup>
        <Head columns={columns} grouped={grouped} overTime={overTime} />
        <tbody>
          {rows.map(({ kpi, cells, trend }, row) => (
            <tr key={kpi.id}>
              <Name kpi={kpi} period={period} ways={ways} />
              {!overTime && (
                <td className={styles['trend']}>
                  <Spark cells={trend} />
                </td>
              )}
              {cells.map((cell, column) => (
                <Figure key={columns[column]?.key} cell={cell} at={`${row} ${column}`} edge={columns[column]?.key === wholeKey} whole={whole} ways={ways} />
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </div>
  );
});

function Head({ columns, grouped, overTime }: { columns: readonly Column[]; grouped: boolean; overTime: boolean }) {
  const groups: { name: string; span: number; own: boolean }[] = [];
  for (const { group = '', own } of columns) {
    const last = groups.at(-1);
    if (last && last.name === group) last.span += 1;
    else groups.push({ name: group, span: 1, own });
  }
  const rows = grouped ? 2 : 1;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={rows} className={styles['kpi']}>
          <Trans>KPI</Trans>
        </th>
        {!overTime && (
          <th scope="col" rowSpan={rows} className={styles['trend']}>
            <Trans>Trend</Trans>
          </th>
        )}
        {grouped
          ? groups.map(({ name, span, own }, at) => (
              <th key={at} scope={name ? 'colgroup' : 'col'} colSpan={span} rowSpan={name ? 1 : 2} className={name ? `${styles['group']} ${own ? styles['own'] : ''}` : styles['whole']}>
                {name || columns[0]?.label}
              </th>
            ))
          : columns.map((column) => <Label key={column.key} column={column} />)}
      </tr>
      {grouped && (
        <tr>
          {columns.map((column) => column.group && <Label key={column.key} column={column} />)}
        </tr>
      )}
    </thead>
  );
}

function Label({ column: { key, label, name, own, group } }: { column: Column }) {
  return (
    <th scope="col" className={key === wholeKey ? styles['whole'] : own ? styles['own'] : undefined} title={name}>
      {label}
      {own && !group && (
        <div className={styles['quiet']}>
          <Trans>yours</Trans>
        </div>
      )}
    </th>
  );
}

function Name({ kpi, period, ways }: { kpi: Row['kpi']; period: string; ways: Ways }) {
  const { t, i18n } = useLingui();
  const marks = [i18n._(units[kpi.unit]), kpi.disclosure !== 'OPEN' && i18n._(disclosureMarks[kpi.disclosure])].filter(Boolean).join(' · ');
  return (
    <th scope="row" className={styles['kpi']}>
      <div className={styles['name']}>
        <span>
          <Link to={ways.series({ kpi, company: null, service: null, period })} data-row>
            {kpi.name}
          </Link>
          <div className={styles['quiet']}>{marks}</div>
        </span>
        <ActionIcon variant="subtle" color="gray" size="sm" onClick={() => ways.about(kpi.code)} aria-label={t`How ${kpi.name} is measured`} className="no-print">
          <IconInfoCircle size={15} />
        </ActionIcon>
      </div>
    </th>
  );
}

interface FigureProps {
  cell: Cell | undefined;
  /** Its row and column. */
  at: string;
  /** Whether it is the whole's, which stands apart from its parts. */
  edge: boolean;
  whole: string;
  ways: Ways;
}

function Figure({ cell, at, edge, whole, ways }: FigureProps) {
  const { t, i18n } = useLingui();
  const apart = edge ? styles['whole'] : '';
  if (!cell) return <td className={`${styles['cell']} ${apart}`} />;
  const standing = standingOf(cell);
  const { label, icon: Shape } = standings[standing];
  const deviation = ways.deviation(cell);
  const unit = cell.unit ?? cell.kpi.unit;
  const target = targetOf(cell);
  const word = i18n._(label);
  return (
    <td className={`${styles['cell']} ${styles[standing]} ${deviation ? styles['flagged'] : ''} ${apart}`} data-at={at} data-standing={standing}>
      <Link to={ways.series(cell)} className={styles['figure']} tabIndex={-1}>
        {cell.restatedFrom && <IconHistory size={13} aria-label={t`restated`} role="img" />}
        {Shape && standing !== 'open' && <Shape size={13} aria-hidden />}
        {cell.value !== null && <span>{figure(cell.value, unit, cell.target)}</span>}
        {standing === 'silent' && <span>{word}</span>}
        <VisuallyHidden>
          {[cell.company?.name ?? whole, cell.service?.name, cell.value === null && standing === 'silent' ? '' : word, target && t`target ${i18n._(target)}`].filter(Boolean).join(', ')}
        </VisuallyHidden>
      </Link>
      {deviation && (
        <Link to={deviation} className={styles['flag']} tabIndex={-1} title={t`Deviation`}>
          <IconFlag size={14} aria-label={t`Deviation of ${cell.company?.name ?? whole}`} role="img" />
        </Link>
      )}
    </td>
  );
}
