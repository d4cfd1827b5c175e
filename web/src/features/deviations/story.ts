import type { DecisionOf, Plan } from './actions/plan';
import type { Story } from './deviation';

/** Something that happened to a deviation or the plans against it. */
export interface Chapter {
  at: string;
  what:
    | { kind: 'raised' | 'closed' }
    | { kind: 'reviewed'; verdict: NonNullable<Story['review']>['verdict']; reason: string | null }
    | { kind: 'drafted' | 'started' | 'verifying' | 'worked' | 'failed'; plan: string }
    | { kind: 'withdrawn'; plan: string; reason: string | null }
    | { kind: 'consented' | 'objected'; plan: string; reason: string | null }
    | { kind: 'accepted' | 'declined' | 'done'; task: string; reason: string | null };
  who: DecisionOf | null;
}

const told = (at: string | null, what: Chapter['what'], who: DecisionOf | null = null): Chapter[] => (at ? [{ at, what, who }] : []);

function ofPlan(plan: Plan): Chapter[] {
  const { title } = plan;
  const worked = plan.state === 'SUCCEEDED' ? 'worked' : 'failed';
  return [
    ...told(plan.createdAt, { kind: 'drafted', plan: title }),
    ...plan.consents.flatMap(({ word, reason, by }) => told(by?.at ?? null, { kind: word === 'OBJECTS' ? 'objected' : 'consented', plan: title, reason }, by)),
    ...plan.tasks.flatMap((task) => [
      ...told(task.answered?.at ?? null, { kind: task.state === 'DECLINED' ? 'declined' : 'accepted', task: task.title, reason: task.reason }, task.answered),
      ...told(task.done?.at ?? null, { kind: 'done', task: task.title, reason: task.evidence }, task.done),
    ]),
    ...told(plan.started?.at ?? null, { kind: 'started', plan: title }, plan.started),
    ...told(plan.verifyingSince, { kind: 'verifying', plan: title }),
    ...told(plan.decidedAt, { kind: worked, plan: title }),
    ...told(plan.withdrawn?.at ?? null, { kind: 'withdrawn', plan: title, reason: plan.withdrawalReason }, plan.withdrawn),
  ];
}

/** What happened to a deviation, the earliest first; what happened at once stays in the order in which it goes on. */
export function storyOf(deviation: Story): Chapter[] {
  const { raisedAt, closedAt, review, correctiveActions } = deviation;
  const chapters = [
    ...told(raisedAt, { kind: 'raised' }),
    ...told(review?.by.at ?? null, { kind: 'reviewed', verdict: review?.verdict ?? 'ACCEPT', reason: review?.reason ?? null }, review?.by),
    ...correctiveActions.flatMap(ofPlan),
    ...told(closedAt, { kind: 'closed' }),
  ];
  return chapters.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}
