import type { Custody, Event } from './log';

/** What an event of a case's log says, as far as it is words and codes; ids are told by what the case knows of them. */
export interface Said {
  reason?: string;
  note?: string;
  title?: string;
  words?: string;
  stage?: string;
  priority?: string;
  package?: string;
  boundary?: string;
  status?: string;
  points?: number;
  told?: boolean;
  from?: string;
  until?: string;
  due?: string;
  outside?: { reason: string; dimensions?: string[] };
  needs?: { region?: string; language?: string; product?: string; skills?: string[] };
}

/** What an event says. */
export function saidIn({ detail }: Pick<Event, 'detail'>): Said {
  const said: unknown = JSON.parse(detail);
  return typeof said === 'object' && said !== null ? said : {};
}

type Holder = NonNullable<Custody[number]['holder']>;

/** To whom an event went: who was offered the case, or took it on; nothing for any other event. */
export function receiver({ kind, at }: Pick<Event, 'kind' | 'at'>, custody: Custody): Holder | undefined {
  if (kind === 'offered') return custody.find(({ offer }) => offer?.at === at)?.offer?.to;
  if (kind === 'accepted') return custody.find(({ from, holder }) => from === at && holder !== null)?.holder ?? undefined;
  return undefined;
}
