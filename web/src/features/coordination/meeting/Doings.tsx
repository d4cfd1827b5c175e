import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { hour, until } from '~/lib/time';
import { Agree } from '~/ui/Agree';
import { useTick } from '~/ui/tick';
import { MoveDialog } from './MoveDialog';
import type { Beside, Meeting } from './query';
import { CancelMeeting, EndMeeting, StartMeeting } from './verbs';

/** A meeting is started from an hour before its time on. */
const EARLY = 3_600_000;

/** What may be done with a meeting as a whole. */
export function Doings({ meeting, beside }: { meeting: Meeting; beside: Beside }) {
  const { holds } = useSeat();
  const arranges = holds('STEWARD', 'COORDINATOR');
  return (
    <>
      {arranges && meeting.state === 'PLANNED' && <Ahead meeting={meeting} />}
      {arranges && meeting.state === 'RUNNING' && <End meeting={meeting} beside={beside} />}
      <Pack meeting={meeting} />
    </>
  );
}

function Ahead({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<'start' | 'move' | 'cancel'>();
  const start = useAct(StartMeeting);
  const cancel = useAct(CancelMeeting);
  useTick(30_000);
  const { id, revision, title, startsAt } = meeting;
  const early = until(startsAt) > EARLY;
  const from = hour(new Date(Date.parse(startsAt) - EARLY).toISOString());
  const close = () => setOpen(undefined);
  return (
    <>
      <Button variant="default" onClick={() => setOpen('move')}>
        <Trans>Move…</Trans>
      </Button>
      <Button variant="default" onClick={() => setOpen('cancel')}>
        <Trans>Cancel…</Trans>
      </Button>
      <Button disabled={early} title={early ? t`From an hour before its time on, at ${from}` : undefined} onClick={() => setOpen('start')}>
        <Trans>Start</Trans>
      </Button>
      {open === 'start' && (
        <Agree
          title={t`Start “${title}”`}
          hint={<Trans>The agenda is frozen: what is known of each matter now stays readable. Attendance, outcomes and minutes are recorded from here on.</Trans>}
          label={t`Start it`}
          about={id}
          refusals={start.refusals}
          busy={start.busy}
          onAgree={async () => (await start.run({ input: { meeting: id, revision } })).done}
          onClose={close}
        />
      )}
      {open === 'cancel' && (
        <Agree
          title={t`Cancel “${title}”`}
          hint={<Trans>Everybody who was invited is told. What is on its agenda goes to the next meeting of the group.</Trans>}
          label={t`Cancel the meeting`}
          reason="needed"
          about={id}
          refusals={cancel.refusals}
          busy={cancel.busy}
          danger
          onAgree={async (reason) => (await cancel.run({ input: { meeting: id, revision, reason } })).done}
          onClose={close}
        />
      )}
      {open === 'move' && <MoveDialog meeting={meeting} onClose={close} />}
    </>
  );
}

function End({ meeting: { id, title, revision, quorum }, beside }: { meeting: Meeting; beside: Beside }) {
  const { t } = useLingui();
  const { run, busy, refusals } = useAct(EndMeeting);
  const [ending, setEnding] = useState(false);
  const open = beside.meetingPack.filter(({ item }) => item.outcome === null).length;
  return (
    <>
      <Button onClick={() => setEnding(true)}>
        <Trans>End the meeting</Trans>
      </Button>
      {ending && (
        <Agree
          title={t`End “${title}”`}
          hint={
            <>
              <Trans>Whoever was not recorded counts as absent; {open} matters without an outcome go to the next meeting.</Trans>{' '}
              {!quorum && <Trans>There is no quorum: decisions stay proposed.</Trans>}
            </>
          }
          label={t`End it`}
          about={id}
          refusals={refusals}
          busy={busy}
          onAgree={async () => (await run({ input: { meeting: id, revision } })).done}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}

function Pack({ meeting: { id } }: { meeting: Meeting }) {
  const { agreement } = useSeat();
  const where = `agreement=${encodeURIComponent(agreement.code)}&meeting=${encodeURIComponent(id)}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          <Trans>Pack</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => window.print()}>
          <Trans>Print this page</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={`/export/pack.html?${where}`} target="_blank">
          <Trans>As one page to read</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={`/export/pack.xlsx?${where}`}>
          <Trans>As a spreadsheet</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
