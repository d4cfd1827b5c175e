import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { Refusals } from '~/ui/Refusals';
import { minutes as words } from '../words';
import css from './meeting.module.css';
import { MinutesWords } from './MinutesWords';
import { MinutesWriter } from './MinutesWriter';
import type { Meeting } from './query';
import { ProposeMinutes } from './verbs';

/** The minutes: written as one goes, put before the companies that were there, approved by each of them. */
export function MinutesPanel({ meeting }: { meeting: Meeting }) {
  const { holds } = useSeat();
  const [again, setAgain] = useState(false);
  const { run, busy, refusals } = useAct(ProposeMinutes);
  const { minutes, state, id, revision } = meeting;
  const keeps = holds('STEWARD', 'COORDINATOR') && (state === 'RUNNING' || state === 'HELD');
  const writing = keeps && (minutes === null || minutes.state === 'DRAFT' || (minutes.state === 'PROPOSED' && again));
  const propose = async () => {
    const { done } = await run({ input: { meeting: id, revision } });
    if (done) setAgain(false);
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>Minutes</Trans>
        </Title>
        {minutes && <StateMark of={words[minutes.state]} />}
      </Group>
      <Stack gap="xs">
        {!minutes && !writing && (
          <Text size="sm" c="dimmed">
            {state === 'HELD' ? <Trans>Nobody has written any.</Trans> : <Trans>They are written while the meeting runs.</Trans>}
          </Text>
        )}
        {writing && <MinutesWriter key={id} meeting={meeting} />}
        {minutes && <div className={writing ? css['printed'] : undefined}>{minutes.text && <Prose>{minutes.text}</Prose>}</div>}
        {minutes && (
          <Text size="xs" c="dimmed" component="div">
            <Trans>
              Written by {minutes.written.person?.name}, <Moment at={minutes.written.at} zone={meeting.zone} />
            </Trans>
          </Text>
        )}
        {minutes && minutes.state !== 'DRAFT' && <MinutesWords meeting={meeting} />}
        <Refusals of={refusals} />
        {keeps && state === 'HELD' && (
          <Group gap="xs" className="no-print">
            {writing && (
              <Button size="xs" loading={busy} disabled={!minutes?.text} onClick={() => void propose()}>
                <Trans>Propose the minutes</Trans>
              </Button>
            )}
            {minutes?.state === 'PROPOSED' && !again && (
              <Button size="xs" variant="default" onClick={() => setAgain(true)}>
                <Trans>Write them again</Trans>
              </Button>
            )}
          </Group>
        )}
        {keeps && state === 'RUNNING' && (
          <Text size="xs" c="dimmed" className="no-print">
            <Trans>After the meeting has ended they are put before the companies that were there.</Trans>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
