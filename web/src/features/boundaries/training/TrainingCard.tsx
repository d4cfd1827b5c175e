import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Mark } from '~/ui/Mark';
import { Replan } from './Plan';
import { Standings } from './Standings';
import type { Trained, Training } from './training';

interface TrainingCardProps {
  training: Training;
  /** The boundary. */
  of: Trained;
}

/** One training: what is taught, how many have learnt it, and where each member stands. */
export function TrainingCard({ training, of }: TrainingCardProps) {
  const { t } = useLingui();
  const { company, holds, to } = useSeat();
  const [planning, setPlanning] = useState(false);
  const { id, version, topics, validFor, team, shares } = training;
  const title = of.approved?.content.title ?? '';
  const current = of.inForce?.number === version;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Group gap="xs">
              <Title order={2} id={id}>
                {team?.name ?? t`A team that is no more`}
              </Title>
              {current ? <Mark tone="good">{t`Version ${version}, in force`}</Mark> : <Mark tone="quiet">{t`Version ${version}`}</Mark>}
            </Group>
            <Text size="sm" c="dimmed">
              <Trans>
                learns{' '}
                <Anchor component={Link} to={to(`boundaries/${of.id}`)} inherit underline="always" data-row>
                  {title}
                </Anchor>{' '}
                of {training.company?.name ?? ''}
              </Trans>
            </Text>
          </div>
          {holds('SME') && company.id === training.company?.id && (
            <Button size="xs" variant="default" onClick={() => setPlanning(true)}>
              <Trans>Plan it otherwise</Trans>
            </Button>
          )}
        </Group>
        <List size="sm">
          {topics.map((topic) => (
            <List.Item key={topic}>{topic}</List.Item>
          ))}
        </List>
        <Text size="sm">{validFor === null ? <Trans>Counts as long as the version holds.</Trans> : <Plural value={validFor} one="Counts for # day." other="Counts for # days." />}</Text>
        <Group gap="md">
          {shares.map((share) => (
            <Text key={share.company?.id} size="sm">
              {share.company?.name}: <b>{t`${share.trained} of ${share.members} trained`}</b>
            </Text>
          ))}
        </Group>
        <Standings training={training} />
      </Stack>
      {planning && <Replan training={training} onClose={() => setPlanning(false)} />}
    </Paper>
  );
}
