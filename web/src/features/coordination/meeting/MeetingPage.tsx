import { Alert, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { forms } from '~/features/agreements/words';
import { day, hour } from '~/lib/time';
import { Gate } from '~/ui/Gate';
import { Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { useMeetingsLive } from '../live';
import { standingOf, wasMoved } from '../standing';
import { StandingMark } from '../StandingMark';
import { Agenda } from './Agenda';
import { Attendance } from './Attendance';
import { Decided } from './Decided';
import { Doings } from './Doings';
import { Errands } from './Errands';
import css from './meeting.module.css';
import { MinutesPanel } from './MinutesPanel';
import { type Beside, type Meeting, MeetingRead } from './query';

/** A meeting: its pack before, the table at which it is recorded while it runs, and what came of it after. */
export function Component() {
  const { id = '' } = useParams();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: MeetingRead, variables: { id, agreement: agreement.code } });
  useMeetingsLive(id);
  return (
    <Gate asked={asked} pick={({ node, agreement: beside }) => (node && 'startsAt' in node && beside ? { meeting: node, beside } : null)} again={again}>
      {({ meeting, beside }) => <Table meeting={meeting} beside={beside} />}
    </Gate>
  );
}

function Table({ meeting, beside }: { meeting: Meeting; beside: Beside }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const { title, startsAt, endsAt, zone, form, where, group } = meeting;
  const hint = (
    <>
      <Moment at={startsAt} zone={zone} />–{hour(endsAt)} · {group?.name} · {i18n._(forms[form])}
      {where && ` · ${where}`}
      {meeting.started && (
        <>
          {' · '}
          <Trans>
            started by {meeting.started.person?.name} at {hour(meeting.started.at)}
          </Trans>
        </>
      )}
      {meeting.ended && (
        <>
          {', '}
          <Trans>ended at {hour(meeting.ended.at)}</Trans>
        </>
      )}
    </>
  );
  return (
    <Page title={title} trail={[{ label: t`Meetings`, to: to('meetings') }]} hint={hint} mark={<StandingMark standing={standingOf(meeting)} />} actions={<Doings meeting={meeting} beside={beside} />}>
      <Notes meeting={meeting} />
      <div className={css['table']}>
        <Stack gap="lg">
          <Agenda meeting={meeting} beside={beside} />
          <Decided meeting={meeting} />
        </Stack>
        <Stack gap="lg">
          <Attendance meeting={meeting} />
          <MinutesPanel meeting={meeting} />
          <Errands meeting={meeting} beside={beside} />
        </Stack>
      </div>
    </Page>
  );
}

/** What is out of the ordinary with a meeting. */
function Notes({ meeting }: { meeting: Meeting }) {
  const { state, holidays, occurrence, cancellationReason } = meeting;
  return (
    <>
      {state === 'CANCELLED' && (
        <Alert color="gray" title={<Trans>This meeting was cancelled</Trans>}>
          {cancellationReason ? <Prose>{cancellationReason}</Prose> : <Trans>The agreement plans it no more.</Trans>}
        </Alert>
      )}
      {state === 'MISSED' && (
        <Alert color="red" title={<Trans>Nobody started this meeting by its end</Trans>}>
          <Trans>What was on its agenda went to the next meeting of the group.</Trans>
        </Alert>
      )}
      {occurrence && wasMoved(meeting) && state !== 'CANCELLED' && (
        <Text size="sm">
          <Trans>
            Moved: its cadence has it on {day(occurrence.slice(0, 10))} at {occurrence.slice(11, 16)}.
          </Trans>
        </Text>
      )}
      {holidays.length > 0 && state === 'PLANNED' && (
        <Alert color="yellow" title={<Trans>A holiday of somebody who must be there</Trans>}>
          {holidays.map(({ on, name, person, company }) => (
            <Text key={`${on} ${person?.id ?? company?.id}`} size="sm">
              {[day(on), name, person?.name, company?.name].filter(Boolean).join(' · ')}
            </Text>
          ))}
        </Alert>
      )}
    </>
  );
}
