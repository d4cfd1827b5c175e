import type { Meeting, Member } from './query';

/** A seat, by whose it is. */
interface Seat {
  company: { id: string };
  person: { id: string } | null;
}

/** Who was in a seat: the member, the deputy, or nobody. */
export type Presence = 'PRESENT' | 'DEPUTY' | 'EXCUSED' | 'ABSENT';

/** What is recorded of a seat; nothing while nobody has said. */
export function presenceOf(attendance: Meeting['attendance'], { company, person }: Seat): Presence | undefined {
  const entry = attendance.find((one) => one.company?.id === company.id && one.member?.id === person?.id);
  if (!entry) return undefined;
  return entry.presence === 'PRESENT' && entry.deputy ? 'DEPUTY' : entry.presence;
}

/** How many companies are there of those with a seat; a company counts once, observers do not. */
export function there(members: readonly (Seat & Pick<Member, 'role'>)[], attendance: Meeting['attendance']): { companies: number; seated: number } {
  const speaking = members.filter(({ role }) => role !== 'OBSERVER');
  const came = speaking.filter((member) => ['PRESENT', 'DEPUTY'].includes(presenceOf(attendance, member) ?? ''));
  const count = (some: typeof speaking) => new Set(some.map(({ company }) => company.id)).size;
  return { companies: count(came), seated: count(speaking) };
}
