import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { exactly } from '~/lib/figure';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Day } from '~/ui/Moment';
import { targetOf } from './target';
import { directions, disclosures, jointMethods, kinds, measures, sources, units } from './words';

export const DefinitionFields = graphql(`
  fragment DefinitionFields on Kpi {
    id
    code
    name
    kind
    p
    unit
    direction
    jointMethod
    disclosure
    source
    measure
    factsOf {
      id
      code
      name
    }
    reporters {
      id
      name
    }
    services {
      id
      name
    }
    targets {
      company {
        id
        name
      }
      service {
        id
        name
      }
      value
      upper
      warning
      tolerance
      validFrom
    }
  }
`);

/** A KPI as its parties signed it. */
export type Definition = ResultOf<typeof DefinitionFields>;

/** How a KPI is measured, joined, disclosed, and what has been promised since when. */
export function DefinitionTold({ kpi }: { kpi: Definition }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const lines: [string, ReactNode][] = [
    [t`Code`, <Text key="code" ff="monospace" size="sm" component="span">{kpi.code}</Text>],
    [t`Figure`, kpi.p ? `${i18n._(kinds[kpi.kind])} (p = ${kpi.p})` : i18n._(kinds[kpi.kind])],
    [t`Counted in`, i18n._(units[kpi.unit])],
    [t`Direction`, i18n._(directions[kpi.direction])],
    [t`Joint figure`, i18n._(jointMethods[kpi.jointMethod])],
    [t`Disclosure`, i18n._(disclosures[kpi.disclosure])],
    [t`Source`, [i18n._(sources[kpi.source]), kpi.measure && i18n._(measures[kpi.measure])].filter(Boolean).join(': ')],
    [t`Reported by`, kpi.reporters.map(({ name }) => name).join(', ') || '–'],
    [t`Measured for`, kpi.services.map(({ name }) => name).join(', ') || t`any service`],
  ];
  if (kpi.factsOf) {
    const { code, name } = kpi.factsOf;
    lines.push([t`Facts of`, <Anchor key="facts" component={Link} to={to(`scorecard/${encodeURIComponent(code)}`)} size="sm">{name}</Anchor>]);
  }
  return (
    <Stack gap="md">
      <Table fz="sm" layout="auto" verticalSpacing={4}>
        <Table.Tbody>
          {lines.map(([name, told]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w="9em" fw={500} c="dimmed" style={{ verticalAlign: 'top' }}>
                {name}
              </Table.Th>
              <Table.Td>{told}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Targets kpi={kpi} />
    </Stack>
  );
}

function Targets({ kpi }: { kpi: Definition }) {
  const { t, i18n } = useLingui();
  if (kpi.targets.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing is promised: the figures are told without a verdict.</Trans>
      </Text>
    );
  }
  const scopeOf = ({ company, service }: Definition['targets'][number]) => [company?.name ?? t`All together`, service?.name].filter(Boolean).join(', ');
  const targets = [...kpi.targets].sort((one, other) => scopeOf(one).localeCompare(scopeOf(other)) || other.validFrom.localeCompare(one.validFrom));
  const latest = new Set<string>();
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t`Targets of ${kpi.name}`}>
      <Table fz="sm" verticalSpacing={4} withTableBorder>
        <Table.Caption style={{ captionSide: 'top', textAlign: 'start' }}>
          <Trans>What has been promised. The most specific promise counts, and of these the latest.</Trans>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {[t`For`, t`Target`, t`Warns at`, t`Tolerance`, t`From`].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {targets.map((target) => {
            const whose = scopeOf(target);
            const now = !latest.has(whose);
            latest.add(whose);
            const told = targetOf({ target: target.value, targetUpper: target.upper, unit: kpi.unit, kpi });
            return (
              <Table.Tr key={`${whose} ${target.validFrom}`} c={now ? undefined : 'dimmed'}>
                <Table.Th scope="row" fw={now ? 600 : 400}>
                  <Group gap={6}>
                    {whose}
                    {!now && <Badge size="xs" variant="default" tt="none">{t`earlier`}</Badge>}
                  </Group>
                </Table.Th>
                <Table.Td>{told && i18n._(told)}</Table.Td>
                <Table.Td>{target.warning ? exactly(target.warning, kpi.unit) : '–'}</Table.Td>
                <Table.Td>{target.tolerance === '0' ? '–' : exactly(target.tolerance, kpi.unit)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Day on={target.validFrom} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </div>
  );
}
