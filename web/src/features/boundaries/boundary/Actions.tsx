import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import type { Outcome } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { ApproveBoundary, ObjectToBoundary, RetireBoundary, WithdrawBoundary } from './acts';
import { type Boundary, versionOf } from './boundary';
import { Propose } from './Propose';

type Asking = 'propose' | 'withdraw' | 'retire' | 'approve' | 'object';

/** What can be done with a boundary by whoever looks at it. */
export function Actions({ boundary, onStale }: { boundary: Boundary; onStale(): void }) {
  const { t } = useLingui();
  const { company, to } = useSeat();
  const [asking, setAsking] = useState<Asking>();
  const [withdraw, retire] = [useAct(WithdrawBoundary), useAct(RetireBoundary)];
  const [approve, object] = [useAct(ApproveBoundary), useAct(ObjectToBoundary)];
  const { writes, reviews } = useMay(boundary);
  const { id, revision, open } = boundary;
  const proposed = versionOf(boundary, open?.number)?.state === 'PROPOSED';
  const ending = versionOf(boundary, open?.number)?.ends ?? false;
  const start = (verb: Asking) => () => {
    for (const act of [withdraw, retire, approve, object]) act.clear();
    setAsking(verb);
  };
  const close = () => setAsking(undefined);
  const settle = ({ done, refusals }: Outcome<unknown>) => {
    if (refusals.some(({ code }) => code === 'BOUNDARY_STALE')) onStale();
    return done;
  };
  const shared = { about: id, onClose: close };
  return (
    <>
      {writes && !proposed && (
        <Button component={Link} to={to(`boundaries/${id}/edit`)} variant={open ? 'default' : 'filled'}>
          {open ? <Trans>Edit the draft</Trans> : <Trans>Change it</Trans>}
        </Button>
      )}
      {writes && open && !proposed && (
        <Button onClick={start('propose')}>
          <Trans>Propose</Trans>
        </Button>
      )}
      {writes && open && (
        <Button variant="default" onClick={start('withdraw')}>
          {proposed ? <Trans>Take back</Trans> : <Trans>Give the draft up</Trans>}
        </Button>
      )}
      {writes && !proposed && !ending && boundary.approved && boundary.state !== 'ENDED' && (
        <Button variant="default" onClick={start('retire')}>
          <Trans>End it</Trans>
        </Button>
      )}
      {reviews && (
        <>
          <Button onClick={start('approve')}>
            <Trans>Approve</Trans>
          </Button>
          <Button variant="default" onClick={start('object')}>
            <Trans>Object</Trans>
          </Button>
        </>
      )}
      {asking === 'propose' && <Propose boundary={boundary} onStale={onStale} onClose={close} />}
      {asking === 'withdraw' && (
        <Agree
          {...shared}
          title={proposed ? t`Take the proposal back` : t`Give the draft up`}
          hint={proposed ? t`It becomes a draft again, and whoever has approved it is asked anew.` : t`What holds goes on to hold. The draft stays readable.`}
          label={proposed ? t`Take back` : t`Give up`}
          reason="needed"
          danger={!proposed}
          refusals={withdraw.refusals}
          busy={withdraw.busy}
          onAgree={async (reason) => settle(await withdraw.run({ input: { boundary: id, revision, reason } }))}
        />
      )}
      {asking === 'retire' && (
        <Agree
          {...shared}
          title={t`End the boundary`}
          hint={t`This makes a draft that ends it. It is proposed to the neighbours like any other, and ends from the day that is proposed.`}
          label={t`Make that draft`}
          danger
          refusals={retire.refusals}
          busy={retire.busy}
          onAgree={async () => settle(await retire.run({ input: { boundary: id, revision } }))}
        />
      )}
      {asking === 'approve' && (
        <Agree
          {...shared}
          title={t`Approve for ${company.name}`}
          hint={t`The last neighbour's yes makes it hold, from its day on or from today, whichever is later.`}
          label={t`Approve`}
          refusals={approve.refusals}
          busy={approve.busy}
          onAgree={async () => settle(await approve.run({ input: { boundary: id, revision, company: company.id } }))}
        />
      )}
      {asking === 'object' && (
        <Agree
          {...shared}
          title={t`Object for ${company.name}`}
          hint={t`It becomes a draft again, and whoever has approved it is asked anew. Say what would have to be otherwise.`}
          label={t`Object`}
          reason="needed"
          refusals={object.refusals}
          busy={object.busy}
          onAgree={async (reason) => settle(await object.run({ input: { boundary: id, revision, reason, company: company.id } }))}
        />
      )}
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
