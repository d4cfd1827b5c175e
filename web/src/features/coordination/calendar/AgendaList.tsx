import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { day, hereZone, hour, today } from '~/lib/time';
import { standingOf } from '../standing';
import { StandingMark } from '../StandingMark';
import { byDay, type Met } from './meetings';

/** The meetings of a month, day by day: for narrow screens. */
export function AgendaList({ month, meetings }: { month: string; meetings: readonly Met[] }) {
  const { t } = useLingui();
  const { to } = useSeat();
  const now = today(hereZone);
  const days = [...byDay(meetings)].filter(([on]) => on.startsWith(month));
  return (
    <Stack gap="sm">
      {days.map(([on, its]) => (
        <Stack key={on} gap={4}>
          <Title order={3} size="sm">
            {day(on)}
            {on === now && ` · ${t`today`}`}
          </Title>
          {its.map((meeting) => (
            <Paper key={meeting.id} withBorder p="xs">
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Stack gap={0} miw={0}>
                  <Anchor component={Link} to={to(`meetings/${meeting.id}`)} data-row fw={550}>
                    {meeting.title}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {hour(meeting.startsAt)}–{hour(meeting.endsAt)}
                    {meeting.group && ` · ${meeting.group.name}`}
                  </Text>
                </Stack>
                <StandingMark standing={standingOf(meeting)} />
              </Group>
            </Paper>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
