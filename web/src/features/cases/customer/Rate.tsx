import { Radio, Stack, Textarea } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '~/features/identity/session';
import { useDecision } from '~/lib/decide';
import { useDraft } from '~/lib/draft';
import { graphql } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import type { Brought } from './story';

const RateCase = graphql(
  `
    mutation RateCase($input: RateCaseInput!) {
      rateCase(input: $input) {
        case {
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

const marks = [
  { points: 5, label: msg`5 – very good` },
  { points: 4, label: msg`4 – good` },
  { points: 3, label: msg`3 – not good enough` },
  { points: 2, label: msg`2 – poor` },
  { points: 1, label: msg`1 – very poor` },
];

/** The customer's word on a case. */
export function Rate({ brought, onClose }: { brought: Brought; onClose(): void }) {
  const { t, i18n } = useLingui();
  const { id } = useMe();
  const [points, setPoints] = useState('');
  const [words, setWords, drop] = useDraft(`rate ${brought.id}`, id);
  const { revision, run, dialog } = useDecision(RateCase, brought);
  const submit = async () => {
    const done = await run({ input: { case: brought.id, revision, points: Number(points), words: words.trim() || null } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog
      title={t`How was ${brought.reference}?`}
      hint={t`4 and 5 settle it. With fewer, somebody takes on to make it good.`}
      label={t`Send`}
      shown={['points', 'words']}
      {...dialog}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label={t`Points`} value={points} onChange={setPoints} required error={against(dialog.refusals, 'points')}>
        <Stack gap={4} mt={4}>
          {marks.map(({ points: value, label }) => (
            <Radio key={value} value={String(value)} label={i18n._(label)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label={t`In your words`} value={words} onChange={(event) => setWords(event.currentTarget.value)} error={against(dialog.refusals, 'words')} autosize minRows={3} maxLength={4000} />
    </FormDialog>
  );
}
