import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useParam } from '~/lib/url';

interface FilterProps {
  /** What it is called in the address. */
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  /** What is wanted where the address does not say. */
  otherwise?: string;
  /** Whether all may be wanted; otherwise it is always one. */
  all?: boolean;
}

/** A choice that narrows a list, kept in the address; the page reads it with `useParam(name)`, empty where all are wanted. */
export function Filter({ name, label, options, otherwise = '', all = true }: FilterProps) {
  const { t } = useLingui();
  const [value, set] = useParam(name, otherwise);
  return <NativeSelect size="xs" maw={240} label={label} value={value} onChange={(event) => set(event.currentTarget.value)} data={[...(all ? [{ value: '', label: t`All` }] : []), ...options]} />;
}
