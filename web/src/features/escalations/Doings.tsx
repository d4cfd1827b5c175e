import { Button, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { FormDialog } from '~/ui/FormDialog';
import type { Escalation } from './escalation';
import { RaiserDoings } from './RaiserDoings';
import { AcknowledgeEscalation, AnswerEscalation, CloseEscalation } from './verbs';

/** What the level and whoever raised a matter may do with it; who stands at the level is the server's word. */
export function Doings({ escalation }: { escalation: Escalation }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'acknowledge' | 'answer' | 'close'>();
  const acknowledge = useAct(AcknowledgeEscalation);
  const closing = useAct(CloseEscalation);
  const { id, title, state, revision, climbs, level, raised } = escalation;
  const answers = escalation.company?.id === company.id && holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER');
  const seen = climbs.findLast((climb) => climb.level === level)?.acknowledged;
  const close = () => setOpen(undefined);
  return (
    <>
      {answers && state === 'OPEN' && !seen && (
        <Button variant="default" onClick={() => setOpen('acknowledge')}>
          <Trans>I have seen it</Trans>
        </Button>
      )}
      {answers && state === 'OPEN' && (
        <Button onClick={() => setOpen('answer')}>
          <Trans>Answer…</Trans>
        </Button>
      )}
      {answers && state === 'ANSWERED' && (
        <Button variant="default" onClick={() => setOpen('close')}>
          <Trans>Close…</Trans>
        </Button>
      )}
      {raised?.company && <RaiserDoings escalation={escalation} raiser={raised.company.id} />}
      {open === 'acknowledge' && (
        <Agree
          title={t`Say that you have seen “${title}”`}
          hint={<Trans>The deadline stays.</Trans>}
          label={t`I have seen it`}
          about={id}
          refusals={acknowledge.refusals}
          busy={acknowledge.busy}
          onAgree={async () => (await acknowledge.run({ input: { escalation: id, revision } })).done}
          onClose={close}
        />
      )}
      {open === 'close' && (
        <Agree
          title={t`Close “${title}”`}
          hint={<Trans>Nothing is closed without an answer. What somebody raised is closed by their level only once their time is over.</Trans>}
          label={t`Close it`}
          about={id}
          refusals={closing.refusals}
          busy={closing.busy}
          onAgree={async () => (await closing.run({ input: { escalation: id, revision } })).done}
          onClose={close}
        />
      )}
      {open === 'answer' && <AnswerDialog escalation={escalation} onClose={close} />}
    </>
  );
}

function AnswerDialog({ escalation: { id, title, revision, raised }, onClose }: { escalation: Escalation; onClose: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const { run, busy, refusals } = useAct(AnswerEscalation);
  const [answer, setAnswer, drop] = useDraft(`answer ${id}`, me.id);
  const submit = async () => {
    const { done } = await run({ input: { escalation: id, revision, answer: answer.trim() } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      title={t`Answer “${title}”`}
      hint={
        raised ? (
          <Trans>{raised.company?.name} has as long as this level had to accept it, which closes the matter, or to reject it: then it climbs.</Trans>
        ) : (
          <Trans>Nobody raised it; your level closes it once it is answered.</Trans>
        )
      }
      label={t`Answer`}
      refusals={refusals}
      shown={['answer']}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea label={t`Answer`} required autosize minRows={4} maxLength={4000} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} error={against(refusals, 'answer')} data-autofocus />
    </FormDialog>
  );
}
