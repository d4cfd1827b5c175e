/** What an event tells beyond its kind, as names with values; what is nested is told as it stands. */
export function detailOf(json: string): [string, string][] {
  const told = parsed(json);
  if (typeof told !== 'object' || told === null) return [['', String(told)]];
  return Object.entries(told).map(([name, value]) => [name.replaceAll('_', ' '), typeof value === 'string' ? value : JSON.stringify(value)]);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
