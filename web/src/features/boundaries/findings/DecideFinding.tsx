import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useDecision } from '~/lib/decide';
import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Agree } from '~/ui/Agree';
import type { Finding } from './FindingPage';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment FindingChanged on FindingPayload {
      finding {
        id
        state
        revision
        reason
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

const AcceptFinding = graphql(`mutation AcceptFinding($input: AcceptFindingInput!) { acceptFinding(input: $input) { ...FindingChanged } }`, [Changed]);
const ReopenFinding = graphql(`mutation ReopenFinding($input: ReopenFindingInput!) { reopenFinding(input: $input) { ...FindingChanged } }`, [Changed]);

type Followed = Finding & { revision: number };
const followed = (finding: Finding): finding is Followed => finding.revision !== null;

/** Coordinators live with a finding, or no more. */
export function DecideFinding({ finding }: { finding: Finding }) {
  const { holds } = useSeat();
  const [asking, setAsking] = useState<'accept' | 'reopen'>();
  if (!holds('COORDINATOR') || !followed(finding) || finding.state === 'VANISHED') return null;
  const close = () => setAsking(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(finding.state === 'OPEN' ? 'accept' : 'reopen')}>
        {finding.state === 'OPEN' ? <Trans>Live with it</Trans> : <Trans>Live with it no more</Trans>}
      </Button>
      {asking === 'accept' && <Accept finding={finding} onClose={close} />}
      {asking === 'reopen' && <Reopen finding={finding} onClose={close} />}
    </>
  );
}

interface DecisionProps {
  finding: Followed;
  onClose(): void;
}

function Accept({ finding, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { revision, run, dialog } = useDecision(AcceptFinding, finding);
  return (
    <Agree
      {...dialog}
      title={t`Live with this finding`}
      hint={<Trans>It counts as decided, for every company, as long as it does not grow. Say why, for whoever asks later.</Trans>}
      label={t`Accept it`}
      reason="needed"
      about={finding.id}
      onAgree={(reason) => run({ input: { finding: finding.id, revision, reason, company: company.id } })}
      onClose={onClose}
    />
  );
}

function Reopen({ finding, onClose }: DecisionProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { revision, run, dialog } = useDecision(ReopenFinding, finding);
  return (
    <Agree
      {...dialog}
      title={t`Live with it no more`}
      hint={<Trans>It is open again, and counts.</Trans>}
      label={t`Open it again`}
      about={finding.id}
      onAgree={() => run({ input: { finding: finding.id, revision, company: company.id } })}
      onClose={onClose}
    />
  );
}
