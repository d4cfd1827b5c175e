import { lengthOf } from '~/lib/time';
import type { Clock } from './clock';

type Explained = Clock['explanation'][number];

/** A line of the reckoning of a deadline: a fact, or a stretch of time of which some or nothing counted. */
export interface Step extends Explained {
  /** How long it is by the clock on the wall, in milliseconds; nought for a fact. */
  wall: number;
  /** How much of the target is used up when it ends, in milliseconds. */
  used: number;
}

/** Stretches that say the same and follow on each other become one. */
function together(steps: readonly Explained[]): Explained[] {
  return steps.reduce<Explained[]>((all, step) => {
    const last = all.at(-1);
    const goesOn = last && last.until === step.from && last.from !== last.until && last.reason === step.reason && last.pause === step.pause;
    if (goesOn && step.from !== step.until) return [...all.slice(0, -1), { ...last, until: step.until }];
    return [...all, step];
  }, []);
}

/** The reckoning of a deadline, line by line, with what is used up after each. */
export function reckon(explanation: readonly Explained[]): Step[] {
  let used = 0;
  return together(explanation).map((step) => {
    const wall = Date.parse(step.until) - Date.parse(step.from);
    if (step.reason === 'OPEN') used += wall;
    return { ...step, wall, used };
  });
}

/** The two truths of a deadline: how much time counts, how much goes by on the wall, and for what it stands still in between. */
interface Truths {
  counts: number;
  wall: number;
  still: { reason: Explained['reason']; length: number }[];
}

export function truthsOf(steps: readonly Step[]): Truths {
  const still = new Map<Explained['reason'], number>();
  for (const { reason, wall } of steps) {
    if (wall > 0 && reason !== 'OPEN') still.set(reason, (still.get(reason) ?? 0) + wall);
  }
  return {
    counts: steps.at(-1)?.used ?? 0,
    wall: steps.reduce((sum, { wall }) => sum + wall, 0),
    still: [...still].map(([reason, length]) => ({ reason, length })),
  };
}

/** How much of a clock's target is used up, in thousandths; 1000 and more once it is missed. */
export function usedUp({ elapsed, target }: Pick<Clock, 'elapsed' | 'target'>): number {
  const whole = lengthOf(target);
  return whole === 0 ? 1000 : Math.round((1000 * lengthOf(elapsed)) / whole);
}

const order: Clock['measure'][] = ['RESOLUTION', 'RESPONSE', 'ANSWER', 'NEXT_UPDATE'];

/** Clocks as they are read: what goes on first, the resolution before all else; of updates that are over only the last is shown at once. */
export function inOrder<C extends Pick<Clock, 'measure' | 'stoppedAt'>>(clocks: readonly C[]): { shown: C[]; earlier: C[] } {
  const rank = ({ measure, stoppedAt }: C) => order.indexOf(measure) + (stoppedAt === null ? 0 : order.length);
  const updates = clocks.filter(({ measure, stoppedAt }) => measure === 'NEXT_UPDATE' && stoppedAt !== null);
  const earlier = new Set(updates.slice(0, -1));
  return { shown: clocks.filter((clock) => !earlier.has(clock)).toSorted((one, other) => rank(one) - rank(other)), earlier: [...earlier] };
}
