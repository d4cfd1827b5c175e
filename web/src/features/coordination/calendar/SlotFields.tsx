import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { forms } from '~/features/agreements/words';
import { choicesOf } from '~/lib/choices';
import type { Slot } from './slot';

interface SlotFieldsProps {
  slot: Slot;
  onSlot: (slot: Slot) => void;
  /** What was wrong with a field, by its name in the API. */
  errors: Record<string, string>;
}

/** When and where. */
export function SlotFields({ slot, onSlot, errors }: SlotFieldsProps) {
  const { t, i18n } = useLingui();
  const field = (name: keyof Slot) => ({
    value: slot[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => onSlot({ ...slot, [name]: value }),
  });
  return (
    <>
      <Group grow align="flex-start">
        <TextInput type="date" label={t`Day`} required {...field('date')} error={errors['startsAt']} />
        <TextInput type="time" label={t`Time`} description={slot.zone} inputWrapperOrder={['label', 'input', 'description', 'error']} required {...field('time')} />
        <TextInput type="number" label={t`Minutes`} min={5} max={1440} required {...field('minutes')} error={errors['lasts']} />
      </Group>
      <Group grow align="flex-start">
        <NativeSelect label={t`Form`} data={choicesOf(forms, i18n)} {...field('form')} />
        <TextInput label={t`Place`} description={t`A room or an address`} inputWrapperOrder={['label', 'input', 'description', 'error']} maxLength={200} {...field('place')} error={errors['place']} />
      </Group>
    </>
  );
}
