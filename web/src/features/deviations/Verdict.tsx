import { Group, Paper, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Mark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import type { Story } from './deviation';
import { Who } from './Who';
import { verdicts } from './words';

/** What the group made of a deviation, while its verdict waits or is what closed it. */
export function Verdict({ of: { review } }: { of: Story }) {
  const { i18n } = useLingui();
  if (!review) return null;
  const { label, tone } = verdicts[review.verdict];
  return (
    <Paper withBorder p="md" component="section">
      <Group gap="sm">
        <Title order={2}>
          <Trans>Verdict</Trans>
        </Title>
        <Mark tone={tone}>{i18n._(label)}</Mark>
        <Who by={review.by} />
      </Group>
      {review.reason && <Prose mt="xs">{review.reason}</Prose>}
    </Paper>
  );
}
