import { Button } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { type Boundary, versionOf } from './boundary';
import { Approve, ObjectTo, Retire, Withdraw } from './Decisions';
import { Propose } from './Propose';

const dialogs = { propose: Propose, withdraw: Withdraw, retire: Retire, approve: Approve, object: ObjectTo };

/** What can be done with a boundary by whoever looks at it. */
export function Actions({ boundary }: { boundary: Boundary }) {
  const { to } = useSeat();
  const [asking, setAsking] = useState<keyof typeof dialogs>();
  const { writes, reviews } = useMay(boundary);
  const open = versionOf(boundary, boundary.open?.number);
  const proposed = open?.state === 'PROPOSED';
  const ends = writes && !proposed && !open?.ends && boundary.approved && boundary.state !== 'ENDED';
  const Dialog = asking && dialogs[asking];
  return (
    <>
      {writes && !proposed && (
        <Button component={Link} to={to(`boundaries/${boundary.id}/edit`)} variant={open ? 'default' : 'filled'}>
          {open ? <Trans>Edit the draft</Trans> : <Trans>Change it</Trans>}
        </Button>
      )}
      {writes && open && !proposed && (
        <Button onClick={() => setAsking('propose')}>
          <Trans>Propose</Trans>
        </Button>
      )}
      {writes && open && (
        <Button variant="default" onClick={() => setAsking('withdraw')}>
          {proposed ? <Trans>Take back</Trans> : <Trans>Give the draft up</Trans>}
        </Button>
      )}
      {ends && (
        <Button variant="default" onClick={() => setAsking('retire')}>
          <Trans>End it</Trans>
        </Button>
      )}
      {reviews && (
        <>
          <Button onClick={() => setAsking('approve')}>
            <Trans>Approve</Trans>
          </Button>
          <Button variant="default" onClick={() => setAsking('object')}>
            <Trans>Object</Trans>
          </Button>
        </>
      )}
      {Dialog && <Dialog boundary={boundary} onClose={() => setAsking(undefined)} />}
    </>
  );
}

/** Whether whoever looks at it may write it, and whether their word on it is waited for. The server decides. */
function useMay(boundary: Boundary): { writes: boolean; reviews: boolean } {
  const { company, holds } = useSeat();
  const me = useMe();
  const version = versionOf(boundary, boundary.open?.number);
  const expert = holds('SME');
  const named = boundary.awaited.some(({ id }) => id === company.id);
  // where no neighbour is asked, any expert but the one who proposed it is enough
  const anybody = version?.asked.length === 0 && version.proposed?.person?.id !== me.id;
  return { writes: expert && boundary.company?.id === company.id, reviews: expert && version?.state === 'PROPOSED' && (named || anybody) };
}
