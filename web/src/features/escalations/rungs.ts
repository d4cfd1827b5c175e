import type { Escalation, Path } from './escalation';

type Climb = Escalation['climbs'][number];
type Answer = Escalation['answers'][number];

/** A level of the ladder with what happened there. */
export interface Rung {
  level: number;
  name: string | null;
  /** How long it has to answer, where the agreement still says so. */
  within: Path['levels'][number] | undefined;
  /** Each time that the matter came here: more than once at the top. */
  climbs: Climb[];
  answers: Answer[];
}

/** The ladder from the first level up. Names and times of levels not reached are the agreement's, where its path still has as many. */
export function rungsOf({ levels, climbs, answers }: Pick<Escalation, 'levels' | 'climbs' | 'answers'>, path: Path | undefined): Rung[] {
  const same = path?.levels.length === levels ? path : undefined;
  return Array.from({ length: levels }, (_, at) => {
    const level = at + 1;
    const here = climbs.filter((climb) => climb.level === level);
    const within = same?.levels[at];
    return { level, name: here[0]?.name ?? within?.name ?? null, within, climbs: here, answers: answers.filter((answer) => answer.level === level) };
  });
}
