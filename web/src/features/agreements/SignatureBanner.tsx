import { Alert, Button, Group, Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';

interface Version {
  number: number;
  state: string;
  signatures: readonly unknown[];
  missingSignatures: readonly { id: string; name: string }[];
}

/** Says above everything else that a version waits for signatures, and whose. */
export function SignatureBanner({ versions }: { versions: readonly Version[] }) {
  const { company, holds, to } = useSeat();
  const proposed = versions.find(({ state }) => state === 'PROPOSED');
  if (!proposed) return null;
  const { number, signatures, missingSignatures } = proposed;
  const mine = holds('SIGNATORY') && missingSignatures.some(({ id }) => id === company.id);
  const all = signatures.length + missingSignatures.length;
  const names = missingSignatures.map(({ name }) => name).join(', ');
  return (
    <Alert color={mine ? 'yellow' : 'blue'} title={<Trans>Version {number} is before the parties</Trans>}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          <Plural value={signatures.length} _0="Nobody has signed yet." one={`One of ${all} has signed.`} other={`# of ${all} have signed.`} /> <Trans>Missing: {names}</Trans>
        </Text>
        <Button component={Link} to={`${to('agreement')}?tab=versions`} size="xs" variant={mine ? 'filled' : 'default'}>
          {mine ? <Trans>Read it and sign for {company.name}</Trans> : <Trans>Read it</Trans>}
        </Button>
      </Group>
    </Alert>
  );
}
