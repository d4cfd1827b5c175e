import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Wide } from '~/ui/Wide';
import { stretchIn } from '../when';
import { pieceWords } from './pieces';
import type { ShownLane } from './ServiceStrip';
import type { Piece } from './strip';

interface PieceTableProps {
  name: string;
  pieces: readonly Piece[];
  lanes: readonly ShownLane[];
  zones: readonly string[];
}

/** The strip as a table, for whoever reads rather than looks. */
export function PieceTable({ name, pieces, lanes, zones }: PieceTableProps) {
  const { t, i18n } = useLingui();
  const clocks = [...new Set([...zones, 'UTC'])];
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          <Trans>The same as a table</Trans>
        </Text>
      </summary>
      <Wide label={t`The week of ${name} as a table`}>
        <Table miw={700} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">
                <Trans>What</Trans>
              </Table.Th>
              {clocks.map((zone) => (
                <Table.Th key={zone} scope="col">
                  {zone}
                </Table.Th>
              ))}
              <Table.Th scope="col">
                <Trans>Who covers it</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pieces.map(({ from, until, kind, by }) => (
              <Table.Tr key={from}>
                <Table.Td>{i18n._(pieceWords[kind])}</Table.Td>
                {clocks.map((zone) => (
                  <Table.Td key={zone}>{stretchIn(zone, from, until)}</Table.Td>
                ))}
                <Table.Td>
                  {lanes
                    .filter(({ id }) => by.includes(id))
                    .map(({ company }) => company)
                    .join(', ') || t`nobody`}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </details>
  );
}
