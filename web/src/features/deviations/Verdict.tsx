import { Group, Paper, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { StateMark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import type { Story } from './deviation';
import { Who } from './Who';
import { verdicts } from './words';

/** What the group made of a deviation, while its verdict waits or is what closed it. */
export function Verdict({ of: { review } }: { of: Story }) {
  if (!review) return null;
  return (
    <Paper withBorder p="md" component="section">
      <Group gap="sm">
        <Title order={2}>
          <Trans>Verdict</Trans>
        </Title>
        <StateMark of={verdicts[review.verdict]} />
        <Who by={review.by} />
      </Group>
      {review.reason && <Prose mt="xs">{review.reason}</Prose>}
    </Paper>
  );
}
