import { Paper, Stack, Text, Timeline, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSeat } from '~/app/seat';
import { Day, Moment } from '~/ui/Moment';
import { Mark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import { Around } from './Around';
import type { Boundary, By, Version } from './boundary';
import { Foreseen } from './Foreseen';

/** How far a version is agreed on, by whom, and what came back. */
export function Aside({ boundary, version }: { boundary: Boundary; version: Version }) {
  return (
    <Stack>
      {version.state === 'PROPOSED' && <Reviews boundary={boundary} version={version} />}
      {version.number === boundary.open?.number && <Foreseen boundary={boundary} version={version} />}
      <Story version={version} />
      <Around boundary={boundary} />
    </Stack>
  );
}

function Reviews({ boundary, version: { asked, approvals, effectiveFrom } }: { boundary: Boundary; version: Version }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="reviews">
      <Stack gap="xs">
        <Title order={2} id="reviews">
          <Trans>Neighbours</Trans>
        </Title>
        {effectiveFrom && (
          <Text size="sm">
            <Trans>
              Shall hold from <Day on={effectiveFrom} />.
            </Trans>
          </Text>
        )}
        {asked.length === 0 && (
          <Text size="sm">
            <Trans>It has none: an expert of any company may approve it, but for whoever proposed it.</Trans>
          </Text>
        )}
        <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {asked.map(({ id, name }) => {
            const approval = approvals.find(({ company }) => company?.id === id);
            return (
              <Text key={id} size="sm" component="li">
                {name} {approval ? <Mark tone="good">{t`approved`}</Mark> : boundary.awaited.some((one) => one.id === id) && <Mark tone="busy">{t`is waited for`}</Mark>}
                {approval && (
                  <Text size="xs" c="dimmed" component="div">
                    {approval.person?.name} <Moment at={approval.at} zone={agreement.zone} />
                  </Text>
                )}
              </Text>
            );
          })}
        </Stack>
      </Stack>
    </Paper>
  );
}

function Story({ version }: { version: Version }) {
  const { t } = useLingui();
  const { author, proposed, returned, approvals, approvedAt, effectiveFrom, withdrawn, withdrawalReason, number } = version;
  const told = [
    { what: t`Written as it stands`, by: author },
    ...returned.map(({ by, reason, objection }) => ({ what: objection ? t`Objected to` : t`Taken back`, by, note: reason })),
    ...(proposed ? [{ what: t`Proposed`, by: proposed }] : []),
    ...(version.state === 'APPROVED' ? approvals.map((by) => ({ what: t`Approved`, by })) : []),
    ...(withdrawn ? [{ what: t`Given up`, by: withdrawn, note: withdrawalReason ?? undefined }] : []),
  ].toSorted((one, other) => Date.parse(one.by.at) - Date.parse(other.by.at));
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="story">
      <Stack gap="sm">
        <Title order={2} id="story">
          <Trans>Version {number}</Trans>
        </Title>
        <Timeline bulletSize={12} lineWidth={2}>
          {told.map(({ what, by, ...rest }) => (
            <Timeline.Item key={`${what} ${by.at} ${by.company?.id ?? ''}`} title={<Text size="sm">{what}</Text>}>
              <Who by={by} />
              {'note' in rest && rest.note && <Prose>{rest.note}</Prose>}
            </Timeline.Item>
          ))}
        </Timeline>
        {approvedAt && effectiveFrom && (
          <Text size="sm">
            <Trans>
              Holds from <Day on={effectiveFrom} />.
            </Trans>
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

function Who({ by }: { by: By }): ReactNode {
  const { agreement } = useSeat();
  return (
    <Text size="xs" c="dimmed" component="div">
      {[by.person?.name, by.company?.name].filter(Boolean).join(', ')} · <Moment at={by.at} zone={agreement.zone} />
    </Text>
  );
}
