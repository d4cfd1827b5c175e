import { Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import { against, type Refusal } from '~/lib/refusals';
import { FormDialog } from './FormDialog';

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
  /** Where somebody was faster: takes up what they made of it. */
  onRead?: () => void;
  busy: boolean;
  danger?: boolean;
  /** Answers whether it was done; the dialog closes then. */
  onAgree(reason: string): Promise<boolean>;
  onClose(): void;
  children?: ReactNode;
}

/** Asks whether somebody means it, and why. */
export function Agree({ reason, about, onAgree, children, ...dialog }: AgreeProps) {
  const { t } = useLingui();
  const { id } = useMe();
  const [why, setWhy, drop] = useDraft(`${dialog.title} ${about}`, id);
  const submit = async () => {
    const done = await onAgree(why.trim());
    if (done) drop();
    return done;
  };
  return (
    <FormDialog {...dialog} shown={reason ? ['reason'] : []} onSubmit={submit}>
      {children}
      {reason && (
        <Textarea
          label={t`Reason`}
          description={reason === 'welcome' ? t`If there is something to say.` : undefined}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          required={reason === 'needed'}
          error={against(dialog.refusals, 'reason')}
          autosize
          minRows={3}
          maxLength={4000}
          data-autofocus
        />
      )}
    </FormDialog>
  );
}
