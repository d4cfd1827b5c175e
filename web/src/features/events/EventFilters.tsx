import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { nouns, readable } from './kinds';

/** Narrows the log to a noun, or to one thing that can happen to it; it begins at its first page then. */
export function EventFilters() {
  const { t, i18n } = useLingui();
  const [params, setParams] = useSearchParams();
  const kind = params.get('kind') ?? '';
  return (
    <NativeSelect size="xs" label={t`What`} value={kind} onChange={(event) => setParams(event.currentTarget.value ? { kind: event.currentTarget.value } : {}, { replace: true })}>
      <option value="">{t`Everything`}</option>
      {Object.entries(nouns).map(([noun, { label, verbs }]) => (
        <optgroup key={noun} label={i18n._(label)}>
          {verbs.length > 1 && <option value={noun}>{t`${i18n._(label)}: all`}</option>}
          {verbs.map((verb) => (
            <option key={verb} value={`${noun}.${verb}`}>
              {i18n._(label)}: {readable(`${noun}.${verb}`).verb}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}
