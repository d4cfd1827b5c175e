import { Button, Group, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Wide } from '~/ui/Wide';
import { standings as words } from '../words';
import { Complete, Waive } from './Record';
import type { Standing, Training } from './training';

/** Where each member stands with a training. */
export function Standings({ training }: { training: Training }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<{ verb: 'complete' | 'waive'; standing: Standing }>();
  if (training.standings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>The team has no members whose training you may see.</Trans>
      </Text>
    );
  }
  const close = () => setAsking(undefined);
  return (
    <>
      <Wide label={t`Members of ${training.team?.name ?? ''}`}>
        <Table miw={640} fz="sm" verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <Trans>Member</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Stands at</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>Contact-point duty</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>What shows it</Trans>
              </Table.Th>
              <Table.Th scope="col">
                <Trans>To do</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {training.standings.map((standing) => (
              <Member key={`${standing.person?.id ?? ''} ${standing.company?.id ?? ''}`} standing={standing} training={training} onAsk={(verb) => setAsking({ verb, standing })} />
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
      {asking?.verb === 'complete' && <Complete training={training} standing={asking.standing} onClose={close} />}
      {asking?.verb === 'waive' && <Waive training={training} standing={asking.standing} onClose={close} />}
    </>
  );
}

function Member({ standing, training, onAsk }: { standing: Standing; training: Training; onAsk(verb: 'complete' | 'waive'): void }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const me = useMe();
  const { person, company: own, state, until, completedOn, completed, evidence, mayTakeDuty, waived, waiverReason } = standing;
  const other = person !== null && person.id !== me.id;
  const records = other && holds('SME') && training.company?.id === company.id;
  const waives = other && holds('COORDINATOR') && own?.id === company.id && state !== 'TRAINED';
  const name = person?.name ?? t`Somebody of ${own?.name ?? ''}`;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        <Text size="xs" c="dimmed" fw={400}>
          {own?.name}
        </Text>
      </Table.Th>
      <Table.Td>
        <StateMark of={words[state]} />
        {until && (
          <Text size="xs" c="dimmed">
            {state === 'EXPIRED' ? <Trans>since</Trans> : <Trans>until</Trans>} <Day on={until} />
          </Text>
        )}
      </Table.Td>
      <Table.Td>{mayTakeDuty ? t`may take it` : t`may not`}</Table.Td>
      <Table.Td>
        {completedOn && (
          <Text size="sm">
            <Trans>
              completed <Day on={completedOn} />
            </Trans>
            {completed?.person && t`, recorded by ${completed.person.name}`}
          </Text>
        )}
        {evidence && <Text size="xs">{evidence}</Text>}
        {state === 'WAIVED' && <Text size="xs">{[waived?.person?.name, waiverReason].filter(Boolean).join(': ')}</Text>}
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {records && (
            <Button size="compact-xs" variant="default" onClick={() => onAsk('complete')} aria-label={t`Record that ${name} completed it`}>
              <Trans>Completed</Trans>
            </Button>
          )}
          {waives && (
            <Button size="compact-xs" variant="default" onClick={() => onAsk('waive')} aria-label={t`Let ${name} off`}>
              <Trans>Let off</Trans>
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
