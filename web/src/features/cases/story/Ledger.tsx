import { Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { nameOf } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { css, useHues } from '~/ui/hues';
import { Wide } from '~/ui/Wide';
import type { Handling } from '../terms';
import { ledgerKinds } from '../words';
import { slicesOf, type Slice } from './ledger';
import type { Part } from './ledger';
import classes from './story.module.css';

interface LedgerProps {
  parts: readonly Part[];
  total: string;
  handling: Handling;
  label: string;
}

/** Whose the time was, as a bar and as a table of the same. */
export function Ledger({ parts, total, handling, label }: LedgerProps) {
  const { t } = useLingui();
  const slices = slicesOf(parts, total);
  const look = useLook();
  if (slices.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>No open time has gone by yet.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap="xs">
      <div className={classes['bar']} role="img" aria-label={t`${label}; the table below says the same`}>
        {slices.map((slice, at) => (
          <div key={at} {...look(slice, classes['slice'])} title={spellDuration(slice.part.time)} />
        ))}
      </div>
      <Wide label={label}>
        <Table fz="sm" verticalSpacing={4} miw={440} className={classes['figures']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t`Whose`}</Table.Th>
              <Table.Th scope="col">{t`What it was`}</Table.Th>
              <Table.Th scope="col" ta="right">{t`Open time`}</Table.Th>
              <Table.Th scope="col" ta="right">{t`Share`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {slices.map((slice, at) => (
              <Table.Tr key={at}>
                <Table.Th scope="row" fw={500}>
                  <Group gap={8} wrap="nowrap">
                    <span {...look(slice, classes['swatch'], false)} />
                    {slice.part.company?.name ?? t`Nobody`}
                  </Group>
                </Table.Th>
                <Table.Td>
                  <WhatItWas part={slice.part} handling={handling} />
                </Table.Td>
                <Table.Td ta="right">{spellDuration(slice.part.time)}</Table.Td>
                <Table.Td ta="right">{slice.share.toLocaleString('en-GB', { style: 'percent', maximumFractionDigits: 1 })}</Table.Td>
              </Table.Tr>
            ))}
            <Table.Tr>
              <Table.Th scope="row" colSpan={2}>{t`All the open time`}</Table.Th>
              <Table.Td ta="right" fw={600}>
                {spellDuration(total)}
              </Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Wide>
    </Stack>
  );
}

/** How a slice looks: its width, its ground and whose hue. */
function useLook() {
  const hue = useHues();
  return ({ part, ground, share }: Slice, kind: string | undefined, wide = true) => {
    const style: CSSProperties & { '--hue': string } = { '--hue': css(hue((part.company ?? part.holder)?.id)) };
    if (wide) style.flexGrow = share * 1000;
    return { className: `${kind ?? ''} ${classes[ground] ?? ''}`, style };
  };
}

function WhatItWas({ part: { kind, reason, holder }, handling }: { part: Part; handling: Handling }) {
  const { i18n } = useLingui();
  const words = [i18n._(ledgerKinds[kind]), reason && nameOf(handling.pauseReasons, reason)].filter(Boolean).join(': ');
  return (
    <>
      {words}
      {holder && (
        <Text size="xs" c="dimmed" component="span">
          {' '}
          <Trans>while {holder.name} held it</Trans>
        </Text>
      )}
    </>
  );
}

