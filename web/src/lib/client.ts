import { cacheExchange } from '@urql/exchange-graphcache';
import { retryExchange } from '@urql/exchange-retry';
import { createClient as createSocket } from 'graphql-ws';
import { type Client, type CombinedError, createClient, type Exchange, fetchExchange, makeOperation, mapExchange, subscriptionExchange } from 'urql';
import { filter, fromPromise, fromValue, map, merge, mergeMap, pipe, share } from 'wonka';
import { forgetting, keys, spoilt } from './cache';
import { freshKey } from './keys';
import { follow, freshness, waitForNet } from './live';

/** How the rest of the console hears of what concerns all of it. */
export interface Told {
  /** What was asked for is not there, or nobody is signed in any more: looks at the session, and answers whether it still stands. */
  doubt(): Promise<boolean>;
  /** The server had a fault, or could not be reached. */
  fault(error: CombinedError): void;
  /** Whether the live connection stands. */
  connected(is: boolean): void;
}

/** The code of an error's first GraphQL error, such as `NOT_FOUND`. */
export function codeOf(error: CombinedError | undefined): string | undefined {
  const code: unknown = error?.graphQLErrors[0]?.extensions['code'];
  return typeof code === 'string' ? code : undefined;
}

/** A change carries a key of its own, the same when it is sent again: done once, however often it arrives. */
const once: Exchange =
  ({ forward }) =>
  (operations) => {
    const shared = pipe(operations, share);
    const changes = pipe(
      shared,
      filter(({ kind }) => kind === 'mutation'),
      map((operation) =>
        makeOperation(operation.kind, operation, {
          ...operation.context,
          fetchOptions: { headers: { 'Idempotency-Key': freshKey() } },
        }),
      ),
    );
    const rest = pipe(
      shared,
      filter(({ kind }) => kind !== 'mutation'),
    );
    return forward(merge([changes, rest]));
  };

/** Whether asking again may help: the line broke, or the server was too busy. */
const passing = (error: CombinedError) => Boolean(error.networkError) || codeOf(error) === 'BUSY';

/**
 * Whoever is not signed in gets nothing, not an error. Such an answer is let through where the session still stands; otherwise it says
 * nothing, and the page stays as it was, with whatever is being written on it, until it is asked for again. An answer that did not come at
 * all would be waited for, and not be asked for again.
 */
const held =
  ({ doubt }: Told): Exchange =>
  ({ forward }) =>
  (operations) =>
    pipe(
      forward(operations),
      mergeMap((result) => {
        const gone = result.operation.kind === 'query' && result.data && Object.values(result.data as object).includes(null);
        if (!gone) return fromValue(result);
        return pipe(
          fromPromise(doubt().catch(() => true)),
          map((stands) => (stands ? result : { ...result, data: undefined })),
        );
      }),
    );

/** How long a new connection stands before whatever happened while it was made is asked for, in milliseconds. */
const STANDS = 1000;

/** The client of whoever is signed in. */
export interface Line {
  client: Client;
  /** Goes on after the same person has signed in again: connects in the new session's name, and asks for what is on the screen. */
  resume(): void;
}

/** The one client of a signed-in person. */
export function connect(told: Told): Line {
  const { exchange: fresh, renew } = freshness();
  const missed = () => void setTimeout(renew, STANDS);
  const socket = createSocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql/ws`,
    lazy: true,
    // from one page to the next it stays
    lazyCloseTimeout: 10_000,
    retryAttempts: Infinity,
    retryWait: waitForNet,
    shouldRetry: () => true,
    on: {
      connected() {
        told.connected(true);
        missed();
      },
      closed(event) {
        const ours = event instanceof CloseEvent && event.code === 1000;
        if (!ours) told.connected(false);
      },
    },
  });
  let followed = 0;
  const client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      mapExchange({
        onError(error, operation) {
          const code = codeOf(error);
          if (code === 'UNAUTHENTICATED') void told.doubt();
          else if (operation.kind !== 'query' && code !== 'NOT_FOUND' && code !== 'FORBIDDEN') told.fault(error);
        },
      }),
      cacheExchange({
        keys,
        updates: { Mutation: forgetting, Subscription: forgetting },
      }),
      mapExchange({ onResult: (result) => (result.operation.kind === 'query' && spoilt(result) ? { ...result, data: undefined } : result) }),
      held(told),
      fresh,
      once,
      retryExchange({ initialDelayMs: 500, maxDelayMs: 10_000, maxNumberAttempts: 5, randomDelay: true, retryIf: passing }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', operationName, variables }) => ({
          subscribe(sink) {
            followed += 1;
            const stop = follow(socket, { query, operationName, variables }, sink, missed);
            return {
              unsubscribe() {
                stop();
                followed -= 1;
                // where nothing is followed, nothing is missed
                if (followed === 0) told.connected(true);
              },
            };
          },
        }),
      }),
    ],
  });
  return {
    client,
    resume() {
      socket.terminate();
      renew();
    },
  };
}
