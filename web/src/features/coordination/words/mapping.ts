import type { CompanyWords, Word } from './query';

/** A company's own words that mean a word of the agreement, in their order. */
export function ownWords({ words }: Pick<CompanyWords, 'words'>, { kind, code }: Pick<Word, 'kind' | 'code'>): string[] {
  return words.filter(({ means }) => means?.kind === kind && means.code === code).map(({ own }) => own);
}

/** How many of the agreement's words a company has a word for, and how many of its own mean nothing. */
export function standOf({ missing, unmapped }: Pick<CompanyWords, 'missing' | 'unmapped'>, all: readonly unknown[]) {
  return { mapped: all.length - missing.length, of: all.length, stray: unmapped.length };
}
