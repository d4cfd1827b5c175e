import type { Client as Socket, FormattedExecutionResult, Sink } from 'graphql-ws';
import { type Exchange, makeOperation, type Operation } from 'urql';
import { filter, pipe, tap } from 'wonka';

/** A subscription as it goes over the socket. */
interface Asked {
  query: string;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | null | undefined;
}

type Answer = FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** The longest wait before a broken connection is tried again, in milliseconds. */
const LONGEST = 15_000;

/** How long to wait before the next attempt: longer each time, and not all windows at once. */
export function patience(times: number): number {
  return Math.min(LONGEST, 1000 * 2 ** times) * (0.5 + Math.random() / 2);
}

/** Waits before the next attempt; no longer than until the machine is back on the net. */
export function waitForNet(times: number): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(over, patience(times));
    addEventListener('online', over);
    function over() {
      clearTimeout(timer);
      removeEventListener('online', over);
      done();
    }
  });
}

/** The place in the log of the event that an answer tells; streams that are no log have none. */
function numberIn(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const [told] = Object.values(data) as unknown[];
  return typeof told === 'object' && told !== null && 'number' in told && typeof told.number === 'number' ? told.number : undefined;
}

type Errors = readonly { extensions?: Record<string, unknown> | undefined }[];

const codes = (errors: Errors) => errors.map(({ extensions }) => extensions?.['code']);

/** A fault, or a busy server: it passes. */
const passes = (errors: Errors) => codes(errors).some((code) => code === 'FAULT' || code === 'BUSY');

/** What stays as it is until somebody mends it: it is not one's own to follow, or asked wrongly. A session that has ended is renewed. */
const isFinal = (errors: Errors) => !passes(errors) && !codes(errors).includes('UNAUTHENTICATED');

/**
 * Follows what happens for as long as somebody wants to know. Whenever the connection breaks, or the server ends it in a fault, it goes on
 * behind the last event that was told; where there is no such number, `missed` says that something may have gone by.
 */
export function follow(socket: Pick<Socket, 'subscribe'>, { variables, ...asked }: Asked, sink: Sink<Answer>, missed: () => void): () => void {
  let last: number | undefined;
  let times = 0;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop = () => {};
  const payload = {
    ...asked,
    // the socket reads it anew each time it connects
    get variables() {
      return last === undefined ? variables : { ...variables, after: last };
    },
  };
  const start = () => {
    stop = socket.subscribe<Answer['data']>(payload, {
      next: hear,
      error(error) {
        if (Array.isArray(error)) hear({ errors: error as Answer['errors'] });
        end();
      },
      complete: end,
    });
  };
  const hear = (answer: Answer) => {
    const { data, errors } = answer;
    if (errors && passes(errors)) return;
    if (errors) over ||= isFinal(errors);
    else times = 0;
    last = numberIn(data) ?? last;
    sink.next(answer);
  };
  const end = () => {
    if (over) return sink.complete();
    timer = setTimeout(() => {
      start();
      if (last === undefined) missed();
    }, patience(times));
    times += 1;
  };
  start();
  return () => {
    over = true;
    clearTimeout(timer);
    stop();
  };
}

/** Keeps what is on the screen as new as what was told of it. */
export interface Freshness {
  exchange: Exchange;
  /** Asks for all that is on the screen again. */
  renew(): void;
}

const anew = (operation: Operation) => makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: 'network-only' });

/**
 * Every question is asked once at a time. An answer that was under way when something changed may be older than the change: it is shown,
 * and asked for once more, however much has changed meanwhile.
 */
export function freshness(): Freshness {
  const shown = new Map<number, Operation>();
  /** What is under way, and whether something has overtaken it. */
  const flights = new Map<number, boolean>();
  const overtake = () => flights.forEach((_, key) => flights.set(key, true));
  let again: (operation: Operation) => void = () => {};
  return {
    renew() {
      overtake();
      for (const [key, operation] of shown) if (!flights.has(key)) again(anew(operation));
    },
    exchange: ({ client, forward }) => {
      again = (operation) => client.reexecuteOperation(operation);
      return (operations) =>
        pipe(
          operations,
          filter((operation) => {
            const { kind, key } = operation;
            if (kind === 'teardown') {
              shown.delete(key);
              flights.delete(key);
            }
            if (kind !== 'query') return true;
            shown.set(key, operation);
            const first = !flights.has(key);
            flights.set(key, !first);
            return first;
          }),
          forward,
          tap(({ operation }) => {
            if (operation.kind !== 'query') return overtake();
            const overtaken = flights.get(operation.key);
            flights.delete(operation.key);
            if (overtaken) again(anew(operation));
          }),
        );
    },
  };
}
