import { Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { stretchIn } from '../when';
import type { FoundWindow } from './finding';

/** When a finding holds, by the clocks of both sides: the agreement's first, then those of the teams behind it, and UTC. */
export function Windows({ of, more = false }: { of: readonly FoundWindow[]; more?: boolean }) {
  const { t } = useLingui();
  return (
    <Stack gap={4} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t`When`}>
      {of.map(({ opensAt, closesAt, local }) => {
        const [first = 'UTC', ...others] = local.map(({ zone }) => zone);
        const rest = [...new Set([...others, 'UTC'])].filter((zone) => zone !== first);
        return (
          <li key={opensAt}>
            <Text size="sm">
              {stretchIn(first, opensAt, closesAt)}{' '}
              <Text span inherit c="dimmed">
                {first}
              </Text>
              {more && <Trans>, and again</Trans>}
            </Text>
            <Text size="xs" c="dimmed">
              {rest.map((zone) => `${stretchIn(zone, opensAt, closesAt)} ${zone}`).join(' · ')}
            </Text>
          </li>
        );
      })}
    </Stack>
  );
}
