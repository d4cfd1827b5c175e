import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';

interface SaveBarProps {
  /** Whether there is a draft; saving begins one otherwise. */
  draft: boolean;
  dirty: boolean;
  /** Whether somebody changed the draft since it was read. */
  stale: boolean;
  busy: boolean;
  refused: boolean;
  onSave(): void;
  onSaveAndClose(): void;
  onDrop(): void;
}

/** Whether what is written is saved, and how to save it. */
export function SaveBar({ draft, dirty, stale, busy, refused, onSave, onSaveAndClose, onDrop }: SaveBarProps) {
  const { t } = useLingui();
  const untouched = draft ? t`Saved: this is what the draft says.` : t`This is what is approved. Saving a change begins a draft; what holds goes on to hold.`;
  const told = refused ? t`Not saved: see what the fields say. It is kept in this tab.` : dirty ? t`Not saved yet; kept in this tab until you do.` : untouched;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Text size="sm" role="status">
          {told}
        </Text>
        {stale && (
          <Text size="sm">
            <Trans>Something happened to the boundary since you began. Saving shows what, and overwrites nothing.</Trans>
          </Text>
        )}
        <Group gap="xs">
          <Button onClick={onSaveAndClose} loading={busy} disabled={!dirty}>
            <Trans>Save and close</Trans>
          </Button>
          <Button variant="default" onClick={onSave} disabled={!dirty || busy} title={t`Ctrl S`}>
            <Trans>Save</Trans>
          </Button>
          {dirty && (
            <Button variant="subtle" color="gray" onClick={onDrop} disabled={busy}>
              <Trans>Give up what is not saved</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
