/** What to do with what one writes, when somebody else may have written too. */
type Merge = 'same' | 'take' | 'save' | 'conflict';

/**
 * Compares one's own text with the server's: where theirs is what one has read (`base`) or sent, nobody else has written; where
 * one's own is what one has read, there is nothing of one's own to keep.
 */
export function mergeOf({ base, sent }: { base: string; sent?: string | undefined }, mine: string, theirs: string): Merge {
  if (mine === theirs) return 'same';
  if (theirs === base || theirs === sent) return 'save';
  if (mine === base) return 'take';
  return 'conflict';
}
