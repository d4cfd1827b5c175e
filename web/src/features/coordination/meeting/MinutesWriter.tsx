import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Prose } from '~/ui/Prose';
import { Refusals } from '~/ui/Refusals';
import type { Meeting } from './query';
import { useMinutes } from './useMinutes';

/** Where minutes are written while the meeting goes on; they save themselves. */
export function MinutesWriter({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  const { text, theirs, merge, busy, refusals, write, settle, forget, save } = useMinutes(meeting);
  const who = meeting.minutes?.written.person?.name ?? t`Somebody`;
  return (
    <Stack gap="xs" className="no-print">
      <Textarea
        aria-label={t`Minutes`}
        placeholder={t`What was said, in the order of the agenda`}
        autosize
        minRows={8}
        maxRows={28}
        maxLength={100_000}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <Text size="xs" c="dimmed" role="status">
        {busy && <Trans>Saving…</Trans>}
        {!busy && merge === 'save' && <Trans>Kept here; saved in a moment</Trans>}
        {!busy && merge === 'same' && text !== '' && <Trans>Saved</Trans>}
      </Text>
      {merge === 'conflict' && (
        <Alert color="yellow" title={t`${who} has written meanwhile`}>
          <Stack gap="xs">
            <Prose>{theirs}</Prose>
            <Group gap="xs">
              <Button size="compact-sm" onClick={() => settle(`${text}\n\n${theirs}`)}>
                <Trans>Put it below mine</Trans>
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => settle(text)}>
                <Trans>Keep mine instead</Trans>
              </Button>
              <Button size="compact-sm" variant="default" onClick={forget}>
                <Trans>Take it, drop mine</Trans>
              </Button>
            </Group>
          </Stack>
        </Alert>
      )}
      <Refusals of={refusals} />
    </Stack>
  );
}
