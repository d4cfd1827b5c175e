import { List, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Line } from '../content/compare';
import { useLabels } from '../content/paths';

/** What is written against what was approved, in short. */
export function ChangeList({ lines, compared }: { lines: readonly Line[]; compared: boolean }) {
  const { t } = useLingui();
  const labelOf = useLabels();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="changes">
      <Stack gap="xs">
        <Title order={2} id="changes">
          <Trans>Against what is approved</Trans>
        </Title>
        {!compared && (
          <Text size="sm" c="dimmed">
            <Trans>Nothing is approved yet: all of it is new.</Trans>
          </Text>
        )}
        {compared && lines.length === 0 && (
          <Text size="sm" c="dimmed">
            <Trans>It says the same.</Trans>
          </Text>
        )}
        {compared && lines.length > 0 && (
          <List size="sm" spacing={4}>
            {lines.map(({ path, before, after }, at) => (
              <List.Item key={`${path} ${at}`}>
                <b>{labelOf(path)}</b>: {before !== null && <del>{before}</del>} {after !== null ? <ins>{after}</ins> : t`gone`}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </Paper>
  );
}
