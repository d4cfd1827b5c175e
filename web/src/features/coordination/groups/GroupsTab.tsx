import { Anchor, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { decisionRules, groupRoles, levels, quorums } from '~/features/agreements/words';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Moment } from '~/ui/Moment';
import { standingOf } from '../standing';
import { StandingMark } from '../StandingMark';

const GroupsRead = graphql(`
  query CoordinationGroups($agreement: String!) {
    agreement(code: $agreement) {
      id
      groups {
        id
        name
        rule
        quorum
        members {
          role
          level
          company {
            id
            name
          }
          person {
            id
            name
          }
          deputy {
            id
            name
          }
        }
        nextMeeting {
          id
          title
          startsAt
          zone
        }
        meetings(first: 5, filter: { state: [HELD, MISSED, CANCELLED] }) {
          nodes {
            id
            title
            startsAt
            zone
            state
            quorum
            occurrence
            sequence
          }
        }
      }
    }
  }
`);

type CoordinationGroup = NonNullable<ResultOf<typeof GroupsRead>['agreement']>['groups'][number];

/** Who sits together, when next, and how it went the last times. */
export function GroupsTab() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: GroupsRead, variables: { agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ groups }) =>
        groups.length === 0 ? (
          <Empty title={t`No coordination group`}>
            <Trans>The agreement file says who sits together, how they decide and when they meet.</Trans>
          </Empty>
        ) : (
          <Stack>
            <Text size="sm" c="dimmed">
              <Trans>
                The rhythms in which they meet stand in the{' '}
                <Anchor component={Link} to={to('agreement?tab=governance')} inherit underline="always">
                  agreement
                </Anchor>
                .
              </Trans>
            </Text>
            <SimpleGrid cols={{ base: 1, lg: 2 }}>
              {groups.map((group) => (
                <GroupCard key={group.id} group={group} />
              ))}
            </SimpleGrid>
          </Stack>
        )
      }
    </Gate>
  );
}

function GroupCard({ group: { name, rule, quorum, members, nextMeeting, meetings } }: { group: CoordinationGroup }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <div>
          <Title order={2}>{name}</Title>
          <Text size="sm" c="dimmed">
            {i18n._(decisionRules[rule])}; <Trans>{i18n._(quorums[quorum])} must be there.</Trans>
          </Text>
        </div>
        <Text size="sm" component="div">
          {nextMeeting ? (
            <Trans>
              Next:{' '}
              <Anchor component={Link} to={to(`meetings/${nextMeeting.id}`)} inherit fw={600} data-row>
                {nextMeeting.title}
              </Anchor>{' '}
              <Moment at={nextMeeting.startsAt} zone={nextMeeting.zone} />
            </Trans>
          ) : (
            <Trans>No meeting is planned.</Trans>
          )}
        </Text>
        <Stack gap={4}>
          <Title order={3} size="sm">
            <Trans>Members</Trans>
          </Title>
          {members.map(({ person, company, role, level, deputy }) => (
            <Group key={`${company.id} ${person?.id} ${role}`} justify="space-between" gap="xs">
              <Text size="sm">
                <b>{person?.name ?? t`not shown to you`}</b> {company.name}
              </Text>
              <Text size="xs" c="dimmed">
                {[i18n._(groupRoles[role]), i18n._(levels[level]), deputy && t`deputy: ${deputy.name}`].filter(Boolean).join(' · ')}
              </Text>
            </Group>
          ))}
        </Stack>
        {meetings.nodes.length > 0 && (
          <Stack gap={4}>
            <Title order={3} size="sm">
              <Trans>The last times</Trans>
            </Title>
            {meetings.nodes.map((meeting) => (
              <Group key={meeting.id} justify="space-between" gap="xs">
                <Text size="sm" component="div">
                  <Anchor component={Link} to={to(`meetings/${meeting.id}`)} data-row inherit>
                    {meeting.title}
                  </Anchor>{' '}
                  <Moment at={meeting.startsAt} zone={meeting.zone} short />
                </Text>
                <StandingMark standing={standingOf(meeting)} />
              </Group>
            ))}
          </Stack>
        )}
      </Stack>
    </Paper>
  );
}
