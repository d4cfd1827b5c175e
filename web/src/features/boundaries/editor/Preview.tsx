import { Alert, Loader, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { today } from '~/lib/time';
import type { Foretold } from '../prospect/prospect';
import { Told } from '../prospect/Told';

interface PreviewProps {
  foretold: Foretold | undefined;
  /** Whether it is being worked out. */
  waiting: boolean;
  /** Whether what is written cannot be, so that there is nothing to work out. */
  refused: boolean;
  /** How many limits were left out, because they say nothing yet. */
  leftOut: number;
  from: string;
  onFrom(from: string): void;
}

/** What would open and what would close if it held as it is written. */
export function Preview({ foretold, waiting, refused, leftOut, from, onFrom }: PreviewProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="foretold">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} id="foretold">
            <Trans>What it would change</Trans>
          </Title>
          {waiting && <Loader size="xs" role="status" aria-label={t`Working it out`} />}
        </Group>
        <TextInput type="date" size="xs" label={t`If it held from`} value={from} min={today(agreement.zone)} onChange={({ currentTarget: { value } }) => onFrom(value || today(agreement.zone))} />
        {leftOut > 0 && (
          <Text size="xs" c="dimmed">
            <Plural value={leftOut} one="A limit that says nothing yet is left out." other="# limits that say nothing yet are left out." />
          </Text>
        )}
        {refused ? (
          <Alert color="yellow" role="status">
            <Trans>As it is written it cannot be; see what the fields say.</Trans>
          </Alert>
        ) : (
          foretold && <Told foretold={foretold} />
        )}
      </Stack>
    </Paper>
  );
}
