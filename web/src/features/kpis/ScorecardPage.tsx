import { Group, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { periodName } from '~/lib/period';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { DefinitionDrawer } from './DefinitionDrawer';
import { Export } from './Export';
import { HeatMap, type Ways } from './HeatMap';
import { Legend } from './Legend';
import { matrix, type Row } from './matrix';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { CellFields, isOff, type Standing, standingOf } from './standing';
import { seriesPath } from './paths';
import { type Dimension, dimensions } from './words';

const Scorecard = graphql(
  `
    query Scorecard($agreement: String!, $period: String!, $whole: ScorecardBy!, $split: ScorecardBy!, $divided: Boolean!, $services: [String!], $raisedFor: Period) {
      agreement(code: $agreement) {
        id
        services {
          id
          code
          name
        }
        whole: scorecard(period: $period, periods: 12, by: $whole, filter: { services: $services }) {
          ...CellFields
        }
        split: scorecard(period: $period, by: $split, filter: { services: $services }) @include(if: $divided) {
          ...CellFields
        }
        deviations(first: 100, filter: { period: $raisedFor }) {
          nodes {
            id
            period
            kpi {
              id
            }
            company {
              id
            }
            service {
              id
            }
          }
        }
      }
    }
  `,
  [CellFields],
);

type Found = NonNullable<ResultOf<typeof Scorecard>['agreement']>;

/** How the companies and the whole are doing in a period: the heat map. */
export function Component() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const { period, running } = usePeriod();
  const [asked, setDimension] = useParam('by', 'company');
  const [service, setService] = useParam('service');
  const dimension = Object.keys(dimensions).find((one): one is Dimension => one === asked) ?? 'company';
  const { whole, split, divided } = questionOf(dimension, service);
  const [answer, again] = useQuery({
    query: Scorecard,
    variables: {
      agreement: agreement.code,
      period,
      whole,
      split,
      divided,
      services: service ? [service] : null,
      raisedFor: dimension === 'time' ? null : period,
    },
  });
  const services = answer.data?.agreement?.services ?? [];
  return (
    <Page title={t`Scorecard`} hint={period === running ? t`${periodName(period)} still runs: figures may change until it ends.` : t`How the companies and the whole did in ${periodName(period)}.`}>
      <Group gap="md" align="flex-end" className="no-print">
        <PeriodPicker />
        <NativeSelect
          label={t`Figures of`}
          value={dimension}
          onChange={({ currentTarget }) => setDimension(currentTarget.value)}
          data={Object.entries(dimensions).map(([value, { label }]) => ({ value, label: i18n._(label) }))}
        />
        <NativeSelect
          label={t`Service`}
          value={service}
          onChange={({ currentTarget }) => setService(currentTarget.value || null)}
          data={[{ value: '', label: t`All services` }, ...services.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      </Group>
      <Gate asked={answer} pick={(data) => data.agreement} again={again}>
        {(found) => <Board found={found} dimension={dimension} service={service} busy={answer.fetching} />}
      </Gate>
      <DefinitionDrawer />
    </Page>
  );
}

/** Which two scorecards make up the heat map: the whole, and what it is divided into. */
function questionOf(dimension: Dimension, service: string) {
  const of = dimension === 'company' && service ? 'COMPANY_SERVICE' : dimensions[dimension].by;
  return {
    whole: service ? 'SERVICE' : 'JOINT',
    split: of,
    divided: of !== 'JOINT' && !(of === 'SERVICE' && service),
  } as const;
}

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
  busy: boolean;
}

function Board({ found, dimension, service, busy }: BoardProps) {
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
        <HeatMap caption={t`Scorecard, ${periodName(period)}`} columns={columns} rows={shown} whole={whole} period={period} busy={busy} ways={ways} />
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
