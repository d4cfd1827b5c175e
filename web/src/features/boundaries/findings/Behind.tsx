import { Anchor, Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import type { Line } from './finding';

/** The boundaries behind a finding; of a circle in the order of take-over. */
export function Behind({ boundaries }: { boundaries: Line['boundaries'] }) {
  const { t } = useLingui();
  const { to } = useSeat();
  if (boundaries.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>No boundary is behind it: nobody has drawn one that covers it.</Trans>
      </Text>
    );
  }
  return (
    <Group gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t`Boundaries behind it`}>
      {boundaries.map(({ id, company, approved }) => (
        <Text key={id} size="sm" component="li">
          {company?.name && (
            <Text span inherit c="dimmed">
              {company.name}:{' '}
            </Text>
          )}
          <Anchor component={Link} to={to(`boundaries/${id}`)} inherit>
            {approved?.content.title ?? t`its boundary`}
          </Anchor>
        </Text>
      ))}
    </Group>
  );
}
