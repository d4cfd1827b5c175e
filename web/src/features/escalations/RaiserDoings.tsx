import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { Agree } from '~/ui/Agree';
import { AcceptAnswer, RejectAnswer, WithdrawEscalation } from './verbs';

interface Raised {
  id: string;
  title: string | null;
  state: string;
  revision: number;
}

/** What whoever raised a matter may do: accept or reject the answer, or take the matter back. */
export function RaiserDoings({ escalation: { id, title, state, revision }, raiser }: { escalation: Raised; raiser: string }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'accept' | 'reject' | 'withdraw'>();
  const accept = useAct(AcceptAnswer);
  const reject = useAct(RejectAnswer);
  const withdraw = useAct(WithdrawEscalation);
  if (raiser !== company.id || state === 'CLOSED' || state === 'WITHDRAWN' || !holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER', 'CUSTOMER')) return null;
  const name = title ?? t`the matter`;
  const close = () => setOpen(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpen('withdraw')}>
        <Trans>Take it back…</Trans>
      </Button>
      {state === 'ANSWERED' && (
        <>
          <Button variant="default" onClick={() => setOpen('reject')}>
            <Trans>Reject the answer…</Trans>
          </Button>
          <Button onClick={() => setOpen('accept')}>
            <Trans>Accept the answer</Trans>
          </Button>
        </>
      )}
      {open === 'accept' && (
        <Agree
          title={t`Accept the answer to ${name}`}
          hint={<Trans>That closes the matter.</Trans>}
          label={t`Accept it`}
          about={id}
          refusals={accept.refusals}
          busy={accept.busy}
          onAgree={async () => (await accept.run({ input: { escalation: id, revision } })).done}
          onClose={close}
        />
      )}
      {open === 'reject' && (
        <Agree
          title={t`Reject the answer to ${name}`}
          hint={<Trans>The matter goes one level up, with the answer and your reason.</Trans>}
          label={t`Reject it`}
          reason="needed"
          about={id}
          refusals={reject.refusals}
          busy={reject.busy}
          danger
          onAgree={async (reason) => (await reject.run({ input: { escalation: id, revision, reason } })).done}
          onClose={close}
        />
      )}
      {open === 'withdraw' && (
        <Agree
          title={t`Take ${name} back`}
          label={t`Take it back`}
          reason="needed"
          about={id}
          refusals={withdraw.refusals}
          busy={withdraw.busy}
          danger
          onAgree={async (reason) => (await withdraw.run({ input: { escalation: id, revision, reason } })).done}
          onClose={close}
        />
      )}
    </>
  );
}
