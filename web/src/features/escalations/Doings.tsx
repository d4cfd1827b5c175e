import { Button, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { FormDialog } from '~/ui/FormDialog';
import type { Escalation } from './escalation';
import { RaiserDoings } from './RaiserDoings';
import { AcknowledgeEscalation, AnswerEscalation, CloseEscalation } from './verbs';

interface DecisionProps {
  escalation: Escalation;
  onClose(): void;
}

/** What the level and whoever raised a matter may do with it; who stands at the level is the server's word. */
export function Doings({ escalation }: { escalation: Escalation }) {
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'acknowledge' | 'answer' | 'close'>();
  const { state, climbs, level, raised } = escalation;
  const answers = escalation.company?.id === company.id && holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER');
  const seen = climbs.findLast((climb) => climb.level === level)?.acknowledged;
  const decision = { escalation, onClose: () => setOpen(undefined) };
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
      {open === 'acknowledge' && <Acknowledge {...decision} />}
      {open === 'answer' && <Answer {...decision} />}
      {open === 'close' && <Close {...decision} />}
    </>
  );
}

function Acknowledge({ escalation, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(AcknowledgeEscalation, escalation);
  const { id, title } = escalation;
  return (
    <Agree
      {...dialog}
      title={t`Say that you have seen “${title}”`}
      hint={<Trans>The deadline stays.</Trans>}
      label={t`I have seen it`}
      about={id}
      onAgree={() => run({ input: { escalation: id, revision } })}
      onClose={onClose}
    />
  );
}

function Close({ escalation, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(CloseEscalation, escalation);
  const { id, title } = escalation;
  return (
    <Agree
      {...dialog}
      title={t`Close “${title}”`}
      hint={<Trans>Nothing is closed without an answer. What somebody raised is closed by their level only once their time is over.</Trans>}
      label={t`Close it`}
      about={id}
      onAgree={() => run({ input: { escalation: id, revision } })}
      onClose={onClose}
    />
  );
}

function Answer({ escalation, onClose }: DecisionProps) {
  const { t } = useLingui();
  const me = useMe();
  const { revision, run, dialog } = useDecision(AnswerEscalation, escalation);
  const { id, title, raised } = escalation;
  const [answer, setAnswer, drop] = useDraft(`answer ${id}`, me.id);
  const submit = async () => {
    const done = await run({ input: { escalation: id, revision, answer: answer.trim() } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      {...dialog}
      title={t`Answer “${title}”`}
      hint={
        raised ? (
          <Trans>{raised.company?.name} has as long as this level had to accept it, which closes the matter, or to reject it: then it climbs.</Trans>
        ) : (
          <Trans>Nobody raised it; your level closes it once it is answered.</Trans>
        )
      }
      label={t`Answer`}
      shown={['answer']}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea label={t`Answer`} required autosize minRows={4} maxLength={4000} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} error={against(dialog.refusals, 'answer')} data-autofocus />
    </FormDialog>
  );
}
