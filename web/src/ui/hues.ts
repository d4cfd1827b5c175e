import { useMemo } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';

/** A colour on a light and on a dark ground. */
export interface Hue {
  light: string;
  dark: string;
}

/**
 * The companies' colours: at least 3:1 against the console's grounds (WCAG 2.2, 1.4.11), and the same family of colour in both. Any two
 * differ for people with any of the three colour vision deficiencies, too. A colour never stands alone: the company's name is beside it.
 */
export const hues: readonly Hue[] = [
  { light: '#1f3999', dark: '#456ce6' },
  { light: '#a85419', dark: '#ea8a18' },
  { light: '#589788', dark: '#5bb99c' },
  { light: '#b88a17', dark: '#f5d240' },
  { light: '#9d5ad8', dark: '#c791fd' },
  { light: '#2c717c', dark: '#9fe1f1' },
  { light: '#86281b', dark: '#cf3925' },
  { light: '#651753', dark: '#ab5489' },
];

/** The colour of what belongs to no company, or to all of them. */
const nobody: Hue = { light: '#5a6470', dark: '#a9b1ba' };

/** A hue for a stylesheet, right on both grounds. */
export const css = ({ light, dark }: Hue): string => `light-dark(${light}, ${dark})`;

interface Bound {
  joins: string;
  company: { id: string; code: string };
}

/** A colour for each company, by the order in which they joined: one that joins later changes nobody's. More companies than hues begin again. */
export function huesOf(parties: readonly Bound[]): Map<string, Hue> {
  const order = [...parties].sort((one, other) => one.joins.localeCompare(other.joins) || one.company.code.localeCompare(other.company.code));
  const ids = [...new Set(order.map(({ company }) => company.id))];
  return new Map(ids.map((id, at) => [id, hues[at % hues.length] ?? nobody]));
}

const Companies = graphql(`
  query HuesOfCompanies($agreement: String!) {
    agreement(code: $agreement) {
      id
      parties {
        joins
        company {
          id
          code
        }
      }
    }
  }
`);

/** Tells a company's colour by its global id, the same on every page of the agreement. */
export function useHues(): (company: string | null | undefined) => Hue {
  const { agreement } = useSeat();
  const [{ data }] = useQuery({ query: Companies, variables: { agreement: agreement.code }, requestPolicy: 'cache-first' });
  const parties = data?.agreement?.parties;
  return useMemo(() => {
    const known = huesOf(parties ?? []);
    return (company) => known.get(company ?? '') ?? nobody;
  }, [parties]);
}
