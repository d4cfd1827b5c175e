import { Alert, List, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import type { Refusal } from '~/lib/refusals';

/** Why something was not done; what stands at a field of the form already (`shown`) is not said twice. */
export function Refusals({ of, shown = [] }: { of: readonly Refusal[]; shown?: readonly string[] }) {
  const rest = of.filter(({ field }) => field === null || !shown.includes(field));
  if (rest.length === 0) return null;
  return (
    <Alert color="red" role="alert" title={<Trans>This was not done</Trans>}>
      <List size="sm" listStyleType="none">
        {rest.map(({ code, field, message }) => (
          <List.Item key={`${code} ${field ?? ''}`}>
            <Text size="sm" component="span">
              {message}
            </Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
