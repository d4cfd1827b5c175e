import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useDecision } from '~/lib/decide';
import { Agree } from '~/ui/Agree';
import { ApproveBoundary, ObjectToBoundary, RetireBoundary, WithdrawBoundary } from './acts';
import { type Boundary, versionOf } from './boundary';

interface DecisionProps {
  boundary: Boundary;
  onClose(): void;
}

/** Takes a proposal back, or gives a draft up. */
export function Withdraw({ boundary, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(WithdrawBoundary, boundary);
  // as it was when it was asked: it is something else once it is done
  const [proposed] = useState(() => versionOf(boundary, boundary.open?.number)?.state === 'PROPOSED');
  return (
    <Agree
      {...dialog}
      title={proposed ? t`Take the proposal back` : t`Give the draft up`}
      hint={proposed ? t`It becomes a draft again, and whoever has approved it is asked anew.` : t`What holds goes on to hold. The draft stays readable.`}
      label={proposed ? t`Take back` : t`Give up`}
      reason="needed"
      danger={!proposed}
      about={boundary.id}
      onAgree={(reason) => run({ input: { boundary: boundary.id, revision, reason } })}
      onClose={onClose}
    />
  );
}

/** Makes a draft that ends the boundary. */
export function Retire({ boundary, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { revision, run, dialog } = useDecision(RetireBoundary, boundary);
  return (
    <Agree
      {...dialog}
      title={t`End the boundary`}
      hint={t`This makes a draft that ends it. It is proposed to the neighbours like any other, and ends from the day that is proposed.`}
      label={t`Make that draft`}
      danger
      about={boundary.id}
      onAgree={() => run({ input: { boundary: boundary.id, revision } })}
      onClose={onClose}
    />
  );
}

/** A neighbour's yes. */
export function Approve({ boundary, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { revision, run, dialog } = useDecision(ApproveBoundary, boundary);
  return (
    <Agree
      {...dialog}
      title={t`Approve for ${company.name}`}
      hint={t`The last neighbour's yes makes it hold, from its day on or from today, whichever is later.`}
      label={t`Approve`}
      about={boundary.id}
      onAgree={() => run({ input: { boundary: boundary.id, revision, company: company.id } })}
      onClose={onClose}
    />
  );
}

/** A neighbour's no, with its reason. */
export function ObjectTo({ boundary, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { revision, run, dialog } = useDecision(ObjectToBoundary, boundary);
  return (
    <Agree
      {...dialog}
      title={t`Object for ${company.name}`}
      hint={t`It becomes a draft again, and whoever has approved it is asked anew. Say what would have to be otherwise.`}
      label={t`Object`}
      reason="needed"
      about={boundary.id}
      onAgree={(reason) => run({ input: { boundary: boundary.id, revision, reason, company: company.id } })}
      onClose={onClose}
    />
  );
}
