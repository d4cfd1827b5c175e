import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { type Aspect, AssessAlignment } from './alignment';
import { scores } from './scores';

/** Records what the group finds of an aspect of another company. */
export function Assess({ aspect, company, onClose }: { aspect: Aspect; company: { id: string; name: string }; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const { run, busy, refusals } = useAct(AssessAlignment);
  const now = today(agreement.zone);
  const [score, setScore] = useState('');
  const [on, setOn] = useState(now);
  const [note, setNote] = useState('');
  const errors = byField(refusals);
  const submit = async () => (await run({ input: { agreement: agreement.id, company: company.id, aspect: aspect.code, score: Number(score), on, note: note.trim() || null } })).done;
  return (
    <FormDialog title={t`Assess ${company.name}`} hint={aspect.question} label={t`Record it`} refusals={refusals} shown={['score', 'on', 'note']} busy={busy} onSubmit={submit} onClose={onClose}>
      <Radio.Group label={t`Score`} required value={score} onChange={setScore} error={errors['score']}>
        <Stack gap={6} mt={6}>
          {scores.map(({ label }, value) => (
            <Radio key={value} value={String(value)} required label={`${value} · ${i18n._(label)}`} />
          ))}
        </Stack>
      </Radio.Group>
      <TextInput type="date" label={t`Found on`} required max={now} value={on} onChange={(event) => setOn(event.currentTarget.value)} error={errors['on']} />
      <Textarea label={t`Note`} description={t`What shows it, if there is something to say.`} autosize minRows={2} maxLength={4000} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={errors['note']} />
    </FormDialog>
  );
}
