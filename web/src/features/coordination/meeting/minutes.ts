/** What to do with what one writes, when somebody else may have written too. */
export type Merge = 'same' | 'take' | 'save' | 'conflict';

/**
 * Compares one's own text with the server's. `known` are texts of the server that one has read or sent: where theirs is one of
 * them, nobody else has written; where only one's own is, there is nothing of one's own to keep.
 */
export function mergeOf(known: readonly string[], mine: string, theirs: string): Merge {
  if (mine === theirs) return 'same';
  if (known.includes(theirs)) return 'save';
  if (known.includes(mine)) return 'take';
  return 'conflict';
}
