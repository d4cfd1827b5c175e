import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { notifications } from '@mantine/notifications';
import { useLingui } from '@lingui/react/macro';
import { type Client, Provider, stringifyDocument } from 'urql';
import { connect } from '~/lib/client';
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
  const [client, setClient] = useState<Client>(() => clientFor());
  const before = useRef<string>(undefined);
  const looking = useRef<Promise<void>>(undefined);

  function clientFor(): Client {
    return connect({
      doubt: () => void lookOnce(),
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
      setStanding((was) => (was === 'in' || was === 'expired' ? 'expired' : 'out'));
      return;
    }
    setClock(viewer.now);
    const found = meOf(viewer);
    if (before.current && before.current !== found.id) setClient(clientFor());
    before.current = found.id;
    setMe(found);
    setStanding('in');
  }, []);

  /** Many answers may raise the same doubt at once; one look settles it. */
  const lookOnce = useCallback((): Promise<void> => {
    looking.current ??= ask().finally(() => {
      looking.current = undefined;
    });
    return looking.current;
  }, [ask]);

  useEffect(() => {
    void lookOnce();
  }, [lookOnce]);

  const signOut = useCallback(async () => {
    await fetch('/auth/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' } });
    // nothing of what was seen stays in this tab
    sessionStorage.clear();
    location.assign('/sign-in');
  }, []);

  const session = useMemo(() => ({ standing, live, me, look: lookOnce, signOut }), [standing, live, me, lookOnce, signOut]);
  return (
    <Context value={session}>
      <Provider value={client}>{children}</Provider>
    </Context>
  );
}
