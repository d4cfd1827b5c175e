import { Button, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import type { VariablesOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { Candidates } from './Candidates';
import { choicesOf, Routing } from './candidates';

interface RoutesProps {
  about: VariablesOf<typeof Routing>['case'];
  value: string;
  onChange(key: string): void;
}

/** Where a case that is about to be taken in may go. */
export function Routes({ about, value, onChange }: RoutesProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: Routing, variables: { agreement: agreement.code, case: about } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ routing }) => (
        <Stack gap="xs" align="flex-start">
          <Candidates label={t`Where it may go next`} description={t`The best first. Choose one to hand it over as soon as it is in, or none to keep it.`} choices={choicesOf(routing, [])} value={value} onChange={onChange} />
          {value && (
            <Button size="xs" variant="subtle" onClick={() => onChange('')}>
              <Trans>Keep it for now</Trans>
            </Button>
          )}
        </Stack>
      )}
    </Gate>
  );
}
