import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useDecision } from '~/lib/decide';
import { Agree } from '~/ui/Agree';
import { AcceptAnswer, RejectAnswer, WithdrawEscalation } from './verbs';

interface Raised {
  id: string;
  title: string | null;
  state: string;
  revision: number;
}

interface DecisionProps {
  escalation: Raised;
  /** The matter's name. */
  name: string;
  onClose(): void;
}

/** What whoever raised a matter may do: accept or reject the answer, or take the matter back. */
export function RaiserDoings({ escalation, raiser }: { escalation: Raised; raiser: string }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const [open, setOpen] = useState<'accept' | 'reject' | 'withdraw'>();
  const { title, state } = escalation;
  if (raiser !== company.id || state === 'CLOSED' || state === 'WITHDRAWN' || !holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER', 'CUSTOMER')) return null;
  const decision = { escalation, name: title ?? t`the matter`, onClose: () => setOpen(undefined) };
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
      {open === 'accept' && <Accept {...decision} />}
      {open === 'reject' && <Reject {...decision} />}
      {open === 'withdraw' && <Withdraw {...decision} />}
    </>
  );
}

function Accept({ escalation, name, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(AcceptAnswer, escalation);
  return (
    <Agree
      {...dialog}
      title={t`Accept the answer to ${name}`}
      hint={<Trans>That closes the matter.</Trans>}
      label={t`Accept it`}
      about={escalation.id}
      onAgree={() => run({ input: { escalation: escalation.id, revision } })}
      onClose={onClose}
    />
  );
}

function Reject({ escalation, name, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(RejectAnswer, escalation);
  return (
    <Agree
      {...dialog}
      title={t`Reject the answer to ${name}`}
      hint={<Trans>The matter goes one level up, with the answer and your reason.</Trans>}
      label={t`Reject it`}
      reason="needed"
      about={escalation.id}
      danger
      onAgree={(reason) => run({ input: { escalation: escalation.id, revision, reason } })}
      onClose={onClose}
    />
  );
}

function Withdraw({ escalation, name, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(WithdrawEscalation, escalation);
  return (
    <Agree
      {...dialog}
      title={t`Take ${name} back`}
      label={t`Take it back`}
      reason="needed"
      about={escalation.id}
      danger
      onAgree={(reason) => run({ input: { escalation: escalation.id, revision, reason } })}
      onClose={onClose}
    />
  );
}
