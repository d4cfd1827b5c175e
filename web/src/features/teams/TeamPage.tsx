import { Group, Stack, Table, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { Facts } from '~/ui/Facts';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Sheet } from '~/ui/Sheet';
import { HoursOf } from './hours';
import { OpenNow } from './OpenNow';
import { Staffing } from './Staffing';
import { useWeek, WeekPicker } from './WeekPicker';
import { WeekStrip } from './WeekStrip';
import { teamKinds } from './words';

const OneTeam = graphql(
  `
    query OneTeam($id: ID!, $code: String!) {
      agreement(code: $code) {
        id
        calendars {
          ...HoursOf
        }
      }
      node(id: $id) {
        ... on Team {
          id
          name
          kind
          line
          discipline
          skills
          calendar
          acceptance
          services {
            id
            name
          }
          pledges {
            staff
            shortfall
            company {
              id
              name
            }
          }
          members {
            person {
              id
              name
            }
            company {
              id
              name
            }
          }
        }
      }
    }
  `,
  [HoursOf],
);

type Answer = ResultOf<typeof OneTeam>;
type Team = Extract<NonNullable<Answer['node']>, { name: string }>;
type Calendar = NonNullable<Answer['agreement']>['calendars'][number];

/** One team: what it is for, who is in it, when it works. */
export function Component() {
  const { id = '' } = useParams();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: OneTeam, variables: { id, code: agreement.code } });
  return (
    <Gate asked={asked} pick={({ node, agreement: at }) => (node && 'name' in node && at ? { team: node, calendars: at.calendars } : null)} again={again}>
      {({ team, calendars }) => <TeamShown team={team} calendar={calendars.find(({ code }) => code === team.calendar)} />}
    </Gate>
  );
}

function TeamShown({ team, calendar }: { team: Team; calendar: Calendar | undefined }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const [monday] = useWeek();
  return (
    <Page title={team.name} trail={[{ label: t`Teams`, to: to('teams') }]} mark={calendar && <OpenNow calendar={calendar} />} hint={i18n._(teamKinds[team.kind])}>
      <Facts
        label={t`Team`}
        of={[
          [t`Support line`, team.line],
          [t`Works for`, team.services.length > 0 ? team.services.map(({ name }) => name).join(', ') : t`every service`],
          [t`Discipline`, team.discipline],
          [t`Skills`, team.skills.join(', ')],
          [t`Takes on a hand-over within`, t`${spellDuration(team.acceptance)} of its open time`],
        ]}
      />
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Staffing</Trans>
        </Title>
        <Staffing pledges={team.pledges} members={team.members} />
      </Stack>
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Members</Trans>
        </Title>
        <Sheet label={t`Members`} head={[t`Member`, t`For`]}>
          {team.members.map(({ person, company }, at) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" fw={500}>
                {person?.name ?? <Trans>not shown to you</Trans>}
              </Table.Th>
              <Table.Td>{company.name}</Table.Td>
            </Table.Tr>
          ))}
        </Sheet>
      </Stack>
      {calendar && (
        <Stack gap="xs" component="section">
          <Group justify="space-between">
            <Title order={2}>
              {calendar.name} ({calendar.zone})
            </Title>
            <WeekPicker />
          </Group>
          <WeekStrip label={t`The week of ${team.name}`} calendar={calendar} monday={monday} />
        </Stack>
      )}
    </Page>
  );
}
