import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { choicesById, choicesOf } from '~/lib/choices';
import type { EnumOf } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import type { Story } from '../story/story';
import { disputedTimes } from '../words';
import { type DialogProps, useChange } from './dialog';
import { DecideCaseDispute } from './documents';

type Time = EnumOf<'DisputedTime'>;

/** Decides whose disputed time is. */
export function Decide({ story, agreed, dispute, onClose }: DialogProps & { dispute: Story['disputes'][number] }) {
  const { t, i18n } = useLingui();
  const { company } = useSeat();
  const companies = agreed.parties.map((party) => party.company).filter(({ kind }) => kind !== 'CUSTOMER');
  const [time, setTime] = useState<Time>('STAYS');
  const [to, setTo] = useState(companies[0]?.id ?? '');
  const { tell, dialog } = useChange(DecideCaseDispute, story);
  const isTime = (text: string): text is Time => text in disputedTimes;
  return (
    <Agree
      title={t`Decide the dispute of ${dispute.company?.name ?? ''}`}
      hint={dispute.reason}
      label={t`Decide`}
      reason="needed"
      about={`${story.id} ${dispute.number}`}
      onAgree={(reason) => tell({ company: company.id, dispute: dispute.number, time, to: time === 'COMPANY' ? to : null, reason })}
      onClose={onClose}
      {...dialog}
    >
      <NativeSelect
        label={t`Where the time goes`}
        value={time}
        onChange={({ currentTarget: { value } }) => isTime(value) && setTime(value)}
        error={against(dialog.refusals, 'time')}
        data={choicesOf(disputedTimes, i18n)}
      />
      {time === 'COMPANY' && <NativeSelect label={t`To which company`} value={to} onChange={(event) => setTo(event.currentTarget.value)} error={against(dialog.refusals, 'to')} data={choicesById(companies)} />}
    </Agree>
  );
}
