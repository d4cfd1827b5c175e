import { Button, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { EndAgreement, ProposeAgreement, WithdrawAgreement } from './verbs';

interface Agreement {
  id: string;
  state: string;
  ended: string | null;
  versions: readonly { number: number; state: string }[];
}

/** What the steward does with the whole agreement: put it before the parties, take it back, end it. */
export function Lifecycle({ agreement: { id, state, ended, versions } }: { agreement: Agreement }) {
  const { t } = useLingui();
  const { holds } = useSeat();
  const [asking, setAsking] = useState<'propose' | 'withdraw' | 'end'>();
  const [on, setOn] = useState('');
  const propose = useAct(ProposeAgreement);
  const withdraw = useAct(WithdrawAgreement);
  const end = useAct(EndAgreement);
  if (!holds('STEWARD')) return null;
  const close = () => setAsking(undefined);
  const draft = versions.find((version) => version.state === 'DRAFT');
  const proposed = versions.find((version) => version.state === 'PROPOSED');
  return (
    <>
      {draft && <Button onClick={() => setAsking('propose')}>{t`Propose version ${draft.number}`}</Button>}
      {proposed && (
        <Button variant="default" onClick={() => setAsking('withdraw')}>
          {t`Withdraw version ${proposed.number}`}
        </Button>
      )}
      {state === 'ACTIVE' && !ended && (
        <Button variant="default" onClick={() => setAsking('end')}>
          <Trans>End the agreement</Trans>
        </Button>
      )}
      {asking === 'propose' && (
        <Agree
          title={t`Put it before the parties`}
          hint={t`Its terms stand still from now on, and the signatory of every party is asked to sign. Until the last one has signed, it can be withdrawn.`}
          label={t`Propose`}
          about={id}
          refusals={propose.refusals}
          busy={propose.busy}
          onAgree={async () => (await propose.run({ input: { agreement: id } })).done}
          onClose={close}
        />
      )}
      {asking === 'withdraw' && (
        <Agree
          title={t`Take it back to be changed`}
          hint={t`The signatures that were given for it are void. What is in force stays in force.`}
          label={t`Withdraw`}
          about={id}
          refusals={withdraw.refusals}
          busy={withdraw.busy}
          danger
          onAgree={async () => (await withdraw.run({ input: { agreement: id } })).done}
          onClose={close}
        />
      )}
      {asking === 'end' && (
        <Agree
          title={t`End the agreement`}
          hint={t`From that day on nobody is bound by it. What was measured, judged and decided stays to be read.`}
          label={t`End it`}
          about={id}
          refusals={end.refusals.filter(({ field }) => field !== 'on')}
          busy={end.busy}
          danger
          onAgree={async () => (await end.run({ input: { agreement: id, on } })).done}
          onClose={close}
        >
          <TextInput
            type="date"
            label={t`First day on which it holds no more`}
            value={on}
            onChange={(event) => setOn(event.currentTarget.value)}
            error={against(end.refusals, 'on')}
            required
            data-autofocus
          />
        </Agree>
      )}
    </>
  );
}
