import { Alert, Button, Group, List, Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { moment, now, spellDuration } from '~/lib/time';
import { dimensions } from '../../boundaries/words';
import type { Checked, Proposal } from './candidates';

interface VerdictProps {
  checked: Checked;
  receiver: string;
  busy: boolean;
  /** Offers the case to a neighbour instead. */
  onNeighbour(proposal: Proposal): void;
}

/** What the boundaries say of a hand-over, before anything is offered; and who could have the case instead. */
export function Verdict({ checked, receiver, busy, onNeighbour }: VerdictProps) {
  const { i18n } = useLingui();
  const { verdict, boundary, passed, unknown, proposals } = checked;
  const open = unknown.map((dimension) => i18n._(dimensions[dimension].label).toLowerCase()).join(', ');
  if (verdict === 'ALLOWED') {
    return (
      <Alert color="teal" icon={<IconCheck />} title={<Trans>The boundary of {receiver} holds it</Trans>}>
        {open ? (
          <Text size="sm">
            <Trans>Boundary {boundary}. Not checked, because the case does not say: {open}.</Trans>
          </Text>
        ) : (
          <Text size="sm">
            <Trans>Boundary {boundary}.</Trans>
          </Text>
        )}
      </Alert>
    );
  }
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={<Trans>This is outside of what {receiver} has agreed to</Trans>}>
      <Stack gap="sm">
        {verdict === 'NOBODY' ? (
          <Text size="sm">{boundary ? <Trans>Under its boundary {boundary} it does no work on the service.</Trans> : <Trans>It has no boundary for the service.</Trans>}</Text>
        ) : (
          <List size="sm">
            {passed.map(({ dimension, limit, actual, by }) => (
              <List.Item key={dimension}>
                <b>{i18n._(dimensions[dimension].label)}:</b> {actual === null ? <Trans>no more than {limit}</Trans> : <Trans>{actual} is outside {limit}</Trans>}
                {by && ` (${by})`}
              </List.Item>
            ))}
          </List>
        )}
        {proposals.length > 0 && (
          <Stack gap="xs">
            <Text size="sm" fw={600}>
              <Trans>Who could have it instead</Trans>
            </Text>
            {proposals.map((proposal, at) => (
              <Neighbour key={at} proposal={proposal} busy={busy} onPick={() => onNeighbour(proposal)} />
            ))}
          </Stack>
        )}
      </Stack>
    </Alert>
  );
}

function Neighbour({ proposal, busy, onPick }: { proposal: Proposal; busy: boolean; onPick(): void }) {
  const { t, i18n } = useLingui();
  const { team, company, allowed, nextOpenAt, lacking, openCases, acceptance, information, takesOverBeyond } = proposal;
  if (!team || !company) return null;
  const waits = nextOpenAt !== null && Date.parse(nextOpenAt) > now() + 60_000;
  const facts = [
    takesOverBeyond ? t`takes over beyond ${i18n._(dimensions[takesOverBeyond].label).toLowerCase()}` : allowed && t`its boundary holds the case`,
    !allowed && t`its own boundary does not hold the case`,
    nextOpenAt === null ? t`never opens` : waits ? t`opens ${moment(nextOpenAt)}` : t`open now`,
    acceptance && t`takes it on within ${spellDuration(acceptance)}`,
    openCases !== null && t`${openCases} open cases`,
    lacking.length > 0 && t`nobody named ${lacking.join(', ')}`,
  ].filter(Boolean);
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" gap="sm">
        <div>
          <Text size="sm" fw={600}>
            {team.name} · {company.name}
          </Text>
          <Text size="xs">{facts.join('; ')}</Text>
          {information.length > 0 && (
            <Text size="xs">
              <Trans>Has to be told: {information.join(', ')}</Trans>
            </Text>
          )}
        </div>
        <Button size="xs" onClick={onPick} loading={busy}>
          <Trans>
            Offer it to {team.name}, {company.name}
          </Trans>
        </Button>
      </Group>
    </Paper>
  );
}
