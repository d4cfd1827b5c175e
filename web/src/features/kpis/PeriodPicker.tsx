import { ActionIcon, Group, NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useSeat } from '~/app/seat';
import { back, kindOf, lastOf, type PeriodKind, periodKinds, periodName, periodOf, step } from '~/lib/period';
import { today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Mark } from '~/ui/Mark';
import { lengths } from './words';

/** How many periods of a length the picker offers. */
const offered: Record<PeriodKind, number> = { day: 31, week: 26, month: 24, quarter: 12, year: 6 };

/** The period that stands in the address; the last one that has ended unless one is told. */
export function usePeriod(): { period: string; kind: PeriodKind; running: string; setPeriod: (period: string | null) => void } {
  const { agreement } = useSeat();
  const [asked, setPeriod] = useParam('period');
  const now = today(agreement.zone);
  const last = step(periodOf('month', now), -1);
  const period = kindOf(asked) ? asked : last;
  const kind = kindOf(period) ?? 'month';
  return { period, kind, running: periodOf(kind, now), setPeriod: (to) => setPeriod(to === last ? null : to) };
}

/** Picks a day, week, month, quarter or year, and says whether it still runs. */
export function PeriodPicker() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const { period, kind, running, setPeriod } = usePeriod();
  const list = back(running, offered[kind]);
  const options = list.includes(period) ? list : [...list, period];
  const now = today(agreement.zone);
  const change = (to: PeriodKind) => {
    // the last period of the other length that ends with this one, and has not begun after today
    const end = lastOf(period);
    setPeriod(periodOf(to, end < now ? end : now));
  };
  return (
    <Group gap="xs" wrap="wrap" align="flex-end">
      <NativeSelect
        label={t`Period`}
        value={kind}
        onChange={({ currentTarget }) => change(periodKinds.find((one) => one === currentTarget.value) ?? 'month')}
        data={periodKinds.map((value) => ({ value, label: i18n._(lengths[value]) }))}
      />
      <Group gap={4} wrap="nowrap" align="flex-end">
        <ActionIcon variant="default" size={36} onClick={() => setPeriod(step(period, -1))} aria-label={t`Period before`}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        {kind === 'day' ? (
          <TextInput type="date" label={t`Which one`} value={period} max={now} onChange={({ currentTarget }) => kindOf(currentTarget.value) && setPeriod(currentTarget.value)} />
        ) : (
          <NativeSelect
            label={t`Which one`}
            value={period}
            onChange={({ currentTarget }) => setPeriod(currentTarget.value)}
            data={options.map((value) => ({ value, label: periodName(value) }))}
            miw={150}
          />
        )}
        <ActionIcon variant="default" size={36} onClick={() => setPeriod(step(period, 1))} disabled={period >= running} aria-label={t`Next period`}>
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      {period === running && (
        <Group h={36}>
          <Mark tone="busy" title={t`Figures are still coming in until ${lastOf(running)}.`}>{t`running`}</Mark>
        </Group>
      )}
    </Group>
  );
}
