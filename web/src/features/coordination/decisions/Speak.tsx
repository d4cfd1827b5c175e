import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { type EnumOf, graphql } from '~/lib/graphql';
import { Agree } from '~/ui/Agree';
import { Refusals } from '~/ui/Refusals';
import { GiveVoice } from './verbs';

const Again = graphql(`
  query DecisionAgain($id: ID!) {
    node(id: $id) {
      ... on GroupDecision {
        id
        state
        revision
      }
    }
  }
`);

type Word = EnumOf<'CompanyVoiceWord'>;

/** Speaks for one's company: it consents, objects with a reason, or abstains; the last word counts. */
export function Speak({ decision: { id, title, revision }, word }: { decision: { id: string; title: string; revision: number }; word: Word | null }) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { run, busy, refusals, clear } = useAct(GiveVoice);
  const [objecting, setObjecting] = useState(false);
  const client = useClient();
  const say = async (said: Word, reason: string | null = null): Promise<boolean> => {
    const speak = (read: number) => run({ input: { decision: id, revision: read, company: company.id, word: said, reason } });
    const { done, refusals: told } = await speak(revision);
    if (done || !told.some(({ code }) => code === 'DECISION_STALE')) return done;
    // what a decision says never changes: another company has spoken in the same moment, or it is settled by now
    const { data } = await client.query(Again, { id }, { requestPolicy: 'network-only' }).toPromise();
    const now = data?.node;
    return now && 'state' in now && now.state === 'PROPOSED' ? (await speak(now.revision)).done : false;
  };
  return (
    <Group gap={4} className="no-print">
      <Button size="compact-xs" disabled={word === 'CONSENTS'} loading={busy} onClick={() => void say('CONSENTS')} aria-label={t`Consent to ${title}`}>
        <Trans>Consent</Trans>
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => {
          clear();
          setObjecting(true);
        }}
        aria-label={t`Object to ${title}`}
      >
        <Trans>Object…</Trans>
      </Button>
      <Button size="compact-xs" variant="default" disabled={word === 'ABSTAINS'} onClick={() => void say('ABSTAINS')} aria-label={t`Abstain on ${title}`}>
        <Trans>Abstain</Trans>
      </Button>
      {!objecting && <Refusals of={refusals} />}
      {objecting && (
        <Agree
          title={t`Object to “${title}”`}
          hint={<Trans>{company.name} objects. Every member reads why.</Trans>}
          label={t`Object`}
          reason="needed"
          about={id}
          refusals={refusals}
          busy={busy}
          danger
          onAgree={(reason) => say('OBJECTS', reason)}
          onClose={() => setObjecting(false)}
        />
      )}
    </Group>
  );
}
