import { Alert, Button, CopyButton, Group, Modal, Stack, Textarea } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';

interface SecretProps {
  title: string;
  /** What it is called, such as "Token". */
  label: string;
  /** What to do with it. */
  hint: string;
  /** The secret; none where the server told it before and tells it no more. */
  secret: string | null;
  onClose(): void;
}

/** Shows a secret, once: whoever closes this without having copied it needs another. */
export function Secret({ title, label, hint, secret, onClose }: SecretProps) {
  const { t } = useLingui();
  return (
    <Modal opened onClose={onClose} title={title} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t`Close` }} size="lg">
      <Stack>
        <Alert color="yellow" title={<Trans>This is shown now and never again</Trans>}>
          {hint}
        </Alert>
        {secret === null ? (
          <Trans>It was shown before. Make another one.</Trans>
        ) : (
          <>
            <Textarea label={label} value={secret} readOnly autosize data-autofocus onFocus={(event) => event.currentTarget.select()} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', wordBreak: 'break-all' } }} />
            <CopyButton value={secret}>
              {({ copied, copy }) => (
                <Button onClick={copy} variant={copied ? 'light' : 'filled'} w="max-content">
                  <span aria-live="polite">{copied ? t`Copied` : t`Copy`}</span>
                </Button>
              )}
            </CopyButton>
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>I have kept it</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
