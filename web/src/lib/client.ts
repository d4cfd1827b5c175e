import { cacheExchange } from '@urql/exchange-graphcache';
import { retryExchange } from '@urql/exchange-retry';
import { createClient as createSocket } from 'graphql-ws';
import { type Client, type CombinedError, createClient, type Exchange, fetchExchange, makeOperation, mapExchange, subscriptionExchange } from 'urql';
import { filter, map, merge, pipe, share } from 'wonka';
import { forgetting, keys, spoilt } from './cache';
import { freshKey } from './keys';

/** How the rest of the console hears of what concerns all of it. */
export interface Told {
  /** What was asked for is not there, or nobody is signed in any more: the session is to be looked at. */
  doubt(): void;
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

/** The one client of a signed-in person: made anew at every sign-in, so that nothing of the one before stays. */
export function connect(told: Told): Client {
  const socket = createSocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql/ws`,
    lazy: true,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: { connected: () => told.connected(true), closed: () => told.connected(false) },
  });
  return createClient({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    exchanges: [
      mapExchange({
        onResult({ data, operation }) {
          // whoever is not signed in gets nothing, not an error
          if (operation.kind === 'query' && data && Object.values(data).includes(null)) told.doubt();
        },
        onError(error, operation) {
          const code = codeOf(error);
          if (code === 'UNAUTHENTICATED') told.doubt();
          else if (operation.kind !== 'query' && code !== 'NOT_FOUND' && code !== 'FORBIDDEN') told.fault(error);
        },
      }),
      cacheExchange({
        keys,
        updates: { Mutation: forgetting, Subscription: forgetting },
      }),
      mapExchange({ onResult: (result) => (result.operation.kind === 'query' && spoilt(result) ? { ...result, data: undefined } : result) }),
      once,
      retryExchange({ initialDelayMs: 500, maxDelayMs: 10_000, maxNumberAttempts: 5, randomDelay: true, retryIf: passing }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => ({ unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink) }),
        }),
      }),
    ],
  });
}
