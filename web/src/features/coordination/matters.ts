import type { EnumOf } from '~/lib/graphql';

const pages: Record<EnumOf<'MatterKind'>, ((id: string) => string) | undefined> = {
  DEVIATION: (id) => `deviations/${id}`,
  CORRECTIVE_ACTION: (id) => `actions/${id}`,
  CONSENT: (id) => `actions/${id}`,
  ACTION_ITEM: () => 'meetings?tab=items',
  FINDING: (id) => `findings/${id}`,
  DISPUTE: (id) => `cases/${id}`,
  PAUSE: (id) => `cases/${id}`,
  ESCALATION: (id) => `escalations/${id}`,
  VOICE: (id) => `voices/${id}`,
  DECISION: (id) => `decisions/${id}`,
  HEALTH: () => 'meetings?tab=health',
  // a task has no page of its own, and its action is not told
  TASK: undefined,
  KICK_OFF: undefined,
  FREE: undefined,
};

/** The page of an agreement on which a matter of an agenda is told; nothing where it stands for itself. */
export function pageOf(kind: EnumOf<'MatterKind'>, id: string | null): string | undefined {
  return id === null ? undefined : pages[kind]?.(id);
}
