const dayLength = 86_400_000;
const written = (at: number) => new Date(at).toISOString().slice(0, 10);

/** The weeks of a month `2026-03`, from Monday to Sunday, with the days of its neighbours that fill them. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * dayLength;
  const next = Date.parse(`${step(month, 1)}-01T00:00:00Z`);
  const weeks: string[][] = [];
  for (let at = monday; at < next; at += 7 * dayLength) weeks.push(Array.from({ length: 7 }, (_, day) => written(at + day * dayLength)));
  return weeks;
}

/** So many months later, or earlier. */
export function step(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Whether an address names a month. */
export const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
