import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import type { Story } from './deviation';
import styles from './steps.module.css';
import { closings, order, states } from './words';

/** The way of a deviation from its verdict to its proof, and how far it has come. */
export function Steps({ of: { state, level, closing } }: { of: Story }) {
  const { t, i18n } = useLingui();
  const now = order.indexOf(state);
  // what was waived or cleared never came to an action
  const skipped = state === 'CLOSED' && closing !== 'VERIFIED';
  return (
    <div>
      <ol className={styles.steps} aria-label={t`How far it has come`}>
        {order.map((one, at) => {
          const past = at < now && !(skipped && (one === 'ACTING' || one === 'VERIFYING'));
          return (
            <li key={one} className={styles.step} data-past={past || undefined} aria-current={at === now ? 'step' : undefined} title={i18n._(states[one].hint)}>
              {past && <IconCheck size={14} aria-label={t`done`} role="img" />}
              <span>{i18n._(states[one].label)}</span>
              {at === now && closing && <span>· {i18n._(closings[closing].label)}</span>}
            </li>
          );
        })}
      </ol>
      <Group gap="xs" mt={6}>
        <Text size="sm" c="dimmed">
          {i18n._(states[state].hint)}
        </Text>
        {level > 1 && (
          <Text size="sm" fw={600}>
            <Trans>Level {level}: an action against it did not work, so it was opened again one level up.</Trans>
          </Text>
        )}
      </Group>
    </div>
  );
}
