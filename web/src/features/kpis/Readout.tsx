import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { exactly } from '~/lib/figure';
import { periodName } from '~/lib/period';
import styles from './HeatMap.module.css';
import { type Cell, standingOf, standings } from './standing';
import { targetOf } from './target';
import { concealment } from './words';

/** What one cell says in full, below the heat map: whatever the pointer or the focus is on. */
export function Readout({ cell, whole }: { cell: Cell | undefined; whole: string }) {
  const { i18n } = useLingui();
  return (
    <div className={`${styles['readout']} no-print`} aria-hidden>
      <Text size="sm" c={cell ? undefined : 'dimmed'}>
        {cell ? (
          <>
            <b>{cell.kpi.name}</b> · {[cell.company?.name ?? whole, cell.service?.name].filter(Boolean).join(' · ')} · {periodName(cell.period)} ·{' '}
            <Told cell={cell} /> {cell.withheld && i18n._(concealment(cell.withheld, cell.kpi.disclosure))}
          </>
        ) : (
          <Trans>Point at a cell to read it in full. Arrow keys move over the table, Enter opens a cell.</Trans>
        )}
      </Text>
    </div>
  );
}

function Told({ cell }: { cell: Cell }) {
  const { t, i18n } = useLingui();
  const unit = cell.unit ?? cell.kpi.unit;
  const target = targetOf(cell);
  const parts = [
    cell.value && exactly(cell.value, unit),
    i18n._(standings[standingOf(cell)].label),
    target && t`target ${i18n._(target)}`,
    cell.count !== null && cell.count > 0 && t`rests on ${cell.count} measurements`,
    cell.silent !== null && cell.silent > 0 && cell.company === null && t`${cell.silent} did not report`,
    cell.restatedFrom && t`restated: the group saw ${exactly(cell.restatedFrom, unit)}`,
  ];
  return <>{parts.filter(Boolean).join(' · ')}.</>;
}
