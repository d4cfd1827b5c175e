import { NavLink } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconHome } from '@tabler/icons-react';
import { Link, useLocation } from 'react-router';
import type { Seat } from '~/features/identity/session';
import { places } from './nav';

/** The ways to the pages of an agreement. */
export function Places({ seat }: { seat: Seat | undefined }) {
  const { t, i18n } = useLingui();
  const { pathname } = useLocation();
  const link = (to: string) => {
    const active = pathname === to || (to !== '/' && pathname.startsWith(`${to}/`));
    return { component: Link, to, active, 'aria-current': active ? ('page' as const) : undefined };
  };
  return (
    <>
      <NavLink {...link('/')} label={t`What waits for me`} leftSection={<IconHome size={18} aria-hidden />} />
      {seat &&
        places.map(({ path, label, icon: Icon }) => (
          <NavLink key={path} {...link(`/agreements/${seat.agreement.code}/${path}`)} label={i18n._(label)} leftSection={<Icon size={18} aria-hidden />} />
        ))}
    </>
  );
}
