import { Group, NativeSelect, NumberInput, Stack, TagsInput, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { choicesByCode, choicesOf } from '~/lib/choices';
import type { EnumOf } from '~/lib/graphql';
import { type Limit, pathOf } from '../content/content';
import type { Known } from '../content/terms';
import { periods } from '../words';
import { DurationInput } from './DurationInput';
import { useEditor } from './form';

interface WithinProps {
  limit: Limit;
  onChange(limit: Limit): void;
}

/** What is within a limit, by what its dimension asks for. */
export function Within({ limit, onChange }: WithinProps) {
  const { t, i18n } = useLingui();
  const { known, errors } = useEditor();
  const error = errors[`${pathOf(limit.dimension)}.within`];
  const cases = (label: string) => (
    <NumberInput label={label} value={limit.cases ?? ''} onChange={(value) => onChange({ ...limit, cases: typeof value === 'number' ? value : null })} min={1} max={1_000_000} allowDecimal={false} error={error} w={190} />
  );
  switch (limit.dimension) {
    case 'HOURS':
      return <Hours limit={limit} onChange={onChange} error={error} />;
    case 'CONCURRENT':
      return cases(t`Cases at once`);
    case 'VOLUME':
      return (
        <Group gap="xs" align="flex-start" wrap="nowrap">
          {cases(t`Cases`)}
          <NativeSelect
            label={t`In each`}
            value={limit.period}
            onChange={({ currentTarget: { value } }) => onChange({ ...limit, period: value as EnumOf<'PeriodKind'> })}
            data={choicesOf(periods, i18n)}
          />
        </Group>
      );
    case 'RESPONSE':
      return <DurationInput label={t`First response within`} description={t`Open time of the team's calendar`} value={limit.response} onChange={(response) => onChange({ ...limit, response })} error={error} />;
    default:
      return (
        <TagsInput
          label={t`Names that are within`}
          description={t`Enter or a comma ends a name; every other name is beyond.`}
          value={limit.names}
          onChange={(names) => onChange({ ...limit, names })}
          data={limit.dimension === 'SKILL' ? [...new Set(known.teams.flatMap(({ skills }) => skills))] : []}
          splitChars={[',']}
          acceptValueOnBlur
          error={error}
        />
      );
  }
}

function Hours({ limit, onChange, error }: WithinProps & { error: string | undefined }) {
  const { t } = useLingui();
  const { known } = useEditor();
  const chosen = known.calendars.find(({ code }) => code === limit.calendar);
  return (
    <Stack gap={4}>
      <NativeSelect
        label={t`Open hours`}
        value={limit.calendar}
        onChange={({ currentTarget: { value } }) => onChange({ ...limit, calendar: value })}
        data={[{ value: '', label: t`Choose a calendar` }, ...choicesByCode(known.calendars)]}
        error={error}
      />
      {chosen && (
        <Text size="xs" c="dimmed">
          {chosen.always ? t`Round the clock` : hoursOf(chosen)} · {chosen.zone}
        </Text>
      )}
    </Stack>
  );
}

/** The hours of a week: days with the same hours together. */
function hoursOf({ hours }: Known['calendars'][number]): string {
  const runs: { first: string; last: string; told: string }[] = [];
  for (const { day, intervals } of hours) {
    const [name, told] = [`${day.slice(0, 1)}${day.slice(1, 3).toLowerCase()}`, intervals.join(', ')];
    const run = runs.at(-1);
    if (run?.told === told) run.last = name;
    else runs.push({ first: name, last: name, told });
  }
  return runs.map(({ first, last, told }) => `${first === last ? first : `${first}–${last}`} ${told}`).join('; ');
}
