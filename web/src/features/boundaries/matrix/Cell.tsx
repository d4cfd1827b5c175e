import { Anchor, Group, Stack, Text, Tooltip } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Mark, StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Letter } from '../Letter';
import { responsibilities, states } from '../words';
import type { MatrixBoundary } from './MatrixPage';

interface CellProps {
  own: readonly MatrixBoundary[];
  /** What is said of a whole of which this is a part. */
  inherited: readonly MatrixBoundary[];
  service: string;
  company: string;
}

/** What one company is for one element. */
export function Cell({ own, inherited, service, company }: CellProps) {
  const { t } = useLingui();
  const { company: mine, holds, to } = useSeat();
  if (own.length + inherited.length === 0 && company === mine.id && holds('SME')) {
    return (
      <Anchor component={Link} to={`${to('boundaries/new')}?service=${service}`} size="sm">
        <Trans>Draw one</Trans>
      </Anchor>
    );
  }
  if (own.length + inherited.length === 0) {
    return (
      <Text size="sm" c="dimmed" aria-label={t`nothing`}>
        –
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      {own.map((one) => (
        <Said key={one.id} boundary={one} />
      ))}
      {inherited.map((one) => (
        <Text key={one.id} size="xs" c="dimmed">
          <Trans>
            as for the whole:{' '}
            <Anchor component={Link} to={to(`boundaries/${one.id}`)} inherit>
              {(one.open ?? one.approved)?.content.title}
            </Anchor>
          </Trans>
        </Text>
      ))}
    </Stack>
  );
}

function Said({ boundary: { id, state, inForce, open, approved } }: { boundary: MatrixBoundary }) {
  const { i18n, t } = useLingui();
  const { to } = useSeat();
  const content = (inForce ?? open ?? approved)?.content;
  if (!content) return null;
  const word = states[state];
  return (
    <Stack gap={2}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <Letter of={content.responsibility} />
        <Anchor component={Link} to={to(`boundaries/${id}`)} data-row size="sm" fw={500} lh={1.35}>
          {content.title}
        </Anchor>
      </Group>
      <Text size="xs" c="dimmed">
        {[i18n._(responsibilities[content.responsibility].label), content.team?.name].filter(Boolean).join(' · ')}
      </Text>
      <Group gap={4}>
        {inForce ? (
          <Tooltip label={t`Version ${inForce.number}`}>
            <span>
              <Mark tone="good">{t`In force`}</Mark>
            </span>
          </Tooltip>
        ) : (
          !open &&
          approved?.effectiveFrom && (
            <Text size="xs">
              {approved.ends ? (
                <Trans>
                  ends <Day on={approved.effectiveFrom} />
                </Trans>
              ) : (
                <Trans>
                  approved from <Day on={approved.effectiveFrom} />
                </Trans>
              )}
            </Text>
          )
        )}
        {open && <StateMark of={word} />}
      </Group>
    </Stack>
  );
}
