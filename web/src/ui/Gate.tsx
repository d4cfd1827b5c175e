import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { codeOf } from '~/lib/client';
import styles from './Gate.module.css';

interface Asked<Data> {
  data?: Data | undefined;
  error?: CombinedError | undefined;
  fetching: boolean;
}

interface GateProps<Data, Noun> {
  /** What `useQuery` tells. */
  asked: Asked<Data>;
  /** Finds the noun in the answer; nothing where it is not there, or not one's own to see. */
  pick(data: Data): Noun | null | undefined;
  /** Asks again. */
  again?: () => void;
  children(noun: Noun): ReactNode;
}

/**
 * Shows what was asked for, or that it is on its way, is not there, or could not be had. While something else is being asked for, such as with
 * another filter, what there was before stands back.
 */
export function Gate<Data, Noun>({ asked: { data, error, fetching }, pick, again, children }: GateProps<Data, Noun>) {
  const noun = data && pick(data);
  if (noun) {
    return (
      <div className={styles.gate} aria-busy={fetching || undefined}>
        {children(noun)}
      </div>
    );
  }
  if (fetching) return <Waiting />;
  const code = codeOf(error);
  if (!error || code === 'NOT_FOUND' || code === 'FORBIDDEN') return <NotThere />;
  return (
    <Alert color="red" role="alert" title={<Trans>This could not be loaded</Trans>}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{error.networkError ? <Trans>The server cannot be reached.</Trans> : error.graphQLErrors[0]?.message}</Text>
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            <Trans>Try again</Trans>
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Waiting() {
  const { t } = useLingui();
  return (
    <Stack gap="sm" role="status" aria-label={t`Loading`}>
      <Skeleton height={28} width="40%" />
      <Skeleton height={120} />
      <Skeleton height={120} />
    </Stack>
  );
}

function NotThere() {
  return (
    <Alert color="gray" title={<Trans>Not here</Trans>}>
      <Trans>It does not exist, or it is not for the company for which you act.</Trans>
    </Alert>
  );
}
