import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import { Provider, stringifyDocument } from 'urql';
import { connect, type Line } from '~/lib/client';
import { type EnumOf, graphql, type ResultOf } from '~/lib/graphql';
import { setClock } from '~/lib/time';

const WhoAmI = graphql(`
  query WhoAmI {
    viewer {
      now
      operator
      person {
        id
        name
        email
        company {
          id
          code
          name
        }
      }
      grants {
        role
        company {
          id
          code
          name
        }
        agreement {
          id
          code
          name
          zone
          state
        }
      }
    }
  }
`);

export type Role = EnumOf<'Role'>;
type Viewer = NonNullable<ResultOf<typeof WhoAmI>['viewer']>;
type Grant = Viewer['grants'][number];

/** For which company somebody acts in an agreement, and in what roles. */
export interface Seat {
  agreement: Grant['agreement'];
  company: Grant['company'];
  roles: Role[];
}

/** Whoever is signed in. */
export interface Me {
  id: string;
  name: string;
  email: string | null;
  company: Viewer['person']['company'];
  operator: boolean;
  seats: Seat[];
}

export type Standing = 'asking' | 'out' | 'in' | 'expired' | 'unreachable';

interface Session {
  standing: Standing;
  /** Whether what happens elsewhere is told at once; otherwise pages may show what was. */
  live: boolean;
  me: Me | undefined;
  /** Looks again who is signed in, after a sign-in or when in doubt. */
  look(): Promise<void>;
  signOut(): Promise<void>;
}

const Context = createContext<Session | undefined>(undefined);

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('outside of SessionProvider');
  return session;
}

/** Whoever is signed in; only below the pages that ask for a sign-in. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** One seat for each company for which the roles were given in an agreement. */
export function seatsOf(grants: readonly Grant[]): Seat[] {
  const seats = new Map<string, Seat>();
  for (const { agreement, company, role } of grants) {
    const key = `${agreement.id} ${company.id}`;
    const seat = seats.get(key) ?? { agreement, company, roles: [] };
    seats.set(key, { ...seat, roles: [...seat.roles, role] });
  }
  return [...seats.values()];
}

function meOf({ person, operator, grants }: Viewer): Me {
  const { id, name, email, company } = person;
  return { id, name, email, company, operator, seats: seatsOf(grants) };
}

/** Keeps who is signed in, and the client that asks in their name. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  const [standing, setStanding] = useState<Standing>('asking');
  const [live, setLive] = useState(true);
  const [me, setMe] = useState<Me>();
  const [line] = useState<Line>(lineFor);
  const before = useRef<string>(undefined);
  /** Whether the session that there was has ended. */
  const ended = useRef(false);
  const looking = useRef<Promise<void>>(undefined);

  function lineFor(): Line {
    return connect({
      doubt: () => lookOnce().then(() => !ended.current),
      connected: setLive,
      fault(error) {
        const reference: unknown = error.graphQLErrors[0]?.extensions['reference'];
        const told = typeof reference === 'string' ? t`Tell whoever runs this instance the reference ${reference}.` : t`The server could not be reached.`;
        notifications.show({ id: 'fault', color: 'red', title: t`That did not work`, message: told, autoClose: 10_000 });
      },
    });
  }

  const ask = useCallback(async () => {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query: stringifyDocument(WhoAmI) }),
    }).catch(() => undefined);
    if (!answer?.ok) {
      setStanding((was) => (was === 'in' || was === 'expired' ? was : 'unreachable'));
      return;
    }
    const { data } = (await answer.json()) as { data: ResultOf<typeof WhoAmI> | null };
    const viewer = data?.viewer;
    if (!viewer) {
      ended.current = true;
      setStanding((was) => (was === 'in' || was === 'expired' ? 'expired' : 'out'));
      return;
    }
    setClock(viewer.now);
    const found = meOf(viewer);
    // somebody else has signed in at this browser: nothing of the one before stays, on no page and in no form
    if (before.current && before.current !== found.id) return location.reload();
    if (before.current && ended.current) line.resume();
    before.current = found.id;
    ended.current = false;
    setMe((was) => (JSON.stringify(was) === JSON.stringify(found) ? was : found));
    setStanding('in');
  }, [line]);

  /** Many answers may raise the same doubt at once; one look settles it. */
  const lookOnce = useCallback((): Promise<void> => {
    looking.current ??= ask().finally(() => {
      looking.current = undefined;
    });
    return looking.current;
  }, [ask]);

  useEffect(() => {
    void lookOnce();
    // somebody may have signed out or in meanwhile, in another window of the same browser
    const back = () => void lookOnce();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [lookOnce]);

  const signOut = useCallback(async () => {
    const answer = await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' } }).catch(() => undefined);
    if (!answer) return void notifications.show({ id: 'fault', color: 'red', title: t`You are still signed in`, message: t`The server could not be reached.` });
    // nothing of what was seen stays in this tab
    sessionStorage.clear();
    location.assign('/sign-in');
  }, []);

  const session = useMemo(() => ({ standing, live, me, look: lookOnce, signOut }), [standing, live, me, lookOnce, signOut]);
  return (
    <Context value={session}>
      <Provider value={line.client}>{children}</Provider>
    </Context>
  );
}
