import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useCaseNamed } from '~/features/cases/named';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { useDraft } from '~/lib/draft';
import { graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { useParam } from '~/lib/url';
import { FormDialog } from '~/ui/FormDialog';

const Subjects = graphql(`
  query WhatMayBeRaised($agreement: String!) {
    agreement(code: $agreement) {
      id
      parties {
        company {
          id
          name
          kind
        }
      }
      correctiveActions(first: 100, filter: { state: [PROPOSED, ACTING, VERIFYING, FAILED] }) {
        nodes {
          id
          title
        }
      }
    }
  }
`);

const Raise = graphql(
  `
    mutation RaiseEscalation($input: RaiseEscalationInput!) {
      raiseEscalation(input: $input) {
        escalation {
          id
        }
        customerEscalation {
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

type Kind = 'FREE' | 'CASE' | 'ACTION';

/** Raises a matter for one's company: about a case, a corrective action, or what its title says. `?case=REFERENCE` names the case. */
export function RaiseDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const go = useNavigate();
  const me = useMe();
  const { agreement, company, to } = useSeat();
  const [named] = useParam('case');
  const [kind, setKind] = useState<Kind>(named ? 'CASE' : 'FREE');
  const [reference, setReference] = useState(named);
  const [action, setAction] = useState('');
  const [concerns, setConcerns] = useState('');
  const [title, setTitle] = useState('');
  const [note, setNote, drop] = useDraft('escalation', me.id);
  const [subjects] = useQuery({ query: Subjects, variables: { agreement: agreement.code } });
  const { found: its, unknown } = useCaseNamed(kind === 'CASE' ? reference : '');
  const { run, busy, refusals } = useAct(Raise);
  const errors = byField(refusals);
  const actions = subjects.data?.agreement?.correctiveActions.nodes ?? [];
  const companies = (subjects.data?.agreement?.parties ?? []).map((party) => party.company).filter(({ kind: what }) => what !== 'CUSTOMER');
  const submit = async () => {
    if (kind === 'CASE' && !its) return false;
    const { data, done } = await run({
      input: {
        agreement: agreement.id,
        company: company.id,
        case: kind === 'CASE' ? (its?.id ?? null) : null,
        correctiveAction: kind === 'ACTION' ? action || null : null,
        concerns: concerns || null,
        title: title.trim(),
        note: note.trim() || null,
      },
    });
    if (!done) return false;
    drop();
    const raised = data?.raiseEscalation.escalation ?? data?.raiseEscalation.customerEscalation;
    if (raised) void go(to(`escalations/${raised.id}`));
    return !raised;
  };
  return (
    <FormDialog
      title={t`Raise a matter`}
      hint={<Trans>It begins at the first level of its path, with its clock running, and climbs where nobody answers in time.</Trans>}
      label={t`Raise it`}
      refusals={refusals}
      shown={['title', 'note', 'concerns', 'case', 'correctiveAction']}
      busy={busy}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t`Title`} required maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={errors['title']} data-autofocus />
      <NativeSelect
        label={t`About`}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as Kind)}
        data={[
          { value: 'FREE', label: t`What the title says` },
          { value: 'CASE', label: t`A case` },
          { value: 'ACTION', label: t`A corrective action` },
        ]}
      />
      {kind === 'CASE' && (
        <TextInput
          label={t`Reference of the case`}
          required
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          error={errors['case'] ?? (unknown ? t`There is no case of yours to see with this reference.` : undefined)}
          description={its?.title}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      )}
      {kind === 'ACTION' && (
        <NativeSelect
          label={t`Corrective action`}
          required
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
          data={[{ value: '', label: t`Choose one` }, ...actions.map(({ id, title: label }) => ({ value: id, label }))]}
          error={errors['correctiveAction']}
        />
      )}
      <NativeSelect
        label={t`Company that is to answer`}
        required={kind === 'FREE'}
        value={concerns}
        onChange={(event) => setConcerns(event.currentTarget.value)}
        data={[{ value: '', label: kind === 'FREE' ? t`Choose one` : t`Whoever has it` }, ...choicesById(companies)]}
        error={errors['concerns']}
      />
      <Textarea label={t`What there is to say about it`} autosize minRows={3} maxLength={4000} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={errors['note']} />
      <Text size="sm" c="dimmed">
        <Trans>You raise it for {company.name}. Everybody who may speak for it accepts or rejects the answer.</Trans>
      </Text>
    </FormDialog>
  );
}
