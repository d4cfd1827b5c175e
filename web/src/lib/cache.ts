import type { Cache, DataFields } from '@urql/exchange-graphcache';

type Key = (data: DataFields) => string | null;

/** Whatever has a global id is one thing, wherever it is asked for; the rest belongs to what holds it. */
const key: Key = ({ id }) => (typeof id === 'string' ? id : null);
export const keys = new Proxy<Record<string, Key>>({}, { get: () => key });

/**
 * Forgets what a change may have moved: what hangs below the roots that were asked for. What the change itself answers stays
 * known by its id. What is on the screen stays there while it is asked for again.
 */
function forget(cache: Cache): void {
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    const entity = cache.resolve('Query', fieldName, asked ?? undefined);
    if (typeof entity === 'string') cache.invalidate(entity);
    else cache.invalidate('Query', fieldName, asked ?? undefined);
  }
}

/** Every field of a root forgets. */
export const forgetting = new Proxy<Record<string, (_result: unknown, _input: unknown, cache: Cache) => void>>(
  {},
  { get: () => (_result: unknown, _input: unknown, cache: Cache) => forget(cache) },
);

interface Spoilt {
  data?: unknown;
  error?: { graphQLErrors: readonly { path?: readonly (string | number)[] | undefined }[] } | undefined;
}

/**
 * Whether a fault or refusal somewhere below took a whole root with it. That the root is null says nothing of it then, and must not be
 * remembered as if it were not there.
 */
export function spoilt({ data, error }: Spoilt): boolean {
  if (typeof data !== 'object' || data === null) return false;
  const gone = Object.entries(data).flatMap(([root, value]) => (value === null ? [root] : []));
  return gone.some((root) => error?.graphQLErrors.some(({ path }) => path !== undefined && path.length > 1 && path[0] === root));
}
