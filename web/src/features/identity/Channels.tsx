import { Radio, Table, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { mailChannels, mailTopics } from '~/features/notifications/words';
import { Sheet } from '~/ui/Sheet';
import type { Settings } from './NotificationSettings';
import type { Channel, Topic } from './SettingsForm';

interface ChannelsProps {
  settings: Settings;
  chosen: Record<string, Channel>;
  onChoose(topic: Topic, channel: Channel): void;
}

/** For each topic one way of being told. */
export function Channels({ settings, chosen, onChoose }: ChannelsProps) {
  const { t, i18n } = useLingui();
  const channels = Object.keys(mailChannels) as Channel[];
  const head = channels.map((channel) => (
    <span key={channel}>
      {i18n._(mailChannels[channel].label)}
      <Text size="xs" c="dimmed" fw={400} maw="20ch">
        {i18n._(mailChannels[channel].hint)}
      </Text>
    </span>
  ));
  return (
    <Sheet label={t`How I am told of each topic`} head={[t`Topic`, ...head]}>
      {settings.channels.map(({ topic }) => {
        const name = i18n._(mailTopics[topic]);
        return (
          <Table.Tr key={topic}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {channels.map((channel) => (
              <Table.Td key={channel}>
                <Radio name={topic} checked={chosen[topic] === channel} onChange={() => onChoose(topic, channel)} aria-label={`${name}: ${i18n._(mailChannels[channel].label)}`} />
              </Table.Td>
            ))}
          </Table.Tr>
        );
      })}
    </Sheet>
  );
}
