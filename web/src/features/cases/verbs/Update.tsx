import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '~/features/identity/session';
import { choicesByCode } from '~/lib/choices';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { type DialogProps, useChange } from './dialog';
import { UpdateCase } from './documents';

/** Tells what was done, and whether the customer was told. */
export function Update({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const { id } = useMe();
  const [note, setNote, drop] = useDraft(`update ${story.id}`, id);
  const [stage, setStage] = useState('');
  const [told, setTold] = useState(true);
  const { tell, dialog } = useChange(UpdateCase, story);
  const stages = agreed.caseHandling?.stages.filter(({ phase, code }) => phase === story.phase && code !== story.stage) ?? [];
  const submit = async () => {
    const done = await tell({ note: note.trim() || null, stage: stage || null, told });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={t`Update ${story.reference}`} label={t`Write it down`} shown={['note', 'stage']} {...dialog} onSubmit={submit} onClose={onClose}>
      <Textarea label={t`What was done`} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={against(dialog.refusals, 'note')} autosize minRows={3} maxLength={4000} required data-autofocus />
      <Checkbox label={t`The customer was told; they read it too`} checked={told} onChange={(event) => setTold(event.currentTarget.checked)} />
      {stages.length > 0 && (
        <NativeSelect label={t`Stage`} value={stage} onChange={(event) => setStage(event.currentTarget.value)} error={against(dialog.refusals, 'stage')} data={[{ value: '', label: t`As it is` }, ...choicesByCode(stages)]} />
      )}
    </FormDialog>
  );
}
