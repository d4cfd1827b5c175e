import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { Trans, useLingui } from '@lingui/react/macro';
import { mailLanguages } from '~/features/notifications/words';
import { useAct } from '~/lib/act';
import { type EnumOf, graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { hereZone } from '~/lib/time';
import { Refusals } from '~/ui/Refusals';
import { Channels } from './Channels';
import type { Settings } from './NotificationSettings';

const SetNotifications = graphql(
  `
    mutation SetNotifications($input: SetNotificationsInput!) {
      setNotifications(input: $input) {
        settings {
          revision
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

export type Channel = EnumOf<'MailChannel'>;
export type Topic = EnumOf<'MailTopic'>;
type Language = EnumOf<'MailLanguage'>;

interface Values {
  language: Language;
  zone: string;
  hoursFrom: string;
  hoursUntil: string;
  digestAt: string;
  channels: Record<string, Channel>;
}

const valuesOf = ({ language, zone, hoursFrom, hoursUntil, digestAt, channels }: Settings): Values => ({
  language,
  zone: zone ?? '',
  hoursFrom: hoursFrom ?? '',
  hoursUntil: hoursUntil ?? '',
  digestAt,
  channels: Object.fromEntries(channels.map(({ topic, channel }) => [topic, channel])),
});

/** Language, hours, and a channel for each topic. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const { t } = useLingui();
  const { run, refusals, busy } = useAct(SetNotifications);
  const form = useForm({ initialValues: valuesOf(settings) });
  const save = async ({ language, zone, hoursFrom, hoursUntil, digestAt, channels }: Values) => {
    const { done, refusals: told } = await run({
      input: {
        revision: settings.revision,
        language,
        zone: zone || null,
        hoursFrom: hoursFrom || null,
        hoursUntil: hoursUntil || null,
        digestAt,
        channels: settings.channels.map(({ topic, channel }) => ({ topic, channel: channels[topic] ?? channel })),
      },
    });
    if (!done) return form.setErrors(byField(told));
    form.resetDirty();
    notifications.show({ color: 'teal', message: t`It is kept.` });
  };
  const zones = [...new Set([hereZone, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <form onSubmit={form.onSubmit((values) => void save(values))}>
      <Stack maw={760}>
        <Text size="sm">
          <Trans>What waits for you stands in your inbox, always. Mails are a courtesy on top of it.</Trans>
        </Text>
        <Group align="flex-start">
          <Select {...form.getInputProps('language')} label={t`Language of mails`} allowDeselect={false} w={200} data={Object.entries(mailLanguages).map(([value, label]) => ({ value, label }))} />
          <Select {...form.getInputProps('zone')} value={form.values.zone || null} onChange={(zone) => form.setFieldValue('zone', zone ?? '')} label={t`Time zone`} placeholder={t`each agreement's own`} searchable clearable clearButtonProps={{ 'aria-label': t`Each agreement's own` }} nothingFoundMessage={t`No such zone.`} limit={40} w={280} data={zones} />
        </Group>
        <Group align="flex-start">
          <TextInput {...form.getInputProps('hoursFrom')} type="time" label={t`Mails from`} description={t`Empty: at any time`} w={160} />
          <TextInput {...form.getInputProps('hoursUntil')} type="time" label={t`Mails until`} description={t`Empty: at any time`} w={160} />
          <TextInput {...form.getInputProps('digestAt')} type="time" label={t`Digest at`} description={t`Once a day`} required w={160} />
        </Group>
        <Channels settings={settings} chosen={form.values.channels} onChoose={(topic, channel) => form.setFieldValue(`channels.${topic}`, channel)} />
        <Refusals of={refusals} shown={['language', 'zone', 'hoursFrom', 'hoursUntil', 'digestAt']} onRead={() => form.setValues(valuesOf(settings))} />
        <Button type="submit" loading={busy} disabled={!form.isDirty()} w="max-content">
          <Trans>Keep it</Trans>
        </Button>
      </Stack>
    </form>
  );
}
