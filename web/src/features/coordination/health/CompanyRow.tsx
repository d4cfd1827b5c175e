import { Group, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconArrowDownRight, IconArrowRight, IconArrowUpRight, type Icon } from '@tabler/icons-react';
import { signs as signWords } from '~/features/agreements/words';
import { difference, figure } from '~/lib/figure';
import type { EnumOf } from '~/lib/graphql';
import { Mark } from '~/ui/Mark';
import css from './health.module.css';
import type { CompanyHealth, Sign } from './query';
import { reasonsOf } from './reasons';
import { SignCell } from './SignCell';

const arrows: Record<EnumOf<'HealthTrend'>, Icon> = { BETTER: IconArrowUpRight, STEADY: IconArrowRight, WORSE: IconArrowDownRight };

/** A company's health with its signs, in the order of the columns. */
export function CompanyRow({ health, order }: { health: CompanyHealth; order: readonly Sign['sign'][] }) {
  const { company, signs } = health;
  return (
    <tr>
      <th scope="row">{company?.name}</th>
      <Value health={health} />
      {order.map((name) => {
        const sign = signs.find((one) => one.sign === name);
        return sign ? <SignCell key={name} sign={sign} /> : <td key={name} className={css['none']} />;
      })}
    </tr>
  );
}

function Value({ health }: { health: CompanyHealth }) {
  const { t, i18n } = useLingui();
  const { value, earlier, change, trend, warning } = health;
  if (value === null) {
    return (
      <td className={css['none']}>
        <Trans>no data</Trans>
      </td>
    );
  }
  const words: Record<EnumOf<'HealthTrend'>, string> = { BETTER: t`better`, STEADY: t`steady`, WORSE: t`worse` };
  const Arrow = trend && arrows[trend];
  const reasons = reasonsOf(health).map((reason) => (reason.kind === 'low' ? t`below 75%` : reason.kind === 'fell' ? t`fell by 10 points or more` : i18n._(signWords[reason.sign])));
  return (
    <td>
      <Group gap={6} wrap="nowrap">
        <Text fw={650}>{figure(value, 'SHARE')}</Text>
        {warning && (
          <Mark tone="bad" title={reasons.join(', ')}>
            <Group gap={3} wrap="nowrap" component="span">
              <IconAlertTriangle size={12} aria-hidden />
              {t`Look closer`}
            </Group>
          </Mark>
        )}
      </Group>
      {Arrow && trend && earlier !== null && change !== null && (
        <Text size="xs" c="dimmed" component="div">
          <Group gap={3} wrap="nowrap">
            <Arrow size={14} aria-hidden /> {words[trend]}, {difference(change, 'SHARE')}
          </Group>
        </Text>
      )}
      {!trend && (
        <Text size="xs" c="dimmed">
          <Trans>nothing to compare with</Trans>
        </Text>
      )}
      {warning && (
        <Text size="xs" c="dimmed">
          {reasons.join(' · ')}
        </Text>
      )}
    </td>
  );
}
