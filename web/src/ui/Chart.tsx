import { Box, Skeleton, Stack, Table, Text, useComputedColorScheme } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { Trans } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { type ChartOption, type Look, looks } from './chart/look';

export type { ChartOption, Look } from './chart/look';

const Canvas = lazy(() => import('./chart/Canvas'));

interface ChartProps {
  /** What the chart is called. */
  label: string;
  /** What is to be seen in it, in a sentence or two. */
  summary: string;
  /** What to draw in the colours of the ground. Keep it with `useCallback`: another function draws the chart anew. */
  draw: (look: Look) => ChartOption;
  /** The same figures as a table; the first cell of a row says what the row is about. */
  table: { head: readonly string[]; rows: readonly (readonly ReactNode[])[] };
  height?: number;
}

/** A chart with its summary in words, and a table of the same figures for whoever does not see it. */
export function Chart({ label, summary, draw, table, height = 280 }: ChartProps) {
  const look = looks[useComputedColorScheme('light')];
  const still = useReducedMotion();
  const option = useMemo(() => draw(look), [draw, look]);
  return (
    <Stack component="figure" gap="xs" m={0}>
      <Text component="figcaption" size="sm" c="dimmed">
        {summary}
      </Text>
      <Box role="img" aria-label={`${label}. ${summary}`}>
        <Suspense fallback={<Skeleton height={height} />}>
          <Canvas option={option} look={look} height={height} still={still} />
        </Suspense>
      </Box>
      <details>
        <Text component="summary" size="sm" w="max-content" style={{ cursor: 'pointer' }}>
          <Trans>Show as a table</Trans>
        </Text>
        <Figures label={label} {...table} />
      </details>
    </Stack>
  );
}

function Figures({ label, head, rows }: ChartProps['table'] & { label: string }) {
  return (
    <Box tabIndex={0} role="region" aria-label={label} pos="relative" style={{ overflowX: 'auto' }} mt="xs">
      <Table withTableBorder striped fz="sm" w="max-content" miw={320}>
        <Table.Caption>{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {head.map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([first, ...rest], row) => (
            <Table.Tr key={row}>
              <Table.Th scope="row">{first}</Table.Th>
              {rest.map((cell, column) => (
                <Table.Td key={column} style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {cell}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
