import { type Client, createRequest, makeOperation, makeResult, type Operation, type OperationResult } from 'urql';
import { beforeEach, expect, test, vi } from 'vitest';
import { makeSubject, pipe, subscribe } from 'wonka';
import { follow, freshness, patience } from './live';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A socket on which a test says what the server tells. */
function socket() {
  const asked: { variables?: Record<string, unknown> | null }[] = [];
  const sinks: { next(answer: any): void; error(error: unknown): void; complete(): void }[] = [];
  const stop = vi.fn();
  const subscribe = (payload: any, sink: any) => {
    asked.push(payload);
    sinks.push(sink);
    return stop;
  };
  const at = () => sinks.at(-1) ?? expect.unreachable();
  return { socket: { subscribe }, asked, stop, at, tell: (number: number) => at().next({ data: { boundaryEvents: { number } } }) };
}

function followed() {
  const line = socket();
  const [told, missed] = [{ next: vi.fn(), error: vi.fn(), complete: vi.fn() }, vi.fn()];
  const stop = follow(line.socket, { query: 'subscription', variables: { agreement: 'a' } }, told, missed);
  return { ...line, told, missed, leave: stop };
}

test('a socket that connects anew goes on behind the last event that it told', () => {
  const { asked, tell } = followed();
  expect(asked[0]?.variables).toEqual({ agreement: 'a' });
  tell(7);
  tell(9);
  expect(asked[0]?.variables).toEqual({ agreement: 'a', after: 9 });
});

test('what the server ends in a fault goes on by itself', () => {
  const { asked, at, tell, told, missed } = followed();
  tell(7);
  at().next({ errors: [{ message: 'a fault', extensions: { code: 'FAULT' } }] });
  at().complete();
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.variables).toEqual({ agreement: 'a', after: 7 });
  expect(missed).not.toHaveBeenCalled();
  expect(told.next).toHaveBeenCalledTimes(1);
  expect(told.complete).not.toHaveBeenCalled();
});

test('where there is no number to go on behind, something may have been missed', () => {
  const { at, missed } = followed();
  at().error(new Error('the line broke'));
  vi.advanceTimersByTime(1000);
  expect(missed).toHaveBeenCalledTimes(1);
});

test('what is not one’s own to follow is told, and not asked for again', () => {
  const { asked, at, told } = followed();
  at().next({ errors: [{ message: 'no', extensions: { code: 'NOT_FOUND' } }] });
  at().complete();
  vi.advanceTimersByTime(60_000);
  expect(told.next).toHaveBeenCalledTimes(1);
  expect(told.complete).toHaveBeenCalledTimes(1);
  expect(asked).toHaveLength(1);
});

test('an ended session is told, and followed in the name of the next one', () => {
  const { asked, at, told } = followed();
  at().error([{ message: 'who?', extensions: { code: 'UNAUTHENTICATED' } }]);
  vi.advanceTimersByTime(1000);
  expect(told.next).toHaveBeenCalledTimes(1);
  expect(asked).toHaveLength(2);
});

test('whoever leaves hears no more, and nothing is begun for them', () => {
  const { asked, at, stop, leave } = followed();
  at().error(new Error('the line broke'));
  leave();
  vi.advanceTimersByTime(60_000);
  expect(asked).toHaveLength(1);
  expect(stop).toHaveBeenCalled();
});

test('attempts come less often, and are never given up', () => {
  for (const [times, most] of [[0, 1000], [3, 8000], [40, 15_000]] as const) {
    expect(patience(times)).toBeGreaterThanOrEqual(most / 2);
    expect(patience(times)).toBeLessThanOrEqual(most);
  }
});

const one = createRequest('{ one }', {});
const two = createRequest('{ two }', {});
const event = createRequest('subscription { event }', {});

/** Questions that a test answers when it wants to. */
function questions() {
  const asked: number[] = [];
  const again: Operation[] = [];
  const { exchange, renew } = freshness();
  const [operations, answers] = [makeSubject<Operation>(), makeSubject<OperationResult>()];
  const client = { reexecuteOperation: (operation: Operation) => again.push(operation) } as unknown as Client;
  const shown: OperationResult[] = [];
  pipe(
    exchange({
      client,
      dispatchDebug: () => {},
      forward: (passed) => {
        pipe(passed, subscribe(({ key }) => asked.push(key)));
        return answers.source;
      },
    })(operations.source),
    subscribe((result) => shown.push(result)),
  );
  const operation = (kind: Operation['kind'], request: typeof one) => makeOperation(kind, request, { url: '/graphql', requestPolicy: 'cache-and-network' });
  return {
    asked,
    shown,
    renew,
    ask: (request: typeof one) => operations.next(operation('query', request)),
    leave: (request: typeof one) => operations.next(operation('teardown', request)),
    answer: (request: typeof one) => answers.next(makeResult(operation('query', request), { data: {} })),
    happen: () => answers.next(makeResult(operation('subscription', event), { data: {} })),
    /** What is asked for again; it is forgotten then. */
    repeated: () => again.splice(0).map(({ key, context }) => [key, context.requestPolicy]),
  };
}

const fresh = ({ key }: typeof one) => [key, 'network-only'];

test('an answer that was under way when something happened is shown, and asked for once more', () => {
  const { ask, answer, happen, repeated, shown } = questions();
  ask(one);
  happen();
  happen();
  expect(repeated()).toEqual([]);
  answer(one);
  expect(repeated()).toEqual([fresh(one)]);
  ask(one);
  happen();
  answer(one);
  expect(repeated()).toEqual([fresh(one)]);
  ask(one);
  answer(one);
  expect(repeated()).toEqual([]);
  expect(shown.filter(({ operation }) => operation.kind === 'query')).toHaveLength(3);
});

test('a question that is under way is not asked beside itself, but once more behind', () => {
  const { ask, answer, asked, repeated } = questions();
  ask(one);
  ask(one);
  ask(two);
  expect(asked).toEqual([one.key, two.key]);
  answer(one);
  answer(two);
  expect(repeated()).toEqual([fresh(one)]);
});

test('all that is on the screen is asked for again, each once', () => {
  const { ask, answer, leave, renew, repeated } = questions();
  ask(one);
  answer(one);
  ask(two);
  renew();
  expect(repeated()).toEqual([fresh(one)]);
  answer(two);
  expect(repeated()).toEqual([fresh(two)]);
  leave(one);
  renew();
  expect(repeated()).toEqual([fresh(two)]);
});
