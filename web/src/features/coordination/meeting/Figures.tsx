import { Group, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { Moment } from '~/ui/Moment';
import { figuresOf, restated } from './agenda';
import css from './meeting.module.css';
import type { Matter, Snapshot } from './query';

function Pairs({ figures }: { figures: readonly [string, string][] }) {
  return figures.map(([name, value]) => (
    <span key={name} className={css['figure']}>
      <span>{name}</span> <b>{value}</b>
    </span>
  ));
}

function Stood({ snapshot, zone }: { snapshot: Snapshot; zone: string }) {
  return (
    <Text size="xs" c="dimmed" component="div" className={css['figures']}>
      <span className={css['figure']}>{snapshot.state}</span>
      <span className={css['figure']}>
        <Trans>
          since <Moment at={snapshot.since} zone={zone} short />
        </Trans>
      </span>
      {snapshot.due && (
        <span className={css['figure']}>
          <Trans>
            due <Moment at={snapshot.due} zone={zone} short />
          </Trans>
        </span>
      )}
      <Pairs figures={figuresOf(snapshot.figures)} />
    </Text>
  );
}

/** What was known of a matter when its meeting began; what is known now stands beside, where it is something else. */
export function Figures({ matter: { then, now }, zone }: { matter: Pick<Matter, 'then' | 'now'>; zone: string }) {
  if (!then) return null;
  const changes = now ? restated(then.figures, now.figures) : [];
  return (
    <>
      <Stood snapshot={then} zone={zone} />
      {now && (
        <Group gap={6} className={css['now']}>
          <Text size="xs" fw={600}>
            <Trans>Now</Trans>
          </Text>
          <Text size="xs" component="div" className={css['figures']}>
            {now.state !== then.state && <span className={css['figure']}>{now.state}</span>}
            {now.due && now.due !== then.due && (
              <span className={css['figure']}>
                <Trans>
                  due <Moment at={now.due} zone={zone} short />
                </Trans>
              </span>
            )}
            <Pairs figures={changes} />
          </Text>
        </Group>
      )}
    </>
  );
}
