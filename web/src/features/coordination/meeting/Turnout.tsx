import { Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { levels } from '~/features/agreements/words';
import { StateMark } from '~/ui/Mark';
import { turnouts } from '../words';
import type { Meeting } from './query';

/** How each company with a seat turned out: commitment health reads it. */
export function Turnout({ meeting: { turnout } }: { meeting: Meeting }) {
  const { i18n } = useLingui();
  return (
    <Stack gap={4} mt="md">
      <Title order={3} size="sm">
        <Trans>By company</Trans>
      </Title>
      {turnout.map(({ company, came, missingLevels }) => (
        <Group key={company?.id} justify="space-between" gap="xs">
          <Text size="sm">{company?.name}</Text>
          <Group gap={6}>
            {missingLevels.length > 0 && (
              <Text size="xs" c="dimmed">
                {missingLevels.map((level) => i18n._(levels[level])).join(', ')}
              </Text>
            )}
            <StateMark of={turnouts[came]} />
          </Group>
        </Group>
      ))}
    </Stack>
  );
}
