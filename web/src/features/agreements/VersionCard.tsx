import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Changes } from './Changes';
import { Digest } from './Digest';
import { Signatures } from './Signatures';
import { SignDialog } from './SignDialog';
import type { VersionShown } from './VersionsTab';
import { versionStates } from './words';

/** One version: where it stands, who signed it, what it changes. */
export function VersionCard({ agreement, zone, version }: { agreement: string; zone: string; version: VersionShown }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const { number, state, digest, effectiveFrom, missingSignatures, changes } = version;
  const coming = state === 'DRAFT' || state === 'PROPOSED';
  const [open, { toggle }] = useDisclosure(coming);
  const [signing, setSigning] = useState(false);
  const mine = holds('SIGNATORY') && missingSignatures.some(({ id }) => id === company.id);
  return (
    <Paper withBorder p="md" component="section" aria-label={t`Version ${number}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm">
            <Title order={2}>
              <Trans>Version {number}</Trans>
            </Title>
            <StateMark of={versionStates[state]} />
          </Group>
          {mine && <Button onClick={() => setSigning(true)}>{t`Sign for ${company.name}`}</Button>}
        </Group>
        <Text size="sm" c="dimmed" component="div">
          <Trans>
            Holds from <Day on={effectiveFrom} /> on. Digest <Digest of={digest} />
          </Trans>
        </Text>
        {state === 'DRAFT' ? (
          <Text size="sm">
            <Trans>It is being written: nobody is asked to sign it yet. The steward puts it before the parties.</Trans>
          </Text>
        ) : (
          <Signatures of={version} zone={zone} />
        )}
        <Stack gap="xs" align="stretch">
          <Button variant="subtle" size="compact-sm" w="max-content" onClick={toggle} aria-expanded={open} className="no-print">
            {open ? <Trans>Hide what it changes</Trans> : <Plural value={changes.length} one="Show its one change" other="Show its # changes" />}
          </Button>
          {open && <Changes of={changes} />}
        </Stack>
      </Stack>
      {signing && <SignDialog agreement={agreement} version={version} onClose={() => setSigning(false)} />}
    </Paper>
  );
}
