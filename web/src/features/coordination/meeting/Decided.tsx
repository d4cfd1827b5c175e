import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { decisionRules } from '~/features/agreements/words';
import { StateMark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import { ProposeDecision } from '../decisions/ProposeDecision';
import { Voices } from '../decisions/Voices';
import { companiesOf } from '../seats';
import { decisions as words } from '../words';
import type { Meeting } from './query';

/** The decisions of a meeting, each with the voice of each company. */
export function Decided({ meeting }: { meeting: Meeting }) {
  const { i18n } = useLingui();
  const { to, holds } = useSeat();
  const [proposing, setProposing] = useState(false);
  const { group, decisions } = meeting;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb={4}>
        <Title order={2}>
          <Trans>Decisions</Trans>
        </Title>
        {meeting.state === 'RUNNING' && group && holds('STEWARD', 'COORDINATOR') && (
          <Button size="xs" variant="default" onClick={() => setProposing(true)}>
            <Trans>Propose a decision</Trans>
          </Button>
        )}
      </Group>
      {group && (
        <Text size="sm" c="dimmed" mb="xs">
          <Trans>How the group decides: {i18n._(decisionRules[group.rule])}.</Trans>
        </Text>
      )}
      <Stack gap="lg" aria-live="polite">
        {decisions.map((decision) => (
          <Stack key={decision.id} gap={4}>
            <Group gap="xs">
              <Anchor component={Link} to={to(`decisions/${decision.id}`)} fw={550} data-row>
                {decision.title}
              </Anchor>
              <StateMark of={words[decision.state]} />
            </Group>
            <Prose>{decision.text}</Prose>
            <Voices decision={decision} />
          </Stack>
        ))}
      </Stack>
      {decisions.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>None was put before this meeting.</Trans>
        </Text>
      )}
      {proposing && group && <ProposeDecision group={{ id: group.id, companies: companiesOf(group.members) }} meeting={meeting.id} onClose={() => setProposing(false)} />}
    </Paper>
  );
}
