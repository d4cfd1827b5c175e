import { Button, Group } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { type EnumOf, graphql } from '~/lib/graphql';
import { Agree } from '~/ui/Agree';
import { Refusals } from '~/ui/Refusals';

const GiveVoice = graphql(`
  mutation GiveVoice($input: GiveVoiceInput!) {
    giveVoice(input: $input) {
      decision {
        id
        state
        revision
      }
      refusals {
        code
        field
        message
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
  const say = async (said: Word, reason: string | null = null) => (await run({ input: { decision: id, revision, company: company.id, word: said, reason } })).done;
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
