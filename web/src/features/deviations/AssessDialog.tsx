import { NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { firstOf, lastOf, periodName } from '~/lib/period';
import { against } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';

const Assess = graphql(
  `
    mutation AssessPeriod($input: AssessPeriodInput!) {
      assessPeriod(input: $input) {
        assessment {
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

interface AssessDialogProps {
  /** The periods that it may be about; those that have not begun cannot be assessed. */
  periods: readonly string[];
  onClose(): void;
}

/** Assesses a period: freezes its figures, and lets them judge what is being verified. */
export function AssessDialog({ periods, onClose }: AssessDialogProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const now = today(agreement.zone);
  const begun = [...new Set(periods)].filter((period) => firstOf(period) <= now);
  const [period, setPeriod] = useState(begun.at(-1) ?? '');
  const { run, ...act } = useAct(Assess);
  const submit = async () => (await run({ input: { agreement: agreement.id, period } })).done;
  return (
    <FormDialog
      title={t`Assess a period`}
      hint={
        <Trans>
          The figures of a period that is over are frozen as they are now, deviations are raised or cleared, and what is being verified is judged. It concerns all KPIs of the agreement.
        </Trans>
      }
      label={t`Assess`}
      refusals={act.refusals}
      busy={act.busy}
      shown={['period']}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t`Period`}
        value={period}
        onChange={(event) => setPeriod(event.currentTarget.value)}
        data={begun.map((one) => ({ value: one, label: lastOf(one) < now ? periodName(one) : t`${periodName(one)} (still running: freezes nothing)` }))}
        error={against(act.refusals, 'period')}
        data-autofocus
      />
    </FormDialog>
  );
}
