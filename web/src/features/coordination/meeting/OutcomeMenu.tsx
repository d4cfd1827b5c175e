import { Button, Menu } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useAct } from '~/lib/act';
import { Refusals } from '~/ui/Refusals';
import { ProposeDecision } from '../decisions/ProposeDecision';
import { companiesOf } from '../seats';
import { SetOutcome } from './outcome';
import { OutcomeDialog, type Told } from './OutcomeDialog';
import type { Beside, Matter, Meeting } from './query';

interface OutcomeMenuProps {
  meeting: Meeting;
  matter: Matter['item'];
  later: Beside['meetings']['nodes'];
}

/** What came of a matter of a running meeting. */
export function OutcomeMenu({ meeting, matter, later }: OutcomeMenuProps) {
  const { t } = useLingui();
  const { run, busy, refusals } = useAct(SetOutcome);
  const [open, setOpen] = useState<Told | 'DECIDED'>();
  const decided = async (decision: string) => (await run({ input: { agendaItem: matter.id, revision: matter.revision, outcome: 'DECIDED', decision } })).done;
  const { group } = meeting;
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="light" rightSection={<IconChevronDown size={14} aria-hidden />} loading={busy} aria-label={t`Outcome of ${matter.title}`}>
            <Trans>Outcome</Trans>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('NOTED')}>{t`Noted…`}</Menu.Item>
          <Menu.Item onClick={() => setOpen('DECIDED')}>{t`Decided, by a new decision…`}</Menu.Item>
          {meeting.decisions.map(({ id, title }) => (
            <Menu.Item key={id} onClick={() => void decided(id)}>{t`Decided: ${title}`}</Menu.Item>
          ))}
          <Menu.Item onClick={() => setOpen('DEFERRED')}>{t`Deferred to…`}</Menu.Item>
          <Menu.Item onClick={() => setOpen('ESCALATED')}>{t`Escalated…`}</Menu.Item>
          <Menu.Item onClick={() => setOpen('DROPPED')}>{t`Dropped…`}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Refusals of={refusals} />
      {open === 'DECIDED' && group && (
        <ProposeDecision group={{ id: group.id, companies: companiesOf(group.members) }} meeting={meeting.id} matter={matter} onProposed={decided} onClose={close} />
      )}
      {open && open !== 'DECIDED' && <OutcomeDialog matter={matter} outcome={open} later={later} onClose={close} />}
    </>
  );
}
