import type { Role } from '~/features/identity/session';
import type { Story } from '../story/story';

const verbs = [
  'accept', 'refuse', 'handOver', 'respond', 'update', 'pause', 'resume', 'resolve', 'close', 'recover', 'swarm', 'specify', 'reprioritise', 'reopen', 'cancel', 'consent', 'dispute',
] as const;

/** Something that can be done with a case. */
export type Verb = (typeof verbs)[number];

/** Whoever looks at a case. */
interface Looking {
  company: { id: string };
  holds(...roles: Role[]): boolean;
}

type Known = Pick<Story, 'phase' | 'holder' | 'offer' | 'pauses' | 'recoveries' | 'cancelledAt' | 'closedAt'> & {
  ledger: { segments: readonly { swarm: readonly { company: { id: string } | null }[] }[] };
};

/** What somebody would do with a case as it stands, in the order in which it is offered; whether they may is the server's word. */
export function verbsFor(story: Known, seat: Looking): Verb[] {
  const all = new Set<Verb>([...handling(story, seat), ...answering(story, seat)]);
  return verbs.filter((verb) => all.has(verb));
}

function handling({ phase, holder, offer, recoveries, cancelledAt, ledger }: Known, { company, holds }: Looking): Verb[] {
  if (cancelledAt !== null || !holds('CONTACT_AGENT', 'ENGINEER')) return [];
  const asked = offer?.to.company?.id === company.id;
  const own: Verb[] = asked ? ['accept', 'refuse'] : [];
  const swarm = ledger.segments.at(-1)?.swarm ?? [];
  const works = [holder?.company, ...swarm.map((share) => share.company)].some((one) => one?.id === company.id);
  if (!works) return own;
  const losing = recoveries.some(({ turnedAt, owner }) => turnedAt === null && owner === null);
  const later: Verb[] = losing ? ['recover'] : [];
  switch (phase) {
    case 'OPEN':
      return [...own, ...later, 'handOver', 'respond', 'update', 'pause', 'swarm', 'specify', 'reprioritise', 'resolve', 'cancel'];
    case 'PAUSED':
      return [...own, ...later, 'handOver', 'respond', 'update', 'resume', 'swarm', 'specify', 'reprioritise', 'resolve', 'cancel'];
    case 'RESOLVED':
      return [...later, 'close', 'reopen'];
    case 'CLOSED':
      return later;
  }
}

function answering({ holder, pauses, cancelledAt }: Known, { company, holds }: Looking): Verb[] {
  if (cancelledAt !== null || !holds('COORDINATOR')) return [];
  const pause = pauses.at(-1);
  const claimed = pause && (pause.against === 'COMPANY' ? pause.company?.id === company.id : holder?.company?.id !== company.id);
  return pause?.needsConsent && pause.consentedAt === null && claimed ? ['consent', 'dispute'] : ['dispute'];
}
