import { Badge, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { Me, Seat } from '~/features/identity/session';
import { takeSeat } from './seat';

/** For which company, in which agreement, somebody acts; and the others that they may act for. */
export function SeatMenu({ me, seat }: { me: Me; seat: Seat | undefined }) {
  const { t } = useLingui();
  const go = useNavigate();
  const { pathname } = useLocation();
  const { agreement: here } = useParams();
  if (!seat) return null;
  return (
    <Menu position="bottom-start" width={320}>
      <Menu.Target>
        <UnstyledButton aria-label={t`You act for ${seat.company.name} in ${seat.agreement.name}; change it`} miw={0}>
          <Group gap={6} wrap="nowrap" miw={0}>
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={600} truncate>
                {seat.agreement.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {t`for ${seat.company.name}`}
              </Text>
            </Stack>
            <IconChevronDown size={16} aria-hidden />
          </Group>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans>You act for</Trans>
        </Menu.Label>
        {me.seats.map((one) => (
          <Menu.Item
            key={`${one.agreement.id} ${one.company.id}`}
            aria-current={one === seat}
            rightSection={one === seat ? <Badge size="xs">{t`now`}</Badge> : undefined}
            onClick={() => {
              takeSeat(me.id, one);
              if (one.agreement.code !== here || !pathname.startsWith('/agreements/')) void go(`/agreements/${one.agreement.code}/scorecard`);
            }}
          >
            <Text size="sm">{one.company.name}</Text>
            <Text size="xs" c="dimmed">
              {one.agreement.name}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
