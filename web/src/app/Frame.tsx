import { ActionIcon, Alert, AppShell, Badge, Burger, Group, Loader, Menu, NavLink, ScrollArea, Stack, Text, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown, IconHome, IconKeyboard, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation, useNavigate, useNavigation, useParams } from 'react-router';
import { type Me, type Seat, useSession } from '~/features/identity/session';
import { SignInAgain } from '~/features/identity/SignInAgain';
import { places } from './nav';
import { seatIn, takeSeat } from './seat';
import { useShortcuts } from './shortcuts';

const Palette = lazy(() => import('./Palette'));
const Shortcuts = lazy(() => import('./Shortcuts'));

/** The frame around every page of whoever is signed in. */
export function Component() {
  const { standing, me } = useSession();
  const { pathname, search } = useLocation();
  if (standing === 'out') return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  if (!me) return standing === 'unreachable' ? <Unreachable /> : <Starting />;
  return <Framed me={me} />;
}

function Starting() {
  const { t } = useLingui();
  return <Loader m="xl" aria-label={t`Loading`} />;
}

function Unreachable() {
  const { look } = useSession();
  return (
    <Alert m="xl" color="red" role="alert">
      <Trans>The server cannot be reached.</Trans>{' '}
      <UnstyledButton td="underline" onClick={() => void look()}>
        <Trans>Try again</Trans>
      </UnstyledButton>
    </Alert>
  );
}

function Framed({ me }: { me: Me }) {
  const { t } = useLingui();
  const { agreement } = useParams();
  const { pathname } = useLocation();
  const [open, { toggle, close }] = useDisclosure(false);
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const last = useLastAgreement(me, agreement);
  const seat = seatIn(me.id, me.seats, agreement ?? last);
  useShortcuts({ palette: () => setPalette(true), help: () => setHelp(true), agreement: seat?.agreement.code });
  useEffect(close, [pathname, close]);
  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !open } }} padding={{ base: 'sm', sm: 'lg' }}>
      <a href="#main" className="skip">
        <Trans>Skip to the page</Trans>
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger opened={open} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={t`Navigation`} />
            <UnstyledButton component={Link} to="/" aria-label={t`Concordat, what waits for you`}>
              <Group gap={8} wrap="nowrap">
                <img src="/mark.svg" width={26} height={26} alt="" />
                <Text fw={650} visibleFrom="xs">
                  Concordat
                </Text>
              </Group>
            </UnstyledButton>
            <SeatMenu me={me} seat={seat} />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <Tooltip label={t`Search and commands (Ctrl K)`}>
              <ActionIcon variant="default" size="lg" onClick={() => setPalette(true)} aria-label={t`Search and commands`}>
                <IconSearch size={18} />
              </ActionIcon>
            </Tooltip>
            <ActionIcon variant="default" size="lg" visibleFrom="sm" onClick={() => setHelp(true)} aria-label={t`Keyboard shortcuts`}>
              <IconKeyboard size={18} />
            </ActionIcon>
            <Scheme />
            <AccountMenu me={me} />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t`Pages`}>
        <ScrollArea>
          <Pages seat={seat} />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="main" tabIndex={-1}>
        <LiveState />
        <Suspense fallback={<Loader aria-label={t`Loading`} />}>
          <Outlet />
        </Suspense>
      </AppShell.Main>
      <Suspense fallback={null}>
        {palette && <Palette me={me} seat={seat} onClose={() => setPalette(false)} />}
        {help && <Shortcuts onClose={() => setHelp(false)} />}
      </Suspense>
      <SignInAgain />
    </AppShell>
  );
}

/** The agreement that was open last, so that the navigation leads back to it from a page of one's own. */
function useLastAgreement(me: Me, here: string | undefined): string | undefined {
  const place = `agreement ${me.id}`;
  useEffect(() => {
    if (here && me.seats.some((seat) => seat.agreement.code === here)) localStorage.setItem(place, here);
  }, [here, me, place]);
  return localStorage.getItem(place) ?? me.seats[0]?.agreement.code;
}

function SeatMenu({ me, seat }: { me: Me; seat: Seat | undefined }) {
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

function Scheme() {
  const { t } = useLingui();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark' || (colorScheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <ActionIcon variant="default" size="lg" onClick={() => setColorScheme(dark ? 'light' : 'dark')} aria-label={dark ? t`Light colours` : t`Dark colours`}>
      {dark ? <IconSun size={18} /> : <IconMoon size={18} />}
    </ActionIcon>
  );
}

function AccountMenu({ me }: { me: Me }) {
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

function Pages({ seat }: { seat: Seat | undefined }) {
  const { t, i18n } = useLingui();
  const { pathname } = useLocation();
  const link = (to: string) => ({ component: Link, to, active: pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)) });
  const current = (to: string) => (pathname === to || (to !== '/' && pathname.startsWith(`${to}/`)) ? ('page' as const) : undefined);
  return (
    <>
      <NavLink {...link('/')} aria-current={current('/')} label={t`What waits for me`} leftSection={<IconHome size={18} aria-hidden />} />
      {seat &&
        places.map(({ path, label, icon: Icon }) => {
          const to = `/agreements/${seat.agreement.code}/${path}`;
          return <NavLink key={path} {...link(to)} aria-current={current(to)} label={i18n._(label)} leftSection={<Icon size={18} aria-hidden />} />;
        })}
    </>
  );
}

/** Says that the page may be old while the connection is broken; and that a page is on its way. */
function LiveState() {
  const { live } = useSession();
  const { state } = useNavigation();
  const { t } = useLingui();
  return (
    <>
      {state === 'loading' && <Loader size="xs" pos="fixed" top={18} right={240} aria-label={t`Loading`} style={{ zIndex: 300 }} />}
      {!live && (
        <Alert color="yellow" mb="md" role="status" className="no-print">
          <Trans>The connection is broken: what you see may be old. What you have written stays here, and it goes on by itself.</Trans>
        </Alert>
      )}
    </>
  );
}
