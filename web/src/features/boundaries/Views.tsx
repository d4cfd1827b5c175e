import { Button, Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from 'react-router';
import { useSeat } from '~/app/seat';

/** The four ways to look at the boundaries of an agreement. */
export function Views() {
  const { t } = useLingui();
  const { to } = useSeat();
  const { pathname } = useLocation();
  const views = [
    { path: 'boundaries', label: t`Who answers` },
    { path: 'coverage', label: t`Week` },
    { path: 'findings', label: t`Findings` },
    { path: 'training', label: t`Training` },
  ];
  return (
    <Group component="nav" gap={4} aria-label={t`Views of the boundaries`} className="no-print">
      {views.map(({ path, label }) => {
        const here = pathname === to(path);
        return (
          <Button key={path} component={Link} to={to(path)} size="compact-md" variant={here ? 'light' : 'subtle'} aria-current={here ? 'page' : undefined}>
            {label}
          </Button>
        );
      })}
    </Group>
  );
}
