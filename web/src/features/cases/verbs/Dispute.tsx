import { Group, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { against } from '~/lib/refusals';
import { now, spellDuration, wallClock } from '~/lib/time';
import { instantOf } from '~/lib/zoned';
import { Agree } from '~/ui/Agree';
import { type DialogProps, useChange } from './dialog';
import { DisputeCaseTime } from './documents';

/** Says for one's company that a stretch of time is somebody else's. */
export function Dispute({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const { company } = useSeat();
  const own = story.ledger.segments.findLast(({ part }) => part.company?.id === company.id);
  const begun = own?.from ?? story.openedAt;
  const [from, setFrom] = useState(() => wallClock(begun, agreed.zone));
  const [until, setUntil] = useState(() => wallClock(own?.until ?? now(), agreed.zone));
  const { tell, dialog } = useChange(DisputeCaseTime, story);
  // a wall clock shows minutes: what is left as it stands means the moment itself
  const exact = (typed: string, known: string | undefined) => (known && wallClock(known, agreed.zone) === typed ? known : (instantOf(typed, agreed.zone) ?? ''));
  const window = agreed.caseHandling && spellDuration(agreed.caseHandling.disputeWindow);
  return (
    <Agree
      title={t`Dispute time of ${story.reference}`}
      hint={t`A coordinator who does not speak for ${company.name} decides whose the time is. Disputes can be raised until ${window ?? ''} after the resolution.`}
      label={t`Dispute it`}
      reason="needed"
      about={story.id}
      onAgree={(reason) => tell({ company: company.id, from: exact(from, begun), until: exact(until, (own ?? story.ledger.segments.at(-1))?.until), reason })}
      onClose={onClose}
      {...dialog}
    >
      <Group grow align="flex-start">
        <TextInput type="datetime-local" label={t`From`} description={t`Time in ${agreed.zone}`} value={from} onChange={(event) => setFrom(event.currentTarget.value)} error={against(dialog.refusals, 'from')} required />
        <TextInput type="datetime-local" label={t`Until`} description={t`Time in ${agreed.zone}`} value={until} onChange={(event) => setUntil(event.currentTarget.value)} error={against(dialog.refusals, 'until')} required />
      </Group>
    </Agree>
  );
}
