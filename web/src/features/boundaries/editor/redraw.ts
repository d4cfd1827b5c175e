import { graphql, type VariablesOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { type Content, type Limit, named, Said } from '../content/content';

export const RedrawBoundary = graphql(
  `
    mutation RedrawBoundary($input: RedrawBoundaryInput!) {
      redrawBoundary(input: $input) {
        boundary {
          id
          revision
        }
        merge {
          revision
          theirs {
            path
            before
            after
          }
          mine {
            path
            before
            after
          }
          merged {
            ...Said
          }
          conflicts {
            path
            base
            theirs
            mine
          }
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused, Said],
);

/** What a version is to say, as the API takes it. */
type ContentInput = VariablesOf<typeof RedrawBoundary>['input']['content'];
type LimitInput = NonNullable<NonNullable<ContentInput['limits']>[number]>;

const said = (text: string) => text.trim() !== '';

/** Whether a limit says what is within it. */
export function complete({ dimension, calendar, names, cases, response }: Limit): boolean {
  if (dimension === 'HOURS') return calendar !== '';
  if (dimension === 'RESPONSE') return response !== null;
  return named.includes(dimension) ? names.length > 0 : cases !== null;
}

function withinOf({ dimension, calendar, names, cases, period, response }: Limit): Partial<LimitInput> {
  switch (dimension) {
    case 'HOURS':
      return { calendar };
    case 'CONCURRENT':
      return { cases: cases ?? 0 };
    case 'VOLUME':
      return { cases: cases ?? 0, period };
    case 'RESPONSE':
      return { response };
    default:
      return { names };
  }
}

/** What was written, as the API takes it. */
export function inputOf({ title, team, responsibility, included, excluded, limits, evidence }: Content): ContentInput {
  return {
    title,
    team,
    responsibility,
    included,
    excluded,
    limits: limits.map((limit) => ({ dimension: limit.dimension, ...withinOf(limit), note: limit.note || null, takeOver: limit.takeOver })),
    evidence,
  };
}

/** What was written without the lines that are still empty. */
export function tidied(content: Content): Content {
  return {
    ...content,
    included: content.included.filter(said),
    excluded: content.excluded.filter(said),
    evidence: content.evidence.filter(({ title, url }) => said(title) || said(url)),
    limits: content.limits.map((limit) => ({ ...limit, takeOver: limit.takeOver && { ...limit.takeOver, information: limit.takeOver.information.filter(said) } })),
  };
}

const numbered = /^(included|excluded|evidence|limits\.(\w+)\.beyond\.take_over\.information)\.(\d+)$/;

/** Where a field of what was tidied stands in what was written: lines that are still empty do not count there. */
export function writtenPath(content: Content, path: string): string {
  const [, list = '', dimension, number] = numbered.exec(path) ?? [];
  if (!list) return path;
  const limit = content.limits.find((one) => one.dimension.toLowerCase() === dimension);
  const entries = list === 'included' || list === 'excluded' ? content[list] : list === 'evidence' ? content.evidence.map(({ title, url }) => title + url) : (limit?.takeOver?.information ?? []);
  const places = entries.flatMap((entry, at) => (said(entry) ? [at + 1] : []));
  return `${list}.${places[Number(number) - 1] ?? number}`;
}
