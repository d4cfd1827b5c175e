import { Checkbox, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { Propose } from './verbs';

interface ProposeDecisionProps {
  group: { id: string; companies: readonly { id: string; name: string }[] };
  meeting?: string;
  /** The matter of the agenda that it answers. */
  matter?: { id: string; title: string };
  /** The decision that gives way to it. */
  supersedes?: string;
  /** Told of the decision that was made; answers whether the rest went well, too. */
  onProposed?(decision: string): Promise<boolean>;
  onClose(): void;
}

/** Puts a decision before the companies concerned, in a meeting or in writing. */
export function ProposeDecision({ group, meeting, matter, supersedes, onProposed, onClose }: ProposeDecisionProps) {
  const { t } = useLingui();
  const { id } = useMe();
  const { run, busy, refusals } = useAct(Propose);
  const [title, setTitle] = useState(matter?.title ?? '');
  const [text, setText, drop] = useDraft(`decision ${matter?.id ?? meeting ?? group.id}`, id);
  const [concerned, setConcerned] = useState(() => group.companies.map((company) => company.id));
  const [effectiveOn, setEffectiveOn] = useState('');
  const [followUpOn, setFollowUpOn] = useState('');
  const errors = byField(refusals);
  const submit = async () => {
    const { data, done } = await run({
      input: {
        group: group.id,
        meeting: meeting ?? null,
        agendaItem: matter?.id ?? null,
        decision: supersedes ?? null,
        title: title.trim(),
        text: text.trim(),
        companies: concerned,
        effectiveOn: effectiveOn || null,
        followUpOn: followUpOn || null,
      },
    });
    const made = data?.proposeDecision.decision;
    if (!done || !made) return false;
    drop();
    return onProposed ? onProposed(made.id) : true;
  };
  return (
    <FormDialog
      title={t`Put a decision before the companies`}
      hint={<Trans>Each company concerned has one voice, given by a member of the group or the deputy.</Trans>}
      label={t`Propose`}
      refusals={refusals}
      shown={['title', 'text', 'effectiveOn', 'followUpOn']}
      busy={busy}
      size="lg"
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t`Title`} required maxLength={200} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={errors['title']} data-autofocus />
      <Textarea label={t`What is to hold`} required autosize minRows={3} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} error={errors['text']} />
      <Checkbox.Group label={t`Companies concerned`} value={concerned} onChange={setConcerned} error={errors['companies']}>
        <Stack gap={6} mt={4}>
          {group.companies.map((company) => (
            <Checkbox key={company.id} value={company.id} label={company.name} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group grow align="flex-start">
        <TextInput type="date" label={t`Holds from`} description={t`From its adoption on unless told.`} value={effectiveOn} onChange={(event) => setEffectiveOn(event.currentTarget.value)} error={errors['effectiveOn']} />
        <TextInput type="date" label={t`Look at its effect on`} description={t`It comes onto an agenda then.`} min={today()} value={followUpOn} onChange={(event) => setFollowUpOn(event.currentTarget.value)} error={errors['followUpOn']} />
      </Group>
    </FormDialog>
  );
}
