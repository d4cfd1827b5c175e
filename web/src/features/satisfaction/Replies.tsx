import { Group, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Mark, StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import type { Voice } from './voice';
import { voiceWords } from './words';

/** What each company that was asked says; its first word decides whether it was in time. */
export function Replies({ voice: { asked, dueAt, overdueAt } }: { voice: Voice }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <Stack gap="sm">
      {asked.map(({ company, word, answer, by, firstAt }) => (
        <Stack key={company?.id ?? by?.at} gap={2}>
          <Group justify="space-between" gap="xs">
            <Text size="sm" fw={550}>
              {company?.name ?? t`a company that is no party any more`}
            </Text>
            <Group gap={6}>
              {word ? <StateMark of={voiceWords[word]} /> : <Mark tone={overdueAt ? 'bad' : 'quiet'}>{overdueAt ? t`Silent, overdue` : t`Nothing yet`}</Mark>}
              {firstAt && Date.parse(firstAt) > Date.parse(dueAt) && <Mark tone="bad">{t`late`}</Mark>}
            </Group>
          </Group>
          {answer && <Prose>{answer}</Prose>}
          {by && (
            <Text size="xs" c="dimmed" component="div">
              {by.person?.name}, <Moment at={by.at} zone={agreement.zone} />
            </Text>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
