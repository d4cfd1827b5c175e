import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useLingui } from '@lingui/react/macro';
import { choicesByCode, choicesById, choicesOf } from '~/lib/choices';
import { useParam } from '~/lib/url';
import { Filter } from '~/ui/Filter';
import type { Agreed, Handling } from './terms';
import { caseKinds, phases } from './words';

/** What narrows the list of all cases; it stands in the address. */
export function CaseFilters({ agreed, handling }: { agreed: Agreed; handling: Handling }) {
  const { t, i18n } = useLingui();
  const [reference, setReference] = useParam('reference');
  const search = useDebouncedCallback((text: string) => setReference(text.trim() || null), 300);
  return (
    <>
      <Filter
        name="phase"
        label={t`Phase`}
        options={[{ value: 'unfinished', label: t`Not resolved` }, ...choicesOf(phases, i18n)]}
      />
      <Filter name="kind" label={t`Kind`} options={choicesOf(caseKinds, i18n)} />
      <Filter name="priority" label={t`Priority`} options={choicesByCode(handling.priorities)} />
      <Filter name="service" label={t`Service`} options={choicesById(agreed.services)} />
      <Filter name="team" label={t`Held by or offered to`} options={choicesById(agreed.teams)} />
      <Filter name="company" label={t`Company that took part`} options={choicesById(agreed.parties.map(({ company }) => company))} />
      <Filter name="flag" label={t`Red flag`} options={[{ value: 'yes', label: t`Only with one` }]} />
      <TextInput label={t`Reference`} size="xs" w={120} defaultValue={reference} onChange={(event) => search(event.currentTarget.value)} maxLength={200} />
    </>
  );
}
