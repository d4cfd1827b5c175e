import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconFlag, IconHistory } from '@tabler/icons-react';
import styles from './HeatMap.module.css';
import { type Standing, standings } from './standing';

const order: Standing[] = ['met', 'close', 'missed', 'risk', 'silent', 'concealed'];

/** What colours and shapes of the heat map mean. */
export function Legend() {
  const { t, i18n } = useLingui();
  return (
    <Group component="ul" gap="md" p={0} m={0} aria-label={t`What the cells mean`} style={{ listStyle: 'none' }}>
      {order.map((standing) => {
        const { label, icon: Shape } = standings[standing];
        return (
          <Group component="li" key={standing} gap={6} wrap="nowrap">
            <span className={`${styles['swatch']} ${styles[standing]}`}>{Shape && <Shape size={12} aria-hidden />}</span>
            <Text size="xs">{i18n._(label)}</Text>
          </Group>
        );
      })}
      <Group component="li" gap={6} wrap="nowrap">
        <span className={styles['swatch']} />
        <Text size="xs">
          <Trans>blank: not measured there</Trans>
        </Text>
      </Group>
      <Group component="li" gap={6} wrap="nowrap">
        <IconHistory size={14} aria-hidden />
        <Text size="xs">
          <Trans>corrected since the group saw it</Trans>
        </Text>
      </Group>
      <Group component="li" gap={6} wrap="nowrap">
        <IconFlag size={14} aria-hidden />
        <Text size="xs">
          <Trans>leads to its deviation</Trans>
        </Text>
      </Group>
    </Group>
  );
}
