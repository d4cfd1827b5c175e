import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useId } from 'react';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import type { Refusal } from '~/lib/refusals';
import { Refusals } from './Refusals';

interface AgreeProps {
  title: string;
  /** What it means to do this. */
  hint?: ReactNode;
  /** What the button says. */
  label: string;
  /** Whether a reason is asked for, and whether one must be given. */
  reason?: 'needed' | 'welcome';
  /** What the reason is about, such as the noun's id: what is written is kept under it until it is sent. */
  about: string;
  refusals: readonly Refusal[];
  busy: boolean;
  danger?: boolean;
  /** Answers whether it was done; the dialog closes then. */
  onAgree(reason: string): Promise<boolean>;
  onClose(): void;
  children?: ReactNode;
}

/** Asks whether somebody means it, and why. */
export function Agree({ title, hint, label, reason, about, refusals, busy, danger = false, onAgree, onClose, children }: AgreeProps) {
  const { t } = useLingui();
  const form = useId();
  const { id } = useMe();
  const [why, setWhy, drop] = useDraft(`${title} ${about}`, id);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (!(await onAgree(why.trim()))) return;
    drop();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form id={form} onSubmit={(event) => void submit(event)}>
        <Stack>
          {hint && (
            <Text size="sm" component="div">
              {hint}
            </Text>
          )}
          {children}
          {reason && (
            <Textarea
              label={t`Reason`}
              description={reason === 'welcome' ? t`If there is something to say.` : undefined}
              value={why}
              onChange={(event) => setWhy(event.currentTarget.value)}
              required={reason === 'needed'}
              error={refusals.find(({ field }) => field === 'reason')?.message}
              autosize
              minRows={3}
              maxLength={4000}
              data-autofocus
            />
          )}
          <Refusals of={refusals} shown={reason ? ['reason'] : []} />
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
