import { Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Mark, StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { items } from '../words';
import type { Item } from './card';
import { ItemDoings } from './ItemDoings';
import { isOverdue } from './overdue';

/** An action item in a few lines. */
export function ItemLine({ item }: { item: Item }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { title, state, company, person, dueOn, closingText } = item;
  return (
    <Group justify="space-between" align="flex-start" gap="xs">
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={550}>
          {title}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {[company?.name, person?.name].filter(Boolean).join(', ')} · <Trans>by</Trans> <Day on={dueOn} />
        </Text>
        {closingText && <Prose>{closingText}</Prose>}
      </Stack>
      <Group gap="xs">
        {isOverdue(item, agreement.zone) ? <Mark tone="bad">{t`Overdue`}</Mark> : <StateMark of={items[state]} />}
        <ItemDoings item={item} />
      </Group>
    </Group>
  );
}
