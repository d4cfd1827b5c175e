import { ActionIcon, Menu, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { type Me, useSession } from '~/features/identity/session';

/** What is of somebody's own, and the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useLingui();
  const { signOut } = useSession();
  const initials = me.name.split(/\s+/).map((word) => word[0]).slice(0, 2).join('');
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="filled" radius="xl" size="lg" aria-label={t`Account of ${me.name}`}>
          <Text size="xs" fw={700} c="inherit">
            {initials}
          </Text>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {me.name} · {me.company.name}
        </Menu.Label>
        <Menu.Item component={Link} to="/account">
          <Trans>My settings and tokens</Trans>
        </Menu.Item>
        {me.operator && (
          <Menu.Item component={Link} to="/instance/people">
            <Trans>Companies and people</Trans>
          </Menu.Item>
        )}
        <Menu.Item component="a" href="/explore">
          <Trans>Explore the API</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>
          <Trans>Sign out</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
