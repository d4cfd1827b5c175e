import { Alert, Button, Checkbox, Group, Modal, Paper, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { Day } from '~/ui/Moment';
import { Refusals } from '~/ui/Refusals';
import { Changes } from './Changes';
import { Digest } from './Digest';
import { SignAgreement } from './verbs';
import type { VersionShown } from './VersionsTab';

/** Signing shows what is signed: what it changes, and the digest of exactly these terms. */
export function SignDialog({ agreement, version, onClose }: { agreement: string; version: VersionShown; onClose: () => void }) {
  const { t } = useLingui();
  const me = useMe();
  const { company } = useSeat();
  const [read, setRead] = useState(false);
  const { run, refusals, busy } = useAct(SignAgreement);
  const { number, digest, effectiveFrom, changes, missingSignatures } = version;
  const last = missingSignatures.length === 1;
  const sign = async () => {
    if ((await run({ input: { agreement, company: company.id, digest } })).done) onClose();
  };
  return (
    <Modal opened onClose={onClose} size="xl" title={t`Sign version ${number} for ${company.name}`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack>
        <Text size="sm">
          <Plural value={changes.length} one="One change" other="# changes" /> <Trans>against the version before it, from <Day on={effectiveFrom} /> on:</Trans>
        </Text>
        <Paper mah="45vh" style={{ overflow: 'auto' }} tabIndex={0} role="region" aria-label={t`What you sign`}>
          <Changes of={changes} />
        </Paper>
        <Text size="sm" component="div">
          <Trans>
            Your signature is bound to this digest of the terms, and to no others: <Digest of={digest} whole />
          </Trans>
        </Text>
        {last && (
          <Alert color="blue">
            <Trans>Yours is the last signature: the version becomes binding with it.</Trans>
          </Alert>
        )}
        <Checkbox checked={read} onChange={(event) => setRead(event.currentTarget.checked)} label={t`I, ${me.name}, have read what changes, and sign it for ${company.name}.`} />
        <Refusals of={refusals} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button onClick={() => void sign()} disabled={!read} loading={busy}>
            <Trans>Sign</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
