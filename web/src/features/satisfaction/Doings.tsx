import { Button, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { graphql } from '~/lib/graphql';
import { against, type Refusal } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import { Refusals } from '~/ui/Refusals';
import type { Voice } from './voice';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment VoiceChanged on VoicePayload {
      voice {
        id
        state
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

const AnswerVoice = graphql(`mutation AnswerVoice($input: AnswerVoiceInput!) { answerVoice(input: $input) { ...VoiceChanged } }`, [Changed]);
const CloseVoice = graphql(`mutation CloseVoice($input: CloseVoiceInput!) { closeVoice(input: $input) { ...VoiceChanged } }`, [Changed]);

interface VoiceProps {
  voice: Voice;
}

interface SpeakProps extends VoiceProps {
  onClose(): void;
}

/** What a company that was asked says, and what the one that took it down tells the customer in the end. */
export function Doings({ voice }: VoiceProps) {
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'answer' | 'close'>();
  const { run, busy, refusals, clear } = useAct(AnswerVoice);
  const { id, revision, state, asked, recorded } = voice;
  const own = asked.find((reply) => reply.company?.id === company.id);
  if (state === 'CLOSED') return null;
  const close = () => setOpen(undefined);
  return (
    <>
      {own && holds('COORDINATOR') && (
        <>
          {!own.word && (
            <Button variant="default" loading={busy} onClick={() => void run({ input: { voice: id, revision, company: company.id } })}>
              <Trans>Acknowledge</Trans>
            </Button>
          )}
          <Button onClick={() => setOpen('answer')}>
            <Trans>Answer…</Trans>
          </Button>
        </>
      )}
      {state === 'HEARD' && recorded.company?.id === company.id && holds('CONTACT_AGENT') && (
        <Button onClick={() => setOpen('close')}>
          <Trans>Tell the customer…</Trans>
        </Button>
      )}
      <Refusals of={refusals} onRead={clear} />
      {open === 'answer' && <Answer voice={voice} onClose={close} />}
      {open === 'close' && <Tell voice={voice} onClose={close} />}
    </>
  );
}

function Answer({ voice, onClose }: SpeakProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { revision, run, dialog } = useDecision(AnswerVoice, voice);
  return (
    <Write
      {...dialog}
      place={`voice answer ${voice.id}`}
      title={t`What ${company.name} does about it`}
      hint={<Trans>The other companies read it; the customer is told in the end by whoever took it down.</Trans>}
      label={t`Answer`}
      field="answer"
      onWrite={(answer) => run({ input: { voice: voice.id, revision, company: company.id, answer } })}
      onClose={onClose}
    />
  );
}

function Tell({ voice, onClose }: SpeakProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(CloseVoice, voice);
  return (
    <Write
      {...dialog}
      place={`voice told ${voice.id}`}
      title={t`Tell the customer what came of it`}
      hint={<Trans>The customer reads it as you write it. Nothing more happens to it then.</Trans>}
      label={t`Tell the customer`}
      field="words"
      onWrite={(words) => run({ input: { voice: voice.id, revision, words } })}
      onClose={onClose}
    />
  );
}

interface WriteProps {
  /** Under which what is written is kept until it is sent. */
  place: string;
  title: string;
  hint: ReactNode;
  label: string;
  /** What the API calls the text. */
  field: string;
  refusals: Refusal[];
  busy: boolean;
  /** Where somebody was faster: takes up what they made of it. */
  onRead(): void;
  onWrite(text: string): Promise<boolean>;
  onClose(): void;
}

function Write({ place, field, onWrite, ...dialog }: WriteProps) {
  const me = useMe();
  const [text, setText, drop] = useDraft(place, me.id);
  const submit = async () => {
    const done = await onWrite(text.trim());
    if (done) drop();
    return done;
  };
  return (
    <FormDialog {...dialog} shown={[field]} onSubmit={submit}>
      <Textarea aria-label={dialog.title} required autosize minRows={4} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} error={against(dialog.refusals, field)} data-autofocus />
    </FormDialog>
  );
}
