import { Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { choicesOf } from '~/lib/choices';
import type { VariablesOf } from '~/lib/graphql';
import { Filter } from '~/ui/Filter';
import type { Deviations } from './BoardPage';
import type { useChoices } from './choices';
import { kinds, order, states } from './words';

export type Choices = NonNullable<ReturnType<typeof useChoices>>;
type DeviationFilter = NonNullable<VariablesOf<typeof Deviations>['filter']>;

const isKind = (kind: string): kind is keyof typeof kinds => kind in kinds;

/** What of the address narrows the lists: KPI and company by their codes, kind and period by their names. */
export function useFilter(choices: Choices | undefined): DeviationFilter {
  const [params] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const idOf = (all: readonly { id: string; code: string }[] | undefined, code: string) => all?.find((one) => one.code === code)?.id;
  const kind = asked('kind');
  return {
    kpi: idOf(choices?.kpis, asked('kpi')),
    company: idOf(choices?.companies, asked('company')),
    kind: isKind(kind) ? [kind] : undefined,
    period: asked('period') || undefined,
  };
}

/** The choices that narrow the board and the table; `state` only where the states do not stand side by side. */
export function Filters({ choices: { options }, state }: { choices: Choices; state: boolean }) {
  const { t, i18n } = useLingui();
  return (
    <Group gap="xs" align="end" className="no-print">
      <Filter name="kpi" label={t`KPI`} options={options.kpis} />
      <Filter name="company" label={t`Company`} options={options.companies} />
      <Filter name="kind" label={t`Kind`} options={choicesOf(kinds, i18n)} />
      <Filter name="period" label={t`Period`} options={options.periods} />
      {state && <Filter name="state" label={t`State`} options={order.map((one) => ({ value: one, label: i18n._(states[one].label) }))} />}
    </Group>
  );
}
