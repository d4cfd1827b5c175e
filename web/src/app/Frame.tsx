import { ActionIcon, Alert, AppShell, Burger, Group, Loader, ScrollArea, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link, Navigate, Outlet, useLocation, useParams } from 'react-router';
import { type Me, useSession } from '~/features/identity/session';
import { SignInAgain } from '~/features/identity/SignInAgain';
import { AccountMenu } from './AccountMenu';
import { useFocus } from './focus';
import { LiveState } from './LiveState';
import { Places } from './Places';
import { Scheme } from './Scheme';
import { seatIn } from './seat';
import { SeatMenu } from './SeatMenu';
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
  useFocus();
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
          <Places seat={seat} />
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
