import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What there is to know of a thing, as names with their values; what has no value is left out. */
export function Facts({ label, of }: { label: string; of: [string, ReactNode][] }) {
  return (
    <Table aria-label={label} withRowBorders={false} verticalSpacing={4} horizontalSpacing={0} layout="auto">
      <Table.Tbody>
        {of
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400} pr="lg" w="1%" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                <Text size="sm" c="dimmed" component="span">
                  {name}
                </Text>
              </Table.Th>
              <Table.Td style={{ verticalAlign: 'top' }}>{value}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
