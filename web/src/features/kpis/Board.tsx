import { Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useSeat } from '~/app/seat';
import { periodName } from '~/lib/period';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Export } from './Export';
import { HeatMap, type Ways } from './HeatMap';
import { Legend } from './Legend';
import { matrix, type Row } from './matrix';
import { seriesPath } from './paths';
import { usePeriod } from './PeriodPicker';
import { type Found, questionOf } from './question';
import { isOff, type Standing, standingOf } from './standing';
import type { Dimension } from './words';

const views: Record<string, (standing: Standing) => boolean> = {
  all: () => true,
  off: isOff,
  close: (standing) => standing === 'close',
  silent: (standing) => standing === 'silent',
};

interface BoardProps {
  found: Found;
  dimension: Dimension;
  service: string;
}

/** The heat map with what narrows it, what it can be taken away as, and what its cells mean. */
export function Board({ found, dimension, service }: BoardProps) {
  const { t } = useLingui();
  const { to, company } = useSeat();
  const { period } = usePeriod();
  const [view, setView] = useParam('show', 'all');
  const [words, setWords] = useParam('kpi');
  const [, setAbout] = useParam('about');
  const named = found.services.find(({ code }) => code === service)?.name;
  const whole = named ? t`All companies, ${named}` : t`All together`;
  const { columns, rows } = useMemo(
    () => matrix({ dimension, period, whole: found.whole, split: found.split ?? [], label: whole, own: company.id, service }),
    [dimension, period, found, whole, company.id, service],
  );
  const deviations = useMemo(() => new Map(found.deviations.nodes.map((one) => [keyOf(one), one.id])), [found.deviations]);
  const about = useCallback((code: string) => setAbout(code), [setAbout]);
  const ways = useMemo(
    (): Ways => ({
      series: (cell) => to(seriesPath(cell, service)),
      deviation: (cell) => {
        const id = deviations.get(keyOf(cell));
        return id && to(`deviations/${id}`);
      },
      about,
    }),
    [to, service, deviations, about],
  );
  const sought = useDeferredValue(words.toLowerCase());
  const counted = (name: string) => rows.filter((row) => row.cells.some((cell) => cell && views[name]?.(standingOf(cell)))).length;
  const shown = useMemo(() => rows.filter((row) => wanted(row, view, sought)), [rows, view, sought]);
  const kpis = shown.length < rows.length ? shown.map(({ kpi }) => kpi.code) : undefined;
  const { whole: by, split, divided } = questionOf(dimension, service);
  const narrow = { period, kpis, services: service ? [service] : undefined };
  return (
    <Stack gap="sm">
      <Group gap="md" justify="space-between" className="no-print">
        <Group gap="md">
          <SegmentedControl
            value={view in views ? view : 'all'}
            onChange={setView}
            aria-label={t`Which KPIs`}
            data={[
              { value: 'all', label: t`All (${rows.length})` },
              { value: 'off', label: t`Off (${counted('off')})` },
              { value: 'close', label: t`Close (${counted('close')})` },
              { value: 'silent', label: t`No data (${counted('silent')})` },
            ]}
          />
          <TextInput type="search" aria-label={t`KPI is called`} placeholder={t`KPI is called …`} value={words} onChange={({ currentTarget }) => setWords(currentTarget.value || null)} />
        </Group>
        <Export
          files={[
            ...(divided ? [{ label: t`As shown`, wanted: { ...narrow, by: split } }] : []),
            { label: t`All together`, wanted: { ...narrow, by, periods: dimension === 'time' ? 12 : 1 } },
          ]}
        />
      </Group>
      {shown.length > 0 ? (
        <HeatMap caption={t`Scorecard, ${periodName(period)}`} columns={columns} rows={shown} whole={whole} period={period} ways={ways} />
      ) : (
        <Empty title={rows.length > 0 ? t`No KPI is like that` : t`Nothing is measured here`}>
          {rows.length > 0 ? (
            <Trans>Show all of them, or look for another name.</Trans>
          ) : (
            <Trans>The agreement says which KPIs are measured, for whom and from when on. Once it holds, their figures stand here by themselves.</Trans>
          )}
        </Empty>
      )}
      <Legend />
    </Stack>
  );
}

interface Scoped {
  kpi: { id: string } | null;
  company: { id: string } | null;
  service: { id: string } | null;
  period: string;
}

const keyOf = ({ kpi, company, service, period }: Scoped) => [kpi?.id, company?.id, service?.id, period].join(' ');

function wanted({ kpi, cells }: Row, view: string, sought: string): boolean {
  const like = `${kpi.name} ${kpi.code}`.toLowerCase().includes(sought);
  return like && (view === 'all' || cells.some((cell) => cell && (views[view] ?? views['all'])?.(standingOf(cell))));
}
