import { Alert, Button, Group, Text } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';

const AuditVerification = graphql(`
  query AuditVerification($code: String!, $after: Cursor) {
    agreement(code: $code) {
      id
      auditVerification(after: $after) {
        entries
        whole
        brokenEntry
        why
        cursor
      }
    }
  }
`);

type Told = NonNullable<ResultOf<typeof AuditVerification>['agreement']>['auditVerification'];

/** Verifies the chain of the log, part by part, and says up to where it is what was written. */
export function Verification() {
  const client = useClient();
  const { agreement } = useSeat();
  const [told, setTold] = useState<Told>();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const verify = async () => {
    setState('busy');
    for (let after: string | null = null; ; ) {
      const { data } = await client.query(AuditVerification, { code: agreement.code, after }, { requestPolicy: 'network-only' }).toPromise();
      const part: Told | undefined = data?.agreement?.auditVerification;
      if (!part) return setState('failed');
      setTold(part);
      after = part.cursor;
      if (after === null) return setState('idle');
    }
  };
  return (
    <Group gap="sm" align="center">
      <Button variant="default" size="xs" loading={state === 'busy'} onClick={() => void verify()} className="no-print">
        <Trans>Verify the log</Trans>
      </Button>
      <div role="status">
        {state === 'failed' ? (
          <Trans>It could not be verified now. Try again.</Trans>
        ) : (
          told && <Result of={told} />
        )}
      </div>
      {!told && state === 'idle' && (
        <Text size="sm" c="dimmed">
          <Trans>Each entry is sealed together with all before it: the first that was changed, removed or moved shows.</Trans>
        </Text>
      )}
    </Group>
  );
}

function Result({ of: { entries, whole, brokenEntry, why } }: { of: Told }) {
  if (brokenEntry !== null) {
    return (
      <Alert color="red" title={<Trans>Entry {brokenEntry} is not what was written</Trans>}>
        {why} <Trans>Tell whoever runs this instance; what stands before it is whole.</Trans>
      </Alert>
    );
  }
  return (
    <Text size="sm" fw={600}>
      {whole ? <Plural value={entries} one="✓ Its one entry is what was written" other="✓ All # entries are what was written" /> : <Trans>{entries} entries read…</Trans>}
    </Text>
  );
}
