import { Group, NumberInput, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormDialog } from '~/ui/FormDialog';
import { type DialogProps, useChange } from './dialog';
import { SwarmCase } from './documents';

/** Several companies hold the case together, with stated shares; no shares end it. */
export function Swarm({ story, agreed, onClose }: DialogProps) {
  const { t } = useLingui();
  const companies = agreed.parties.map(({ company }) => company).filter(({ kind }) => kind !== 'CUSTOMER');
  const now = story.ledger.segments.at(-1)?.swarm ?? [];
  const [weights, setWeights] = useState(() => new Map(now.flatMap(({ company, weight }) => (company ? [[company.id, weight] as const] : []))));
  const { tell, dialog } = useChange(SwarmCase, story);
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  const shares = [...weights].flatMap(([company, weight]) => (weight > 0 ? [{ company, weight }] : []));
  return (
    <FormDialog
      title={t`Hold ${story.reference} together`}
      hint={t`From now on its time is divided by these weights; only their proportions matter. No weights at all end it.`}
      label={shares.length > 0 ? t`Hold it together` : t`End it`}
      {...dialog}
      onSubmit={() => tell({ shares })}
      onClose={onClose}
    >
      <Stack gap="xs">
        {companies.map(({ id, name }) => {
          const weight = weights.get(id) ?? 0;
          return (
            <Group key={id} justify="space-between" wrap="nowrap">
              <NumberInput label={name} value={weight} min={0} max={1_000_000} allowDecimal={false} onChange={(next) => setWeights(new Map(weights).set(id, Number(next) || 0))} w={200} />
              <Text size="sm" c="dimmed" mt="lg">
                {sum > 0 && weight > 0 ? (weight / sum).toLocaleString('en-GB', { style: 'percent', maximumFractionDigits: 1 }) : <Trans>not in it</Trans>}
              </Text>
            </Group>
          );
        })}
      </Stack>
    </FormDialog>
  );
}
