import { CopyButton, Tooltip, UnstyledButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';

/** The digest of some terms: its beginning to be read, the whole of it to be copied. */
export function Digest({ of, whole = false }: { of: string; whole?: boolean }) {
  const { t } = useLingui();
  return (
    <CopyButton value={of}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t`Copied` : t`Copy ${of}`} events={{ hover: true, focus: true, touch: true }} multiline maw={360} style={{ wordBreak: 'break-all' }}>
          <UnstyledButton onClick={copy} aria-label={copied ? t`Copied` : t`Copy the digest ${of}`} ff="monospace" fz="inherit" td="underline dotted" style={{ wordBreak: 'break-all' }}>
            {whole ? of : of.slice(0, 12)}
          </UnstyledButton>
        </Tooltip>
      )}
    </CopyButton>
  );
}
