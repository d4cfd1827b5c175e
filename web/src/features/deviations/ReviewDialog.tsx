import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { graphql } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import type { Story } from './deviation';
import { Who } from './Who';
import { type ReviewVerdict, verdicts } from './words';

const Review = graphql(
  `
    mutation ReviewDeviation($input: ReviewDeviationInput!) {
      reviewDeviation(input: $input) {
        deviation {
          id
          revision
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

/** The group's verdict on a deviation, given for the company for which one acts. */
export function ReviewDialog({ of: deviation, onClose }: { of: Story; onClose: () => void }) {
  const { t } = useLingui();
  const seat = useSeat();
  const me = useMe();
  const { id, company, review } = deviation;
  const decision = useDecision(Review, deviation);
  const [verdict, setVerdict] = useState<ReviewVerdict>('ACCEPT');
  const [reason, setReason, drop] = useDraft(`review ${id}`, me.id);
  const own = company?.id === seat.company.id;
  const submit = async () => {
    const input = { deviation: id, revision: decision.revision, verdict, reason: verdict === 'ACCEPT' ? null : reason.trim(), company: seat.company.id };
    const done = await decision.run({ input });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog size="lg" title={t`Give the verdict`} label={t`Give the verdict for ${seat.company.name}`} {...decision.dialog} shown={['reason']} onSubmit={submit} onClose={onClose}>
      {review && (
        <Text size="sm" component="div">
          <Trans>
            It has the verdict “<Word of={review.verdict} />” so far; yours replaces it.
          </Trans>{' '}
          <Who by={review.by} />
        </Text>
      )}
      <Radio.Group label={t`Verdict`} value={verdict} onChange={(value) => isVerdict(value) && setVerdict(value)}>
        <Stack gap="xs" mt={6}>
          <Radio value="ACCEPT" label={t`Accept`} description={t`It is so, and something has to be done.`} data-autofocus />
          <Radio
            value="WAIVE"
            label={t`Waive`}
            disabled={own}
            description={own ? t`Nobody waives a figure of their own company; a coordinator of another company can.` : t`It is so, and nothing has to be done: it closes when the next period is assessed.`}
          />
          <Radio value="DISPUTE" label={t`Dispute`} description={t`It is not so: the figures are wrong and have to be corrected.`} />
        </Stack>
      </Radio.Group>
      {verdict !== 'ACCEPT' && (
        <Textarea
          label={t`Reason`}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={against(decision.dialog.refusals, 'reason')}
          autosize
          minRows={3}
          maxLength={4000}
        />
      )}
    </FormDialog>
  );
}

const isVerdict = (value: string): value is ReviewVerdict => value in verdicts;

function Word({ of: verdict }: { of: ReviewVerdict }) {
  const { i18n } = useLingui();
  return <>{i18n._(verdicts[verdict].label)}</>;
}
