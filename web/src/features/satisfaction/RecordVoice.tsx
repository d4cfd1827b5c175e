import { Checkbox, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useCaseNamed } from '~/features/cases/named';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { choicesById, choicesOf } from '~/lib/choices';
import { useDraft } from '~/lib/draft';
import { type EnumOf, graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import { kinds } from './words';

const Parties = graphql(`
  query WhoMaySayOrAnswer($agreement: String!) {
    agreement(code: $agreement) {
      id
      parties {
        company {
          id
          name
          kind
        }
      }
    }
  }
`);

const Record = graphql(
  `
    mutation RecordVoice($input: RecordVoiceInput!) {
      recordVoice(input: $input) {
        voice {
          id
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

/** Takes down what a customer said, and puts it before the companies concerned. */
export function RecordVoice({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const go = useNavigate();
  const me = useMe();
  const { agreement, company, to } = useSeat();
  const [{ data }] = useQuery({ query: Parties, variables: { agreement: agreement.code } });
  const parties = (data?.agreement?.parties ?? []).map((party) => party.company);
  const customers = parties.filter(({ kind }) => kind === 'CUSTOMER');
  const others = parties.filter(({ kind }) => kind !== 'CUSTOMER');
  const [customer, setCustomer] = useState('');
  const [kind, setKind] = useState<EnumOf<'VoiceKind'>>('IMPROVEMENT');
  const [text, setText, dropText] = useDraft('voice text', me.id);
  const [evidence, setEvidence, dropEvidence] = useDraft('voice evidence', me.id);
  const [reference, setReference] = useState('');
  const [companies, setCompanies] = useState<string[]>([]);
  const { found, unknown } = useCaseNamed(reference);
  const { run, busy, refusals } = useAct(Record);
  const errors = byField(refusals);
  const who = customer || customers[0]?.id;
  const submit = async () => {
    if (!who || (reference.trim() && !found)) return false;
    const { data: made, done } = await run({
      input: { agreement: agreement.id, company: company.id, customer: who, kind, text: text.trim(), evidence: evidence.trim(), case: found?.id ?? null, companies },
    });
    if (!done) return false;
    dropText();
    dropEvidence();
    const voice = made?.recordVoice.voice;
    if (voice) void go(to(`voices/${voice.id}`));
    return true;
  };
  return (
    <FormDialog
      title={t`Take down what a customer said`}
      hint={<Trans>The customer reads their own words and, in the end, what came of them. What shows it stays between the companies.</Trans>}
      label={t`Take it down`}
      refusals={refusals}
      shown={['customer', 'text', 'evidence', 'case', 'companies']}
      busy={busy}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect label={t`Customer`} value={who} onChange={(event) => setCustomer(event.currentTarget.value)} data={choicesById(customers)} error={errors['customer']} />
      <NativeSelect
        label={t`Kind`}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as EnumOf<'VoiceKind'>)}
        data={choicesOf(kinds, i18n)}
      />
      <Textarea label={t`What was said`} description={t`In the customer's words: they read it.`} required autosize minRows={3} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} error={errors['text']} data-autofocus />
      <Textarea label={t`What shows it`} description={t`A quotation, an occasion, an address. The customer does not read it.`} required autosize minRows={2} maxLength={4000} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} error={errors['evidence']} />
      <TextInput
        label={t`Reference of the case in which it came up`}
        description={found?.title ?? t`Only if it came up in one.`}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        error={errors['case'] ?? (unknown ? t`There is no case of yours to see with this reference.` : undefined)}
      />
      <Checkbox.Group label={t`Companies concerned`} description={t`Each has five open days to acknowledge or answer.`} value={companies} onChange={setCompanies} error={errors['companies']}>
        <Stack gap={6} mt={6}>
          {others.map(({ id, name }) => (
            <Checkbox key={id} value={id} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
