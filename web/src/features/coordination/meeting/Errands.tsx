import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { AssignItem } from '../items/AssignItem';
import { ItemLine } from '../items/ItemLine';
import { peopleOf } from '../seats';
import type { Beside, Meeting } from './query';

/** What companies are to do because of a meeting. */
export function Errands({ meeting, beside }: { meeting: Meeting; beside: Beside }) {
  const { holds } = useSeat();
  const [assigning, setAssigning] = useState(false);
  const { group, state } = meeting;
  const items = beside.actionItems.nodes;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>Action items</Trans>
        </Title>
        {(state === 'RUNNING' || state === 'HELD') && group && holds('STEWARD', 'COORDINATOR') && (
          <Button size="xs" variant="default" onClick={() => setAssigning(true)}>
            <Trans>Assign an action item</Trans>
          </Button>
        )}
      </Group>
      <Stack gap="xs" aria-live="polite">
        {items.map((item) => (
          <ItemLine key={item.id} item={item} />
        ))}
      </Stack>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nobody was given anything to do.</Trans>
        </Text>
      )}
      {assigning && group && (
        <AssignItem group={group.id} meeting={meeting.id} companies={beside.parties.map(({ company }) => company)} people={peopleOf(group.members)} onClose={() => setAssigning(false)} />
      )}
    </Paper>
  );
}
