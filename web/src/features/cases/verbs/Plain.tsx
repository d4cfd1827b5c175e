import { useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Agree } from '~/ui/Agree';
import { type DialogProps, useChange } from './dialog';
import { AcceptCase, CancelCase, CloseCase, ConsentToPause, ReopenCase, ResolveCase, RespondToCase, ResumeCase } from './documents';

/** Takes on what is offered. */
export function Accept({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { tell, dialog } = useChange(AcceptCase, story);
  return <Agree title={t`Take ${story.reference} on`} hint={t`From now on ${company.name} holds it, and its time is yours.`} label={t`Take it on`} about={story.id} onAgree={() => tell({ company: company.id })} onClose={onClose} {...dialog} />;
}

/** Tells that the customer had a first response. */
export function Respond({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(RespondToCase, story);
  return <Agree title={t`The customer has had a response`} hint={t`The clock of the first response ends now, and the one of the next update begins anew.`} label={t`Yes, they have`} about={story.id} onAgree={() => tell({})} onClose={onClose} {...dialog} />;
}

/** Lets the clocks run again. */
export function Resume({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(ResumeCase, story);
  return <Agree title={t`Resume ${story.reference}`} hint={t`Its clocks run again from now on.`} label={t`Resume`} about={story.id} onAgree={() => tell({})} onClose={onClose} {...dialog} />;
}

/** Says that the work is done. */
export function Resolve({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(ResolveCase, story);
  return <Agree title={t`Resolve ${story.reference}`} hint={t`Its clocks end. The customer reads what you write, and has the next word.`} label={t`Resolve`} reason="welcome" about={story.id} onAgree={(note) => tell({ note: note || null })} onClose={onClose} {...dialog} />;
}

/** Opens again what was not resolved after all. */
export function Reopen({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(ReopenCase, story);
  return <Agree title={t`Open ${story.reference} again`} hint={t`What its clocks do then is what the agreement says for each of them.`} label={t`Open it again`} reason="welcome" about={story.id} onAgree={(reason) => tell({ reason: reason || null })} onClose={onClose} {...dialog} />;
}

/** Ends what nothing more happens to. */
export function Close({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(CloseCase, story);
  return <Agree title={t`Close ${story.reference}`} hint={t`It is closed for good: what comes up later is a new case.`} label={t`Close it`} about={story.id} onAgree={() => tell({})} onClose={onClose} {...dialog} />;
}

/** Withdraws a case: nothing of it is judged. */
export function Cancel({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { tell, dialog } = useChange(CancelCase, story);
  return <Agree title={t`Withdraw ${story.reference}`} hint={t`Nothing of it is judged, and nothing more happens to it.`} label={t`Withdraw it`} reason="welcome" about={story.id} danger onAgree={(reason) => tell({ reason: reason || null })} onClose={onClose} {...dialog} />;
}

/** Consents to a pause for one's company. */
export function Consent({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { tell, dialog } = useChange(ConsentToPause, story);
  return <Agree title={t`Consent to the pause`} hint={t`${company.name} agrees that the time is not the holder’s: the clocks have stood still since the pause began.`} label={t`Consent`} about={story.id} onAgree={() => tell({ company: company.id })} onClose={onClose} {...dialog} />;
}
