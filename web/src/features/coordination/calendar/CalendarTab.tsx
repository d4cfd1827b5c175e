import { ActionIcon, Box, Button, Group, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { hereZone, today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { AgendaList } from './AgendaList';
import { CallMeeting } from './CallMeeting';
import { Calendar } from './meetings';
import { isMonth, step, weeksOf } from './month';
import { MonthGrid } from './MonthGrid';

/** The meetings of a month: a grid where there is room, a list where there is not. */
export function CalendarTab() {
  const { t } = useLingui();
  const { agreement, holds } = useSeat();
  const now = today(hereZone).slice(0, 7);
  const [asked, setMonth] = useParam('month', now);
  const [group] = useParam('group');
  const [calling, setCalling] = useState(false);
  const month = isMonth(asked) ? asked : now;
  const weeks = weeksOf(month);
  // days are the reader's: half a day more on both sides holds them in every zone
  const from = `${weeks[0]?.[0]}T00:00:00+14:00`;
  const until = `${weeks.at(-1)?.[6]}T23:59:59-12:00`;
  const [answer, again] = useQuery({ query: Calendar, variables: { agreement: agreement.code, from, until, group: group || null } });
  const name = new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (
    <Stack>
      <Gate asked={answer} pick={(data) => data.agreement} again={again}>
        {({ groups, meetings }) => (
          <>
            <Group justify="space-between" align="flex-end" className="no-print">
              <Group gap="xs" align="center">
                <ActionIcon variant="default" size="md" aria-label={t`Month before`} onClick={() => setMonth(step(month, -1))}>
                  <IconChevronLeft size={16} />
                </ActionIcon>
                <Title order={2} w={{ base: 'auto', xs: 170 }} ta="center">
                  {name}
                </Title>
                <ActionIcon variant="default" size="md" aria-label={t`Next month`} onClick={() => setMonth(step(month, 1))}>
                  <IconChevronRight size={16} />
                </ActionIcon>
                <Button variant="default" size="xs" onClick={() => setMonth(null)} disabled={month === now}>
                  <Trans>This month</Trans>
                </Button>
              </Group>
              <Group align="flex-end" gap="xs">
                <Filter name="group" label={t`Group`} options={groups.map(({ id, name: label }) => ({ value: id, label }))} />
                {holds('STEWARD', 'COORDINATOR') && (
                  <Button size="xs" onClick={() => setCalling(true)}>
                    <Trans>Call a meeting</Trans>
                  </Button>
                )}
              </Group>
            </Group>
            <Box visibleFrom="sm">
              <MonthGrid weeks={weeks} month={month} name={name} meetings={meetings.nodes} />
            </Box>
            <Box hiddenFrom="sm">
              <AgendaList month={month} meetings={meetings.nodes} />
            </Box>
            {meetings.nodes.length === 0 && (
              <Empty title={t`No meetings in these weeks`}>
                <Trans>Meetings are planned by the cadences that the agreement names, sixty days ahead. Coordinators call others.</Trans>
              </Empty>
            )}
            {calling && <CallMeeting groups={groups} onClose={() => setCalling(false)} />}
          </>
        )}
      </Gate>
    </Stack>
  );
}
