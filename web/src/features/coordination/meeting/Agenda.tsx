import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { Refusals } from '~/ui/Refusals';
import { AssignItem } from '../items/AssignItem';
import { companiesOf, peopleOf } from '../seats';
import { sections } from '../words';
import { AddMatter } from './AddMatter';
import { partsOf, reordered } from './agenda';
import { AgendaMatter } from './AgendaMatter';
import css from './meeting.module.css';
import type { Beside, Matter, Meeting } from './query';
import { RemoveAgendaItem, ReorderAgenda } from './verbs';

/** The agenda by section: the pack to read before, and the list to work through while the meeting runs. */
export function Agenda({ meeting, beside }: { meeting: Meeting; beside: Beside }) {
  const { t, i18n } = useLingui();
  const { holds } = useSeat();
  const reorder = useAct(ReorderAgenda);
  const remove = useAct(RemoveAgendaItem);
  const [adding, setAdding] = useState(false);
  const [assigning, setAssigning] = useState<Matter['item']>();
  const parts = partsOf(meeting.sections, beside.meetingPack);
  const members = meeting.group?.members ?? [];
  const settled = beside.meetingPack.filter(({ item }) => item.outcome !== null).length;
  const ahead = meeting.state === 'PLANNED' || meeting.state === 'RUNNING';
  const move = (id: string, by: 1 | -1) => {
    const items = reordered(parts, id, by);
    if (items) void reorder.run({ input: { meeting: meeting.id, items } });
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2}>
          <Trans>Agenda</Trans>
        </Title>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {meeting.state === 'PLANNED' ? t`${beside.meetingPack.length} matters` : t`${settled} of ${beside.meetingPack.length} with an outcome`}
          </Text>
          {ahead && holds('STEWARD', 'COORDINATOR', 'SME') && (
            <Button size="xs" variant="default" onClick={() => setAdding(true)}>
              <Trans>Add a matter</Trans>
            </Button>
          )}
        </Group>
      </Group>
      <Refusals of={[...reorder.refusals, ...remove.refusals]} />
      {parts.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nothing is open that belongs here. Whatever comes up stands here by itself; anything else is added.</Trans>
        </Text>
      )}
      <Stack gap="md">
        {parts.map(({ section, matters }) => (
          <section key={section}>
            <Title order={3} size="sm" mb={4}>
              {i18n._(sections[section])}
            </Title>
            <ol className={css['matters']}>
              {matters.map((matter, at) => (
                <AgendaMatter
                  key={matter.item.id}
                  meeting={meeting}
                  beside={beside}
                  matter={matter}
                  first={at === 0}
                  last={at === matters.length - 1}
                  onMove={(by) => move(matter.item.id, by)}
                  onRemove={() => void remove.run({ input: { agendaItem: matter.item.id, revision: matter.item.revision } })}
                  onAssign={() => setAssigning(matter.item)}
                />
              ))}
            </ol>
          </section>
        ))}
      </Stack>
      {adding && <AddMatter meeting={meeting} onClose={() => setAdding(false)} />}
      {assigning && meeting.group && (
        <AssignItem
          group={meeting.group.id}
          meeting={meeting.id}
          matter={assigning.id}
          companies={beside.parties.map(({ company }) => company)}
          people={peopleOf(members)}
          company={assigning.owner?.id ?? companiesOf(members)[0]?.id}
          onClose={() => setAssigning(undefined)}
        />
      )}
    </Paper>
  );
}
