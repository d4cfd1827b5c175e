import { Button, Group, type MantineSize, Modal, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Refusal } from '~/lib/refusals';
import { Refusals } from './Refusals';

interface FormDialogProps {
  title: string;
  /** What it means to do this. */
  hint?: ReactNode;
  /** What the button says. */
  label: string;
  refusals: readonly Refusal[];
  /** The fields that show their refusals themselves. */
  shown?: readonly string[];
  /** Where somebody was faster: takes up what they made of it. */
  onRead?: () => void;
  busy: boolean;
  danger?: boolean;
  size?: MantineSize;
  /** Answers whether it was done; the dialog closes then. */
  onSubmit(): Promise<boolean>;
  onClose(): void;
  children?: ReactNode;
}

/** A form in a dialog: it closes when what it asks for was done; where it was not, it says why, and the focus is on what is to be mended. */
export function FormDialog({ title, hint, label, refusals, shown, onRead, busy, danger = false, size = 'md', onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useLingui();
  const form = useRef<HTMLFormElement>(null);
  const [refused, setRefused] = useState(0);
  useEffect(() => {
    if (refused > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [type="submit"]')?.focus();
  }, [refused]);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (await onSubmit()) onClose();
    else setRefused((times) => times + 1);
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <Stack>
          {hint && (
            <Text size="sm" component="div">
              {hint}
            </Text>
          )}
          {children}
          <Refusals of={refusals} shown={shown} onRead={onRead} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              <Trans>Not now</Trans>
            </Button>
            <Button type="submit" loading={busy} color={danger ? 'red' : undefined}>
              {label}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
