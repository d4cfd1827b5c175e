import { Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { places } from './nav';
import { leads } from './shortcuts';

/** What the keyboard can do. */
export default function Shortcuts({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useLingui();
  const labels = new Map(places.map(({ path, label }) => [path, i18n._(label)]));
  const lines: [string[], string][] = [
    [['Ctrl', 'K'], t`Search and commands`],
    [['j'], t`Next row`],
    [['k'], t`Row before`],
    [['?'], t`These shortcuts`],
    [['g', 'h'], t`What waits for me`],
    ...Object.entries(leads).map(([letter, path]): [string[], string] => [['g', letter], labels.get(path) ?? path]),
  ];
  return (
    <Modal opened onClose={onClose} title={<Trans>Keyboard shortcuts</Trans>} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="xs">
        {lines.map(([keys, label]) => (
          <Group key={label} justify="space-between">
            <Text size="sm">{label}</Text>
            <Group gap={4}>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
