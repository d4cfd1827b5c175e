import { Fieldset, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useLingui } from '@lingui/react/macro';
import { choicesById, choicesOf } from '~/lib/choices';
import type { Unit } from '~/lib/figure';
import { addDays, kindOf, lastOf, periodName } from '~/lib/period';
import type { Choices } from '../filters';
import type { Errors } from './errors';
import { kindOfEvery, type PlanDraft, readFigure } from './planForm';
import { namedOf } from './proof';
import { lengths, measures } from './words';

interface CriterionFieldsProps {
  form: UseFormReturnType<PlanDraft>;
  choices: Choices | undefined;
  errors: Errors;
  /** The period of the deviation: it proves nothing itself. */
  deviation: string;
  unit: Unit | undefined;
}

/** How it will be known that a plan worked: which figure, how good, over which periods. */
export function CriterionFields({ form, choices, errors, deviation, unit }: CriterionFieldsProps) {
  const { t, i18n } = useLingui();
  const { measure, value } = form.values.criterion;
  const field = (name: keyof PlanDraft['criterion']) => ({ ...form.getInputProps(`criterion.${name}`), error: errors.of(`criterion.${name}`) });
  const named = (all: readonly { id: string; name: string }[] | undefined, none: string) => [{ value: '', label: none }, ...choicesById(all ?? [])];
  const unread = value !== '' && readFigure(value, unit) === undefined;
  return (
    <Fieldset legend={t`How it will be proved`} p="sm" pt={4}>
      <Stack gap="xs">
        <Group gap="xs" align="start" grow preventGrowOverflow={false}>
          <NativeSelect label={t`KPI`} required data={named(choices?.kpis, t`Choose …`)} {...field('kpi')} />
          <NativeSelect label={t`Whose figure`} data={named(choices?.companies, t`All together`)} {...field('company')} />
          <NativeSelect label={t`Service`} data={named(choices?.services, t`All services`)} {...field('service')} />
        </Group>
        <Group gap="xs" align="start" grow preventGrowOverflow={false}>
          <NativeSelect label={t`Has to be`} data={choicesOf(measures, i18n)} {...field('measure')} />
          {measure !== 'WITHIN_TARGET' && (
            <TextInput label={unit === 'SHARE' ? t`Value, in percent` : t`Value`} required inputMode="decimal" {...field('value')} error={unread ? t`This is no number.` : errors.of('criterion.value')} />
          )}
        </Group>
        <Group gap="xs" align="start" grow preventGrowOverflow={false}>
          <NativeSelect label={t`In each`} data={choicesOf(lengths, i18n)} {...field('every')} />
          <TextInput type="date" label={t`From`} required min={addDays(lastOf(deviation), 1)} {...field('after')} />
          <TextInput type="number" label={t`How many in a row`} required min={1} max={24} {...field('periods')} />
        </Group>
        <Periods criterion={form.values.criterion} />
      </Stack>
    </Fieldset>
  );
}

/** Which periods those are, before anybody is asked. */
function Periods({ criterion: { every, after, periods } }: { criterion: PlanDraft['criterion'] }) {
  const { t } = useLingui();
  const count = Number(periods);
  if (kindOf(after) !== 'day' || !Number.isInteger(count) || count < 1 || count > 24) return null;
  const all = namedOf(kindOfEvery(every), after, count).map(periodName);
  return (
    <Text size="sm" role="status">
      {t`That is: ${all.join(', ')}.`}
    </Text>
  );
}
