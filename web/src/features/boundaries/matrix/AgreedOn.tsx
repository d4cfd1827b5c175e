import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Mark, StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { states } from '../words';
import type { MatrixBoundary } from './MatrixPage';

/** What is being written or agreed on now, and whose word is missing. */
export function AgreedOn({ boundaries }: { boundaries: readonly MatrixBoundary[] }) {
  const { t } = useLingui();
  const { company, holds, to } = useSeat();
  const open = boundaries.flatMap((one) => (one.open ? [{ ...one, open: one.open }] : []));
  if (open.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="agreed-on">
      <Title order={2} id="agreed-on">
        <Trans>Being written and agreed on</Trans>
      </Title>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {open.map(({ id, service, company: owner, awaited, open: { state, ends, content, effectiveFrom } }) => {
          const mine = holds('SME') && awaited.some((one) => one.id === company.id);
          const word = states[state];
          return (
            <Paper key={id} component="li" withBorder p="xs" bd={mine ? '1px solid var(--mantine-primary-color-filled)' : undefined}>
              <Group justify="space-between" gap="xs">
                <Group gap="xs">
                  <Anchor component={Link} to={to(`boundaries/${id}`)} data-row fw={550}>
                    {content.title}
                  </Anchor>
                  <Text size="sm" c="dimmed">
                    {[owner?.name, service?.name].filter(Boolean).join(' · ')}
                  </Text>
                </Group>
                <Group gap="xs">
                  {ends && <Mark tone="warn">{t`Ends it`}</Mark>}
                  {effectiveFrom && (
                    <Text size="sm">
                      <Trans>
                        from <Day on={effectiveFrom} />
                      </Trans>
                    </Text>
                  )}
                  {awaited.length > 0 && <Text size="sm">{mine ? t`waits for you` : t`waits for ${awaited.map(({ name }) => name).join(', ')}`}</Text>}
                  <StateMark of={word} />
                </Group>
              </Group>
            </Paper>
          );
        })}
      </Stack>
    </Stack>
  );
}
