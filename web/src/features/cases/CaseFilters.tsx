import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { useParam } from '~/lib/url';
import { Filter } from '~/ui/Filter';
import type { Agreed, Handling } from './queue';
import { caseKinds, phases } from './words';

/** What narrows the list of all cases; it stands in the address. */
export function CaseFilters({ agreed, handling }: { agreed: Agreed; handling: Handling }) {
  const { t, i18n } = useLingui();
  const [reference, setReference] = useParam('reference');
  const search = useDebouncedCallback((text: string) => setReference(text.trim() || null), 300);
  const coded = (all: readonly { code: string; name: string }[]) => all.map(({ code, name }) => ({ value: code, label: name }));
  const named = (all: readonly { id: string; name: string }[]) => all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Filter
        name="phase"
        label={t`Phase`}
        options={[{ value: 'unfinished', label: t`Not resolved` }, ...Object.entries(phases).map(([value, { label }]) => ({ value, label: i18n._(label) }))]}
      />
      <Filter name="kind" label={t`Kind`} options={Object.entries(caseKinds).map(([value, label]) => ({ value, label: i18n._(label) }))} />
      <Filter name="priority" label={t`Priority`} options={coded(handling.priorities)} />
      <Filter name="service" label={t`Service`} options={named(agreed.services)} />
      <Filter name="team" label={t`Held by or offered to`} options={named(agreed.teams)} />
      <Filter name="company" label={t`Company that took part`} options={named(agreed.parties.map(({ company }) => company))} />
      <Filter name="flag" label={t`Red flag`} options={[{ value: 'yes', label: t`Only with one` }]} />
      <TextInput label={t`Reference`} size="xs" w={120} defaultValue={reference} onChange={(event) => search(event.currentTarget.value)} maxLength={200} />
    </>
  );
}
