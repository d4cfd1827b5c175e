import { Loader, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { Gate } from '~/ui/Gate';
import { type DialogProps, useChange } from '../verbs/dialog';
import { OfferCase } from '../verbs/documents';
import { Candidates } from './Candidates';
import { Check, choicesOf, keyOf, Proposals, type Proposal } from './candidates';
import { Verdict } from './Verdict';

/** Offers a case to another team: the boundaries are asked before, and who could have it is told. */
export function HandOver({ story, agreed, onClose, chosen = '' }: DialogProps & { chosen?: string }) {
  const { t } = useLingui();
  const { id } = useMe();
  const [asked, again] = useQuery({ query: Proposals, variables: { id: story.id }, requestPolicy: 'network-only' });
  const [key, setKey] = useState(chosen);
  const [note, setNote, dropNote] = useDraft(`hand over ${story.id}`, id);
  const [why, setWhy, dropWhy] = useDraft(`outside ${story.id}`, id);
  const { tell, dialog } = useChange(OfferCase, story);
  const [team = '', company = ''] = key.split(' ');
  const [{ data, fetching }] = useQuery({ query: Check, variables: { id: story.id, team, company }, pause: !key, requestPolicy: 'network-only' });
  const node = data?.node;
  const checked = key && !fetching && node && 'handOverCheck' in node ? node.handOverCheck : undefined;
  const outside = checked ? checked.verdict !== 'ALLOWED' : false;

  const offer = async (to: { team: string; company: string }, outsideReason: string | null) => {
    const done = await tell({ ...to, reason: note.trim() || null, outsideReason });
    if (done) [dropNote, dropWhy].forEach((drop) => drop());
    return done;
  };
  const neighbour = async (proposal: Proposal) => {
    if (!proposal.team || !proposal.company) return;
    if (proposal.allowed) {
      if (await offer({ team: proposal.team.id, company: proposal.company.id }, null)) onClose();
    } else setKey(keyOf(proposal.team.id, proposal.company.id));
  };
  const holder = story.holder?.team && story.holder.company ? keyOf(story.holder.team.id, story.holder.company.id) : undefined;

  return (
    <FormDialog
      title={t`Hand ${story.reference} over`}
      hint={t`You hold it until the receiver takes it on. The order is a suggestion; you decide.`}
      label={outside ? t`Offer it there all the same` : t`Offer it`}
      danger={outside}
      size="lg"
      shown={['reason', 'outsideReason']}
      {...dialog}
      onSubmit={() => (key ? offer({ team, company }, outside ? why.trim() : null) : Promise.resolve(false))}
      onClose={onClose}
    >
      <Gate asked={asked} pick={(found) => (found.node && 'handOverProposals' in found.node ? found.node : null)} again={again}>
        {({ handOverProposals }) => {
          const choices = choicesOf(handOverProposals, agreed.teams, holder);
          const receiver = choices.find((choice) => choice.key === key);
          return (
            <>
              <Candidates label={t`To whom`} choices={choices} value={key} onChange={setKey} />
              <div aria-live="polite">
                {key && fetching && <Loader size="sm" aria-label={t`Asking the boundaries`} />}
                {checked && receiver && <Verdict checked={checked} receiver={`${receiver.team.name}, ${receiver.company.name}`} busy={dialog.busy} onNeighbour={(proposal) => void neighbour(proposal)} />}
              </div>
              {outside && (
                <Textarea
                  label={t`Why it goes there all the same`}
                  description={t`It is recorded, and whoever helps outside of a boundary is credited.`}
                  value={why}
                  onChange={(event) => setWhy(event.currentTarget.value)}
                  error={against(dialog.refusals, 'outsideReason')}
                  required
                  autosize
                  minRows={2}
                  maxLength={4000}
                />
              )}
              <Textarea label={t`What the receiver has to know`} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={against(dialog.refusals, 'reason')} autosize minRows={2} maxLength={4000} />
            </>
          );
        }}
      </Gate>
    </FormDialog>
  );
}
