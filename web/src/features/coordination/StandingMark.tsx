import { Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Mark } from '~/ui/Mark';
import { type Standing, standings } from './standing';

/** Where a meeting stands: a shape and a word. */
export function StandingMark({ standing }: { standing: Standing }) {
  const { i18n } = useLingui();
  const { label, tone, icon: Icon } = standings[standing];
  return (
    <Mark tone={tone}>
      <Group gap={4} wrap="nowrap" component="span">
        <Icon size={13} aria-hidden />
        {i18n._(label)}
      </Group>
    </Mark>
  );
}
