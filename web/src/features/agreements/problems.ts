/** What is wrong in an agreement file, and where. */
export interface Problem {
  /** From 1; null where the whole file is meant. */
  line: number | null;
  column: number | null;
  message: string;
}

const place = /^line (\d+), column (\d+): (.*)$/s;

/** The refusals of a file, by their place in it. */
export function problemsIn(refusals: readonly { message: string }[]): Problem[] {
  const problems = refusals.map(({ message }): Problem => {
    const [, line, column, rest] = place.exec(message) ?? [];
    return rest === undefined ? { line: null, column: null, message } : { line: Number(line), column: Number(column), message: rest };
  });
  return problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0));
}

/** Where a line and a column of a text stand, counted in letters from its beginning. */
export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  const start = before.reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(start + column - 1, text.length);
}
