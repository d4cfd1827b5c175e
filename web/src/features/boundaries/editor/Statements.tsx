import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Field, useEditor } from './form';

interface StatementsProps {
  /** Where they stand, such as `included`. */
  path: string;
  /** What one of them is called, such as "In". */
  label: string;
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Short statements, one a line: Enter begins the next one. */
export function Statements({ path, label, value, onChange }: StatementsProps) {
  const { t } = useLingui();
  const { errors } = useEditor();
  const [fresh, setFresh] = useState<number>();
  const begin = (at: number) => {
    onChange(value.toSpliced(at, 0, ''));
    setFresh(at);
  };
  const press = (at: number) => (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    begin(at + 1);
  };
  return (
    <Stack gap={6}>
      {value.map((statement, at) => {
        const number = at + 1;
        return (
          <Field key={at} path={`${path}.${number}`}>
            <Group gap={6} wrap="nowrap" align="flex-start">
              <TextInput
                flex={1}
                aria-label={`${label} ${number}`}
                value={statement}
                onChange={({ currentTarget: { value: text } }) => onChange(value.with(at, text))}
                onKeyDown={press(at)}
                error={errors[`${path}.${number}`]}
                maxLength={4000}
                autoFocus={fresh === at}
              />
              <ActionIcon variant="subtle" color="gray" size="lg" onClick={() => onChange(value.toSpliced(at, 1))} aria-label={t`Remove ${label} ${number}`}>
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </Field>
        );
      })}
      <Button variant="subtle" size="compact-sm" w="max-content" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => begin(value.length)} aria-label={t`Add: ${label}`}>
        <Trans>Add one</Trans>
      </Button>
    </Stack>
  );
}
