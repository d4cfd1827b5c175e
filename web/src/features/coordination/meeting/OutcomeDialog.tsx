import { NativeSelect, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { byField } from '~/lib/refusals';
import { moment } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { SetOutcome } from './outcome';
import type { Beside, Matter } from './query';

/** Outcomes that are told in a dialog; a decision is put to the companies instead. */
export type Told = 'NOTED' | 'DEFERRED' | 'ESCALATED' | 'DROPPED';

interface OutcomeDialogProps {
  matter: Matter['item'];
  outcome: Told;
  /** The meetings that may take it. */
  later: Beside['meetings']['nodes'];
  onClose(): void;
}

/** Says what came of a matter: what was noted, which meeting takes it, or why it climbs or is dropped. */
export function OutcomeDialog({ matter: { id, title, revision }, outcome, later, onClose }: OutcomeDialogProps) {
  const { t } = useLingui();
  const me = useMe();
  const { run, busy, refusals } = useAct(SetOutcome);
  const [text, setText, drop] = useDraft(`outcome ${outcome} ${id}`, me.id);
  const [deferredTo, setDeferredTo] = useState(later[0]?.id ?? '');
  const errors = byField(refusals);
  const words: Record<Told, { title: string; hint: ReactNode; label: string; field: string }> = {
    NOTED: { title: t`Note “${title}”`, hint: <Trans>It was gone through; what was said stands in the pack.</Trans>, label: t`Note it`, field: t`What was said` },
    DEFERRED: { title: t`Defer “${title}”`, hint: <Trans>It comes onto the agenda of the other meeting.</Trans>, label: t`Defer it`, field: '' },
    ESCALATED: { title: t`Escalate “${title}”`, hint: <Trans>It goes up the escalation path, with what is known of it.</Trans>, label: t`Escalate it`, field: t`Why` },
    DROPPED: { title: t`Drop “${title}”`, hint: <Trans>Nothing is done about it.</Trans>, label: t`Drop it`, field: t`Why` },
  };
  const said = words[outcome];
  const submit = async () => {
    const how = outcome === 'DEFERRED' ? { deferredTo } : { text: text.trim() };
    const { done } = await run({ input: { agendaItem: id, revision, outcome, ...how } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={said.title} hint={said.hint} label={said.label} refusals={refusals} shown={['text', 'deferredTo']} busy={busy} onSubmit={submit} onClose={onClose}>
      {outcome === 'DEFERRED' ? (
        <NativeSelect
          label={t`Meeting that takes it`}
          value={deferredTo}
          onChange={(event) => setDeferredTo(event.currentTarget.value)}
          data={later.map((meeting) => ({ value: meeting.id, label: `${meeting.title}, ${moment(meeting.startsAt)}` }))}
          error={errors['deferredTo'] ?? (later.length === 0 ? t`No other meeting is planned; call one first.` : undefined)}
          required
          data-autofocus
        />
      ) : (
        <Textarea label={said.field} required autosize minRows={3} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} error={errors['text']} data-autofocus />
      )}
    </FormDialog>
  );
}
