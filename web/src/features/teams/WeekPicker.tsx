import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { day, today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { mondayOf, plusDays } from './week';

/** The Monday of the week that the address asks for, or of this week. */
export function useWeek(): [string, (monday: string | null) => void] {
  const [asked, set] = useParam('week');
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  return [mondayOf(valid ? asked : today()), set];
}

/** Goes from week to week. */
export function WeekPicker() {
  const { t } = useLingui();
  const [monday, set] = useWeek();
  const from = day(monday);
  return (
    <Group gap="xs" className="no-print">
      <ActionIcon variant="default" size="lg" aria-label={t`The week before`} onClick={() => set(plusDays(monday, -7))}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Text size="sm" aria-live="polite" miw="12em" ta="center">
        <Trans>Week of {from}</Trans>
      </Text>
      <ActionIcon variant="default" size="lg" aria-label={t`The week after`} onClick={() => set(plusDays(monday, 7))}>
        <IconChevronRight size={18} />
      </ActionIcon>
      <Button variant="default" size="sm" onClick={() => set(null)}>
        <Trans>This week</Trans>
      </Button>
    </Group>
  );
}
