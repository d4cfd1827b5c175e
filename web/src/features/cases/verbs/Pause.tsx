import { List, NativeSelect, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '~/features/identity/session';
import { choicesByCode } from '~/lib/choices';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { spellDuration } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import type { Handling } from '../terms';
import { claims } from '../words';
import { type DialogProps, useChange } from './dialog';
import { PauseCase } from './documents';

/** Lets the clocks stand still for a reason that the agreement names. */
export function Pause({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const { id } = useMe();
  const reasons = agreed.caseHandling?.pauseReasons ?? [];
  const [code, setCode] = useState(reasons[0]?.code ?? '');
  const [note, setNote, drop] = useDraft(`pause ${story.id}`, id);
  const { tell, dialog } = useChange(PauseCase, story);
  const reason = reasons.find((one) => one.code === code);
  const submit = async () => {
    const done = await tell({ reason: code, note: note.trim() || null });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`Pause ${story.reference}`} label={t`Pause`} shown={['reason', 'note']} {...dialog} onSubmit={submit} onClose={onClose}>
      <NativeSelect label={t`Why`} value={code} onChange={(event) => setCode(event.currentTarget.value)} error={against(dialog.refusals, 'reason')} data={choicesByCode(reasons)} data-autofocus />
      {reason && <Consequences reason={reason} />}
      <Textarea label={t`More about it`} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={against(dialog.refusals, 'note')} autosize minRows={2} maxLength={4000} />
    </FormDialog>
  );
}

function Consequences({ reason: { against: whom, company, cap, consent } }: { reason: Handling['pauseReasons'][number] }) {
  const { i18n } = useLingui();
  const named = company?.name ?? i18n._(claims[whom]);
  return (
    <Text size="sm" component="div" aria-live="polite">
      <List size="sm">
        <List.Item>
          <Trans>The time is claimed against {named}.</Trans>
        </List.Item>
        <List.Item>{cap ? <Trans>It ends by itself after {spellDuration(cap)}.</Trans> : <Trans>It has no end of its own.</Trans>}</List.Item>
        <List.Item>
          {consent ? <Trans>It counts only once {named} consents, and then from its beginning. Until then the clocks run, and the time is yours.</Trans> : <Trans>All clocks of the case stand still from now on.</Trans>}
        </List.Item>
      </List>
    </Text>
  );
}
