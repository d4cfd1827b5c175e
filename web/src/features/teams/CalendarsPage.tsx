import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { HoursOf } from './hours';
import { OpenNow } from './OpenNow';
import { SpecialDates } from './SpecialDates';
import { useWeek, WeekPicker } from './WeekPicker';
import { WeekStrip } from './WeekStrip';

const Calendars = graphql(
  `
    query Calendars($code: String!) {
      agreement(code: $code) {
        id
        calendars {
          ...HoursOf
        }
        teams {
          id
          name
          calendar
        }
      }
    }
  `,
  [HoursOf],
);

type Shown = NonNullable<ResultOf<typeof Calendars>['agreement']>;

/** The opening hours that teams, clocks and ledgers go by, week by week. */
export function Component() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: Calendars, variables: { code: agreement.code } });
  return (
    <Page title={t`Calendars`} trail={[{ label: t`Teams`, to: to('teams') }]} hint={t`Each in its own zone; hover over hours for yours.`} actions={<WeekPicker />}>
      <Gate asked={asked} pick={(data) => data.agreement} again={again}>
        {({ calendars, teams }) =>
          calendars.length === 0 ? (
            <Empty title={t`No calendars`}>
              <Trans>A section `calendars` in the agreement file gives the opening hours, with holidays and exceptions.</Trans>
            </Empty>
          ) : (
            <Stack>
              {calendars.map((calendar) => (
                <CalendarShown key={calendar.code} calendar={calendar} teams={teams.filter((team) => team.calendar === calendar.code)} />
              ))}
            </Stack>
          )
        }
      </Gate>
    </Page>
  );
}

function CalendarShown({ calendar, teams }: { calendar: Shown['calendars'][number]; teams: Shown['teams'] }) {
  const { t } = useLingui();
  const { to } = useSeat();
  const [monday] = useWeek();
  return (
    <Paper withBorder p="md" component="section" aria-label={calendar.name}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2}>{calendar.name}</Title>
            <OpenNow calendar={calendar} />
          </Group>
          <Text size="sm" c="dimmed">
            {calendar.zone}
          </Text>
        </Group>
        <WeekStrip label={t`A week of ${calendar.name}`} calendar={calendar} monday={monday} />
        {teams.length > 0 && (
          <Text size="sm" component="div">
            <Trans>Used by</Trans>{' '}
            {teams.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 && ' · '}
                <Anchor component={Link} to={to(`teams/${id}`)} size="sm" data-row>
                  {name}
                </Anchor>
              </span>
            ))}
          </Text>
        )}
        <SpecialDates of={calendar} />
      </Stack>
    </Paper>
  );
}
