import { Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Moment } from '~/ui/Moment';
import type { DecisionOf } from './actions/plan';

/** Who decided, for which company, and when. */
export function Who({ by: { person, company, at } }: { by: DecisionOf }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <Text size="xs" c="dimmed" component="span">
      {person?.name ?? t`Somebody`}
      {company && ` · ${company.name}`} · <Moment at={at} zone={agreement.zone} short />
    </Text>
  );
}
