import { ActionIcon, Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { emptyLimit, type Limit, pathOf } from '../content/content';
import { type Dimension, dimensions } from '../words';
import { Beyond } from './Beyond';
import { Beside, Field, useEditor } from './form';
import { Within } from './Within';

/** The limits, in the order in which they are looked at. */
export function Limits() {
  const { t } = useLingui();
  const { content, set } = useEditor();
  const { limits } = content;
  const put = (next: Limit[]) => set({ ...content, limits: next });
  return (
    <Stack gap="sm">
      {limits.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>No limit: the company answers for everything, at any time.</Trans>
        </Text>
      )}
      <Beside path="limits.order" />
      {limits.map((limit, at) => (
        <LimitFields
          key={limit.dimension}
          limit={limit}
          onChange={(next) => put(limits.with(at, next))}
          onRemove={() => put(limits.toSpliced(at, 1))}
          onRise={at > 0 ? () => put(limits.toSpliced(at, 1).toSpliced(at - 1, 0, limit)) : undefined}
          onSink={at < limits.length - 1 ? () => put(limits.toSpliced(at, 1).toSpliced(at + 1, 0, limit)) : undefined}
        />
      ))}
      <Add label={t`Limit it by`} taken={limits.map(({ dimension }) => dimension)} onAdd={(dimension) => put([...limits, emptyLimit(dimension)])} />
    </Stack>
  );
}

interface LimitFieldsProps {
  limit: Limit;
  onChange(limit: Limit): void;
  onRemove(): void;
  onRise: (() => void) | undefined;
  onSink: (() => void) | undefined;
}

function LimitFields({ limit, onChange, onRemove, onRise, onSink }: LimitFieldsProps) {
  const { t, i18n } = useLingui();
  const { errors } = useEditor();
  const path = pathOf(limit.dimension);
  const { label, hint } = dimensions[limit.dimension];
  const name = i18n._(label);
  return (
    <Fieldset legend={<b>{name}</b>}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="xs" c="dimmed">
            {hint && i18n._(hint)}
          </Text>
          <Group gap={2} wrap="nowrap">
            <ActionIcon variant="subtle" color="gray" disabled={!onRise} onClick={onRise} aria-label={t`${name}: look at it earlier`}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" disabled={!onSink} onClick={onSink} aria-label={t`${name}: look at it later`}>
              <IconArrowDown size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={t`Remove the limit: ${name}`}>
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
        </Group>
        {errors[path] && (
          <Text size="sm" c="error">
            {errors[path]}
          </Text>
        )}
        <Beside path={path} />
        <Field path={`${path}.within`}>
          <Within limit={limit} onChange={onChange} />
        </Field>
        <Beyond limit={limit} onChange={onChange} />
      </Stack>
    </Fieldset>
  );
}

function Add({ label, taken, onAdd }: { label: string; taken: readonly Dimension[]; onAdd(dimension: Dimension): void }) {
  const { i18n } = useLingui();
  const free = (Object.keys(dimensions) as Dimension[]).filter((dimension) => !taken.includes(dimension));
  const [chosen, setChosen] = useState<Dimension>();
  const wanted = chosen && free.includes(chosen) ? chosen : free[0];
  if (!wanted) return null;
  return (
    <Group gap="xs" align="flex-end">
      <NativeSelect label={label} size="xs" value={wanted} onChange={({ currentTarget: { value } }) => setChosen(free.find((dimension) => dimension === value))} data={free.map((value) => ({ value, label: i18n._(dimensions[value].label) }))} />
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onAdd(wanted)}>
        <Trans>Add the limit</Trans>
      </Button>
    </Group>
  );
}
