import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface PageProps {
  title: string;
  /** What stands above: pages that lead here. */
  trail?: { label: string; to: string }[];
  hint?: ReactNode;
  /** Beside the title, such as a state. */
  mark?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page with its title, what leads to it and what can be done on it. */
export function Page({ title, trail, hint, mark, actions, children }: PageProps) {
  const { t } = useLingui();
  return (
    <Stack gap="md">
      <title>{`${title} · Concordat`}</title>
      {trail && (
        <nav aria-label={t`Where you are`} className="no-print">
          <Breadcrumbs>
            {trail.map(({ label, to }) => (
              <Anchor key={to} component={Link} to={to} size="sm">
                {label}
              </Anchor>
            ))}
          </Breadcrumbs>
        </nav>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} maw="72ch">
          <Group gap="sm">
            <Title order={1}>{title}</Title>
            {/* what becomes of it while somebody reads is told to those who do not see it, too */}
            <div aria-live="polite">{mark}</div>
          </Group>
          {hint && (
            <Text c="dimmed" size="sm" component="div">
              {hint}
            </Text>
          )}
        </Stack>
        {actions && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {children}
    </Stack>
  );
}
