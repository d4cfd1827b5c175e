import { Group, NativeSelect, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesByCode, nameOf } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { periodName } from '~/lib/period';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { type Definition, DefinitionFields, DefinitionTold } from './Definition';
import { Export } from './Export';
import { Figures } from './Figures';
import { Gap, PartFields } from './Gap';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { SeriesChart } from './SeriesChart';
import { CellFields } from './standing';

const Series = graphql(
  `
    query Series($agreement: String!, $period: String!, $periods: Int!, $whole: ScorecardBy!, $each: ScorecardBy!, $kpi: String!, $services: [String!]) {
      agreement(code: $agreement) {
        id
        whole: scorecard(period: $period, periods: $periods, by: $whole, filter: { kpis: [$kpi], services: $services }) {
          ...CellFields
        }
        each: scorecard(period: $period, periods: $periods, by: $each, filter: { kpis: [$kpi], services: $services }) {
          ...PartFields
        }
      }
    }
  `,
  [CellFields, PartFields],
);

const Told = graphql(
  `
    query KpiTold($kpi: ID!, $agreement: String!) {
      node(id: $kpi) {
        ... on Kpi {
          ...DefinitionFields
        }
      }
      agreement(code: $agreement) {
        id
        deviations(first: 100, filter: { kpi: $kpi }) {
          nodes {
            id
            period
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
  [DefinitionFields],
);

type Found = NonNullable<ResultOf<typeof Series>['agreement']>;

const counts = ['6', '12', '24', '52'];

/** One KPI for one scope over its last periods. */
export function Component() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const { kpi = '' } = useParams();
  const { period } = usePeriod();
  const [company, setCompany] = useParam('company');
  const [service, setService] = useParam('service');
  const [periods, setPeriods] = useParam('periods', '12');
  const [params] = useSearchParams();
  const asked = {
    agreement: agreement.code,
    period,
    periods: Number(counts.find((one) => one === periods) ?? 12),
    whole: service ? 'SERVICE' : 'JOINT',
    each: service ? 'COMPANY_SERVICE' : 'COMPANY',
    kpi,
    services: service ? [service] : null,
  } as const;
  const [answer, again] = useQuery({ query: Series, variables: asked });
  const found = answer.data?.agreement;
  const [some] = found ? [...found.whole, ...found.each] : [];
  const id = some?.kpi.id;
  const [told] = useQuery({ query: Told, variables: { agreement: agreement.code, kpi: id ?? '' }, pause: !id });
  const definition = told.data?.node && 'reporters' in told.data.node ? told.data.node : undefined;
  const companies = new Map(found?.each.flatMap((cell) => (cell.company ? [[cell.company.code, cell.company.name] as const] : [])));
  const back = params.has('period') ? `scorecard?period=${period}` : 'scorecard';
  return (
    <Page
      title={some?.kpi.name ?? t`KPI`}
      trail={[{ label: t`Scorecard`, to: to(back) }]}
      hint={t`${companies.get(company) ?? t`All together`}${service ? `, ${nameOf(definition?.services ?? [], service)}` : ''}, ${periodName(period)}`}
      actions={
        <Export
          files={[
            { label: t`All together`, wanted: { period, periods: asked.periods, by: asked.whole, kpis: [kpi], services: service ? [service] : undefined } },
            { label: t`Each company`, wanted: { period, periods: asked.periods, by: asked.each, kpis: [kpi], services: service ? [service] : undefined } },
          ]}
        />
      }
    >
      <Group gap="md" align="flex-end" className="no-print">
        <PeriodPicker />
        <NativeSelect
          label={t`Whose figure`}
          value={company}
          onChange={({ currentTarget }) => setCompany(currentTarget.value || null)}
          data={[{ value: '', label: t`All together` }, ...[...companies].map(([value, label]) => ({ value, label }))]}
        />
        {((definition?.services.length ?? 0) > 1 || service) && (
          <NativeSelect
            label={t`Service`}
            value={service}
            onChange={({ currentTarget }) => setService(currentTarget.value || null)}
            data={[{ value: '', label: t`All services` }, ...choicesByCode(definition?.services ?? [])]}
          />
        )}
        <NativeSelect label={t`Periods`} value={String(asked.periods)} onChange={({ currentTarget }) => setPeriods(currentTarget.value)} data={counts} />
      </Group>
      <Gate asked={answer} pick={(data) => data.agreement} again={again}>
        {(agreed) => <Story found={agreed} company={company} definition={definition} deviations={told.data?.agreement?.deviations.nodes ?? []} />}
      </Gate>
    </Page>
  );
}

interface StoryProps {
  found: Found;
  company: string;
  definition: Definition | undefined;
  deviations: readonly { id: string; period: string; company: { id: string } | null; service: { id: string } | null }[];
}

function Story({ found, company, definition, deviations }: StoryProps) {
  const { t } = useLingui();
  const { to } = useSeat();
  const { period } = usePeriod();
  const [params] = useSearchParams();
  const cells = useMemo(() => (company ? found.each.filter((cell) => cell.company?.code === company) : found.whole), [found, company]);
  const cell = cells.find((one) => one.period === period);
  const whole = found.whole.find((one) => one.period === period);
  const parts = useMemo(() => found.each.filter((one) => one.period === period), [found.each, period]);
  const targets = useMemo(() => definition?.targets ?? [], [definition]);
  const pathOf = (other: string) => {
    const asked = new URLSearchParams(params);
    asked.set('period', other);
    return `?${asked}`;
  };
  if (!cell) {
    return (
      <Empty title={t`Nothing is measured here`}>
        <Trans>This company does not report this KPI, or not for this service or period.</Trans>
      </Empty>
    );
  }
  const raised = deviations.find((one) => one.period === period && one.company?.id === cell.company?.id && one.service?.id === cell.service?.id);
  return (
    <Stack gap="xl">
      <Figures cell={cell} deviation={raised && to(`deviations/${raised.id}`)} />
      {cells.some(({ withheld }) => !withheld) && (
        <Stack gap="xs">
          <Title order={2}>
            <Trans>Over time</Trans>
          </Title>
          <SeriesChart cells={cells} targets={targets} unit={cell.unit ?? cell.kpi.unit} label={t`${cell.kpi.name} over time`} pathOf={pathOf} />
        </Stack>
      )}
      {whole && <Gap whole={whole} parts={parts} />}
      {definition && (
        <Stack gap="xs" maw={860}>
          <Title order={2}>
            <Trans>How it is measured</Trans>
          </Title>
          <DefinitionTold kpi={definition} />
        </Stack>
      )}
    </Stack>
  );
}
