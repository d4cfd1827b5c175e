import { Anchor, Badge, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { exactly } from '~/lib/figure';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Facts } from '~/ui/Facts';
import { Day } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
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
      code
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
      <Facts label={t`How ${kpi.name} is measured`} of={lines} />
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
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        <Trans>What has been promised. The most specific promise counts, and of these the latest.</Trans>
      </Text>
      <Sheet label={t`Targets of ${kpi.name}`} head={[t`For`, t`Target`, t`Warns at`, t`Tolerance`, t`From`]}>
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
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{told && i18n._(told)}</Table.Td>
                <Table.Td>{target.warning ? exactly(target.warning, kpi.unit) : '–'}</Table.Td>
                <Table.Td>{target.tolerance === '0' ? '–' : exactly(target.tolerance, kpi.unit)}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>
                  <Day on={target.validFrom} />
                </Table.Td>
              </Table.Tr>
            );
          })}
      </Sheet>
    </Stack>
  );
}
