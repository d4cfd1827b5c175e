import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { choicesById } from '~/lib/choices';
import type { Choices } from '../filters';
import type { Errors } from './errors';
import { useOwners } from './people';
import type { PlanDraft } from './planForm';

interface TaskFieldsProps {
  form: UseFormReturnType<PlanDraft>;
  choices: Choices | undefined;
  errors: Errors;
}

/** The tasks of a plan: which company, who there, what, until when. */
export function TaskFields({ form, choices, errors }: TaskFieldsProps) {
  const { t } = useLingui();
  const adding = useRef(false);
  const add = () => {
    adding.current = true;
    form.insertListItem('tasks', { id: null, company: '', owner: '', title: '', due: form.values.tasks.at(-1)?.due ?? '' });
  };
  return (
    <Stack gap="sm">
      {form.values.tasks.map((task, place) => (
        <Fieldset key={task.id ?? place} legend={t`Task ${place + 1}`} p="sm" pt={4}>
          <Fields form={form} place={place} choices={choices} errors={errors} autoFocus={adding.current && place === form.values.tasks.length - 1} />
        </Fieldset>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add} w="max-content">
        <Trans>Another task</Trans>
      </Button>
    </Stack>
  );
}

function Fields({ form, place, choices, errors, autoFocus }: TaskFieldsProps & { place: number; autoFocus: boolean }) {
  const { t } = useLingui();
  const owners = useOwners();
  const at = (field: string) => `tasks.${place}.${field}`;
  const company = form.values.tasks[place]?.company ?? '';
  const some = { value: '', label: t`Choose …` };
  return (
    <Stack gap="xs">
      <Group gap="xs" align="start" wrap="nowrap">
        <TextInput label={t`What is to be done`} required maxLength={200} flex={1} autoFocus={autoFocus} {...form.getInputProps(at('title'))} error={errors.of(at('title'))} />
        <ActionIcon variant="default" size="lg" mt={25} onClick={() => form.removeListItem('tasks', place)} aria-label={t`Take task ${place + 1} out`}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <Group gap="xs" align="start" grow preventGrowOverflow={false}>
        <NativeSelect
          label={t`Company`}
          required
          data={[some, ...choicesById(choices?.companies ?? [])]}
          {...form.getInputProps(at('company'))}
          onChange={(event) => {
            form.setFieldValue(at('company'), event.currentTarget.value);
            form.setFieldValue(at('owner'), '');
          }}
          error={errors.of(at('company'))}
        />
        <NativeSelect
          label={t`Owner`}
          required
          data={[some, ...choicesById(owners(company))]}
          {...form.getInputProps(at('owner'))}
          error={errors.of(at('owner'))}
        />
        <TextInput type="date" label={t`Due`} required {...form.getInputProps(at('due'))} error={errors.of(at('due'))} />
      </Group>
    </Stack>
  );
}
