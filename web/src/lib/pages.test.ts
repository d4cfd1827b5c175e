import { expect, test } from 'vitest';
import { joined } from './pages';

const page = (...ids: string[]) => ({ nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: true, endCursor: null } });

test('what moved between two pages while they were read stands in the list once', () => {
  expect(joined([page('a', 'b'), page('b', 'c'), page()]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});
