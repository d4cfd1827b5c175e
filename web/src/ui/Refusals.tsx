import { Alert, Button, List, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Refusal } from '~/lib/refusals';

interface RefusalsProps {
  of: readonly Refusal[];
  /** The fields of the form that say it already. */
  shown?: readonly string[];
  /** Where somebody was faster: takes up what they made of it. What is typed stays. */
  onRead?: (() => void) | undefined;
}

/** Why something was not done; what stands at a field of the form already (`shown`) is not said twice. */
export function Refusals({ of, shown = [], onRead }: RefusalsProps) {
  const rest = of.filter(({ field }) => field === null || !shown.includes(field));
  if (rest.length === 0) return null;
  const stale = rest.some(({ code }) => code.endsWith('_STALE'));
  return (
    <Alert color={stale ? 'yellow' : 'red'} role="alert" title={stale ? <Trans>Somebody was faster</Trans> : <Trans>This was not done</Trans>}>
      <List size="sm" listStyleType="none">
        {rest.map(({ code, field, message }) => (
          <List.Item key={`${code} ${field ?? ''}`}>
            <Text size="sm" component="span">
              {message}
            </Text>
          </List.Item>
        ))}
      </List>
      {stale && onRead && (
        <Button size="xs" mt="xs" variant="default" onClick={onRead}>
          <Trans>Read it again</Trans>
        </Button>
      )}
    </Alert>
  );
}
