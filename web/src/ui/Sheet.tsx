import { Paper, Table } from '@mantine/core';
import type { ReactNode } from 'react';

interface SheetProps {
  /** What the table holds. */
  label: string;
  /** One heading for each column. */
  head: ReactNode[];
  /** The rows, `Table.Tr` each. */
  children: ReactNode;
}

/** A short table in a box of its own, which scrolls sideways where the screen is narrow. */
export function Sheet({ label, head, children }: SheetProps) {
  return (
    <Paper withBorder pos="relative" style={{ overflowX: 'auto' }} role="region" aria-label={label} tabIndex={0}>
      <Table aria-label={label} verticalSpacing="xs" horizontalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {head.map((name, at) => (
              <Table.Th key={at} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Paper>
  );
}
