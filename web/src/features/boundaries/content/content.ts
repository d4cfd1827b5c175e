import { type EnumOf, graphql, type ResultOf } from '~/lib/graphql';
import type { Dimension } from '../words';

/** What a version of a boundary says. */
export const Said = graphql(`
  fragment Said on BoundaryContent {
    title
    team {
      id
      name
    }
    responsibility
    included
    excluded
    limits {
      dimension
      calendar
      names
      cases
      period
      response
      note
      takeOver {
        company {
          id
          name
        }
        team {
          id
          name
        }
        information
        acceptance
      }
    }
    evidence {
      title
      url
    }
  }
`);

type Read = ResultOf<typeof Said>;

/** Who takes over beyond a limit, by their ids. */
export interface TakeOver {
  company: string;
  team: string;
  information: string[];
  /** An ISO 8601 duration; null where what the team has promised counts. */
  acceptance: string | null;
}

/** A limit, with what happens beyond it; what its dimension does not ask for is empty. */
export interface Limit {
  dimension: Dimension;
  calendar: string;
  names: string[];
  cases: number | null;
  period: EnumOf<'PeriodKind'>;
  response: string | null;
  note: string;
  takeOver: TakeOver | null;
}

/** What a boundary says, as it is written: whatever is named is named by its id or code. */
export interface Content {
  title: string;
  team: string;
  responsibility: EnumOf<'BoundaryResponsibility'>;
  included: string[];
  excluded: string[];
  limits: Limit[];
  evidence: { title: string; url: string }[];
}

/** The names of a dimension that is limited by names. */
export const named: readonly Dimension[] = ['REGION', 'LANGUAGE', 'PRODUCT', 'SKILL'];

/** A limit of a dimension that says nothing yet. */
export function emptyLimit(dimension: Dimension): Limit {
  return { dimension, calendar: '', names: [], cases: null, period: 'MONTH', response: null, note: '', takeOver: null };
}

function takeOverOf(read: Read['limits'][number]['takeOver']): TakeOver | null {
  if (!read) return null;
  return { company: read.company?.id ?? '', team: read.team?.id ?? '', information: [...read.information], acceptance: read.acceptance };
}

/** What was read, as it is written. */
export function contentOf({ title, team, responsibility, included, excluded, limits, evidence }: Read): Content {
  return {
    title,
    team: team?.id ?? '',
    responsibility,
    included: [...included],
    excluded: [...excluded],
    limits: limits.map(({ dimension, calendar, names, cases, period, response, note, takeOver }) => ({
      dimension,
      calendar: calendar ?? '',
      names: [...names],
      cases,
      period: period ?? 'MONTH',
      response,
      note: note ?? '',
      takeOver: takeOverOf(takeOver),
    })),
    evidence: evidence.map((link) => ({ title: link.title, url: link.url })),
  };
}

/** How paths call a dimension. */
export const pathOf = (dimension: Dimension): string => `limits.${dimension.toLowerCase()}`;
