import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle } from '@tabler/icons-react';
import { figure } from '~/lib/figure';
import css from './health.module.css';
import type { Sign } from './query';
import { isWeak } from './reasons';

/** A sign of a company: its share, of how much where that is told, and what it was before. */
export function SignCell({ sign: { value, earlier, good, total } }: { sign: Sign }) {
  const { t } = useLingui();
  const before = earlier !== null && earlier !== value && (
    <Text size="xs" c="dimmed">
      <Trans>before: {figure(earlier, 'SHARE')}</Trans>
    </Text>
  );
  if (value === null) {
    return (
      <td className={css['none']}>
        <Trans>no data</Trans>
        {before}
      </td>
    );
  }
  const weak = isWeak(value);
  return (
    <td className={weak ? css['weak'] : undefined}>
      {weak && <IconAlertTriangle size={13} aria-label={t`weak:`} role="img" />} {figure(value, 'SHARE')}
      <div className={css['bar']} aria-hidden>
        <span style={{ width: `${Number(value) * 100}%` }} />
      </div>
      {total !== null && good !== null && (
        <Text size="xs" c="dimmed">
          <Trans>
            {good} of {total}
          </Trans>
        </Text>
      )}
      {before}
    </td>
  );
}
