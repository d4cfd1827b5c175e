import { Group, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { pieceWords } from './pieces';
import type { PieceKind } from './strip';
import classes from './strip.module.css';

const told: readonly PieceKind[] = ['covered', 'gap', 'overlap', 'beyond'];

/** What the patterns of a strip mean. */
export function Legend() {
  const { i18n } = useLingui();
  return (
    <Group gap="md">
      {told.map((kind) => (
        <Text key={kind} size="xs" c="dimmed">
          <span className={classes['swatch']} aria-hidden>
            <span className={classes['piece']} data-kind={kind} style={{ insetInline: 0 }} />
          </span>{' '}
          {i18n._(pieceWords[kind])}
        </Text>
      ))}
    </Group>
  );
}
