import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { quorums } from '~/features/agreements/words';
import { useAct } from '~/lib/act';
import { wallClock } from '~/lib/time';
import { Mark } from '~/ui/Mark';
import { Refusals } from '~/ui/Refusals';
import { inTerm } from '../seats';
import { presenceOf, type Presence, there } from './presence';
import type { Meeting } from './query';
import { SeatRow } from './SeatRow';
import { Turnout } from './Turnout';
import { RecordAttendance } from './verbs';

/** Who sits in the group, and who of them was there: recorded seat by seat while the meeting runs. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useLingui();
  const { holds } = useSeat();
  const { run, busy, refusals } = useAct(RecordAttendance);
  const { group, state, attendance, revision, quorum } = meeting;
  if (!group) return null;
  const members = inTerm(group.members, wallClock(meeting.startsAt, meeting.zone).slice(0, 10));
  const recording = state === 'RUNNING' && holds('STEWARD', 'COORDINATOR');
  const record = (seats: { member: (typeof members)[number]; presence: Presence }[]) => {
    const entries = seats.flatMap(({ member: { person, deputy, company }, presence }) =>
      person ? [{ company: company.id, person: person.id, presence: presence === 'DEPUTY' ? ('PRESENT' as const) : presence, deputy: presence === 'DEPUTY' ? (deputy?.id ?? null) : null }] : [],
    );
    void run({ input: { meeting: meeting.id, revision, attendance: entries } });
  };
  const silent = members.filter((member) => !presenceOf(attendance, member));
  const { companies, seated } = there(members, attendance);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb={4}>
        <Title order={2}>
          <Trans>Attendance</Trans>
        </Title>
        <div aria-live="polite">{quorum !== null && <Mark tone={quorum ? 'good' : 'warn'}>{quorum ? t`Quorum` : t`No quorum`}</Mark>}</div>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {(state === 'RUNNING' || state === 'HELD') && `${t`${companies} of ${seated} companies`} · `}
        {t`To decide, ${i18n._(quorums[group.quorum])} must be there.`}
      </Text>
      <Refusals of={refusals} />
      {members.map((member) => (
        <SeatRow
          key={`${member.company.id} ${member.person?.id}`}
          member={member}
          presence={presenceOf(attendance, member)}
          onPresence={recording && member.person ? (presence) => record([{ member, presence }]) : undefined}
          known={state === 'RUNNING' || state === 'HELD'}
        />
      ))}
      {recording && silent.length > 0 && (
        <Button size="compact-sm" variant="light" mt="xs" loading={busy} onClick={() => record(silent.map((member) => ({ member, presence: 'PRESENT' })))} className="no-print">
          {silent.length === members.length ? <Trans>Everybody is here</Trans> : <Trans>Everybody else is here</Trans>}
        </Button>
      )}
      {state === 'HELD' && <Turnout meeting={meeting} />}
    </Paper>
  );
}
