import { Group, NativeSelect, NumberInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { lengthOf } from '~/lib/time';

type Unit = 'M' | 'H';
const lengths: Record<Unit, number> = { M: 60_000, H: 3_600_000 };

interface DurationInputProps {
  label: string;
  description?: string;
  /** An ISO 8601 duration; null for none. */
  value: string | null;
  onChange(value: string | null): void;
  error?: string | undefined;
}

/** A length of time in minutes or hours. */
export function DurationInput({ label, description, value, onChange, error }: DurationInputProps) {
  const { t } = useLingui();
  const length = value ? lengthOf(value) : 0;
  const [unit, setUnit] = useState<Unit>(length > 0 && length % lengths.H === 0 ? 'H' : 'M');
  const tell = (amount: number | string, of: Unit) => onChange(typeof amount === 'number' && amount > 0 ? `PT${amount}${of}` : null);
  const amount = value ? length / lengths[unit] : '';
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <NumberInput label={label} description={description} value={amount} onChange={(next) => tell(next, unit)} min={1} max={9_999} allowDecimal={false} error={error} w={260} />
      <NativeSelect
        aria-label={t`Unit of: ${label}`}
        value={unit}
        onChange={({ currentTarget: { value: next } }) => {
          const chosen = next === 'H' ? 'H' : 'M';
          setUnit(chosen);
          tell(amount, chosen);
        }}
        data={[
          { value: 'M', label: t`minutes` },
          { value: 'H', label: t`hours` },
        ]}
      />
    </Group>
  );
}
