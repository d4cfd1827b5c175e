import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { choicesByCode, choicesById } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { useParam } from '~/lib/url';
import type { Agreed, Handling } from '../terms';
import { measures } from '../words';

/** What can be tried: pauses, calendars, targets, a party that is not there. */
export function Levers({ agreed, handling }: { agreed: Agreed; handling: Handling }) {
  const { t } = useLingui();
  const [pauses, setPauses] = useParam('pauses');
  const [calendar, setCalendar] = useParam('calendar');
  const calendars = choicesByCode(agreed.calendars);
  const suppliers = agreed.parties.map(({ company }) => company).filter(({ kind }) => kind !== 'CUSTOMER');
  return (
    <Stack gap="sm" className="no-print">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          size="xs"
          label={t`Which pauses count`}
          value={pauses}
          onChange={(event) => setPauses(event.currentTarget.value || null)}
          data={[
            { value: '', label: t`As agreed` },
            { value: 'CONSENTED', label: t`Only with consent` },
            { value: 'NONE', label: t`None` },
          ]}
        />
        <NativeSelect size="xs" label={t`Hours of the customers`} value={calendar} onChange={(event) => setCalendar(event.currentTarget.value || null)} data={[{ value: '', label: t`As agreed` }, ...calendars]} />
      </Group>
      <ClockLever handling={handling} calendars={calendars} />
      <Several name="reason" label={t`Pauses that do not count`} options={choicesByCode(handling.pauseReasons)} />
      <Several name="without" label={t`Parties that are not there`} options={choicesById(suppliers)} />
    </Stack>
  );
}

function Several({ name, label, options }: { name: string; label: string; options: readonly { value: string; label: string }[] }) {
  const [address, setAddress] = useSearchParams();
  const set = (values: string[]) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete(name);
        for (const value of values) after.append(name, value);
        return after;
      },
      { replace: true },
    );
  return (
    <Checkbox.Group label={label} size="xs" value={address.getAll(name)} onChange={set}>
      <Group gap="md" mt={4}>
        {options.map(({ value, label: told }) => (
          <Checkbox key={value} value={value} label={told} size="xs" />
        ))}
      </Group>
    </Checkbox.Group>
  );
}

/** Another target or other hours for one clock; those that are tried stand below, to be taken away. */
function ClockLever({ handling, calendars }: { handling: Handling; calendars: { value: string; label: string }[] }) {
  const { t, i18n } = useLingui();
  const [address, setAddress] = useSearchParams();
  const [clock, setClock] = useState(handling.clocks[0]?.code ?? '');
  const [hours, setHours] = useState('');
  const [calendar, setCalendar] = useState('');
  const label = ({ code, measure, company, target }: Handling['clocks'][number]) => `${code}: ${company?.name ?? t`customer`}, ${i18n._(measures[measure])}, ${spellDuration(target)}`;
  const tried = [...address.keys()].filter((name) => /^(target|calendar)\./.test(name));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (hours) after.set(`target.${clock}`, `PT${Math.round(Number(hours) * 60)}M`);
        if (calendar) after.set(`calendar.${clock}`, calendar);
        return after;
      },
      { replace: true },
    );
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" gap="sm">
        <NativeSelect size="xs" label={t`Clock`} value={clock} onChange={(event) => setClock(event.currentTarget.value)} data={handling.clocks.map((rule) => ({ value: rule.code, label: label(rule) }))} />
        <TextInput size="xs" type="number" min={0.25} step={0.25} w={110} label={t`Target in hours`} value={hours} onChange={(event) => setHours(event.currentTarget.value)} />
        <NativeSelect size="xs" label={t`Its hours`} value={calendar} onChange={(event) => setCalendar(event.currentTarget.value)} data={[{ value: '', label: t`As agreed` }, ...calendars]} />
        <Button size="xs" type="submit" variant="default" disabled={!hours && !calendar}>
          <Trans>Try it</Trans>
        </Button>
        {tried.map((name) => (
          <Button
            key={name}
            size="xs"
            variant="light"
            aria-label={t`Take ${name} away`}
            onClick={() =>
              setAddress(
                (before) => {
                  const after = new URLSearchParams(before);
                  after.delete(name);
                  return after;
                },
                { replace: true },
              )
            }
          >
            {name} = {address.get(name)} ×
          </Button>
        ))}
      </Group>
    </form>
  );
}
