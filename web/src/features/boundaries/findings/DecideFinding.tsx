import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { Agree } from '~/ui/Agree';
import type { Finding } from './FindingPage';

const AcceptFinding = graphql(`
  mutation AcceptFinding($input: AcceptFindingInput!) {
    acceptFinding(input: $input) {
      finding {
        id
        state
        revision
        reason
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

const ReopenFinding = graphql(`
  mutation ReopenFinding($input: ReopenFindingInput!) {
    reopenFinding(input: $input) {
      finding {
        id
        state
        revision
        reason
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

/** Coordinators live with a finding, or no more. */
export function DecideFinding({ finding: { id, state, revision } }: { finding: Finding }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const [asking, setAsking] = useState<'accept' | 'reopen'>();
  const accept = useAct(AcceptFinding);
  const reopen = useAct(ReopenFinding);
  if (!holds('COORDINATOR') || revision === null || state === 'VANISHED') return null;
  const start = () => {
    accept.clear();
    reopen.clear();
    setAsking(state === 'OPEN' ? 'accept' : 'reopen');
  };
  return (
    <>
      <Button variant="default" onClick={start}>
        {state === 'OPEN' ? <Trans>Live with it</Trans> : <Trans>Live with it no more</Trans>}
      </Button>
      {asking === 'accept' && (
        <Agree
          title={t`Live with this finding`}
          hint={<Trans>It counts as decided, for every company, as long as it does not grow. Say why, for whoever asks later.</Trans>}
          label={t`Accept it`}
          reason="needed"
          about={id}
          refusals={accept.refusals}
          busy={accept.busy}
          onAgree={async (reason) => (await accept.run({ input: { finding: id, revision, reason, company: company.id } })).done}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking === 'reopen' && (
        <Agree
          title={t`Live with it no more`}
          hint={<Trans>It is open again, and counts.</Trans>}
          label={t`Open it again`}
          about={id}
          refusals={reopen.refusals}
          busy={reopen.busy}
          onAgree={async () => (await reopen.run({ input: { finding: id, revision, company: company.id } })).done}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
