import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Mark } from '~/ui/Mark';
import { Wide } from '~/ui/Wide';
import { findingKinds } from '../words';
import { Cell } from './Cell';
import { cellOf, treeOf } from './matrix';
import type { MatrixBoundary, MatrixFinding, MatrixService } from './MatrixPage';

interface MatrixProps {
  services: readonly MatrixService[];
  companies: readonly { id: string; name: string }[];
  boundaries: readonly MatrixBoundary[];
  findings: readonly MatrixFinding[];
}

/** Service elements by companies: who is what for which of them, and what is wrong with it. */
export function Matrix({ services, companies, boundaries, findings }: MatrixProps) {
  const { t } = useLingui();
  const { company: own } = useSeat();
  const placed = boundaries.map((one) => ({ ...one, team: (one.open ?? one.approved)?.content.team?.id }));
  const acting = companies.filter(({ id }) => id === own.id || boundaries.some((one) => one.company?.id === id));
  return (
    <Wide label={t`Matrix of elements by companies`}>
      <Table withTableBorder withColumnBorders miw={220 + acting.length * 190} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">
              <Trans>Element</Trans>
            </Table.Th>
            {acting.map(({ id, name }) => (
              <Table.Th key={id} scope="col">
                {name}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <Trans>Findings</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {treeOf(services).map(({ element, depth }) => (
            <Table.Tr key={element.id}>
              <Table.Th scope="row" fw={depth === 0 ? 620 : 500} style={{ paddingInlineStart: 10 + depth * 18, verticalAlign: 'top' }}>
                {element.name}
              </Table.Th>
              {acting.map(({ id }) => (
                <Table.Td key={id} style={{ verticalAlign: 'top' }}>
                  <Cell {...cellOf(services, placed, element.id, id)} service={element.id} company={id} />
                </Table.Td>
              ))}
              <Table.Td style={{ verticalAlign: 'top' }}>
                <Found service={element.id} findings={findings.filter(({ service }) => service.id === element.id)} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}

function Found({ service, findings }: { service: string; findings: readonly MatrixFinding[] }) {
  const { i18n } = useLingui();
  const { to } = useSeat();
  if (findings.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>none</Trans>
      </Text>
    );
  }
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return (
    <Stack gap={4} align="flex-start">
      <Group gap={4}>
        {kinds.map((kind) => (
          <Mark key={kind} tone={findingKinds[kind].tone}>
            {i18n._(findingKinds[kind].label)}
          </Mark>
        ))}
      </Group>
      <Anchor component={Link} to={`${to('findings')}?service=${service}`} size="sm">
        <Plural value={findings.length} one="look at it" other="look at all #" />
      </Anchor>
    </Stack>
  );
}
