import { Alert, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Refusals } from '~/ui/Refusals';
import { changeOf } from './replay/compare';
import { Comparison } from './replay/Comparison';
import { Levers } from './replay/Levers';
import { Replay } from './replay/query';
import { type Agreed, type Handling, Terms } from './terms';

/** What past cases would have come to under other rules, beside what they came to. */
export function Component() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: Terms, variables: { agreement: agreement.code } });
  return (
    <Page title={t`What if`} trail={[{ label: t`Cases`, to: to('cases') }]} hint={t`The latest 2,000 cases replayed under other rules, beside what they came to. Nothing is changed by it; the address keeps what you try.`}>
      <Gate asked={asked} pick={(data) => data.agreement} again={again}>
        {(agreed) => (agreed.caseHandling ? <WhatIf agreed={agreed} handling={agreed.caseHandling} /> : <Empty title={t`This agreement takes no cases`} />)}
      </Gate>
    </Page>
  );
}

function WhatIf({ agreed, handling }: { agreed: Agreed; handling: Handling }) {
  const { agreement } = useSeat();
  const [address] = useSearchParams();
  const change = changeOf(address);
  const [asked, again] = useQuery({ query: Replay, variables: { agreement: agreement.code, change } });
  const refused = asked.error?.graphQLErrors.map(({ message }) => ({ code: 'CASE_WHAT_IF', field: null, message })) ?? [];
  return (
    <Stack gap="lg">
      <Levers agreed={agreed} handling={handling} />
      {refused.length > 0 ? (
        <Refusals of={refused} />
      ) : (
        <Gate asked={asked} pick={(data) => data.agreement} again={again}>
          {({ caseReplay }) => (
            <>
              <Alert color="blue">
                <Text size="sm" aria-live="polite">
                  {Object.keys(change).length === 0 ? (
                    <Trans>Change something above. {caseReplay.cases} cases are replayed.</Trans>
                  ) : (
                    <Trans>
                      {caseReplay.changed} of {caseReplay.cases} cases would have come to something else.
                    </Trans>
                  )}
                </Text>
              </Alert>
              <Comparison replayed={caseReplay} handling={handling} />
            </>
          )}
        </Gate>
      )}
    </Stack>
  );
}
