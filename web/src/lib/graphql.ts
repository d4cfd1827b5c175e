import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../graphql-env';

/** Writes a typed operation; the committed schema says what it may ask and what it gets. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    Cursor: string;
    Date: string;
    Decimal: string;
    Duration: string;
    First: number;
    Instant: string;
    Long: number;
    Period: string;
  };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';

/** What an enumeration of the schema may be, such as `EnumOf<'Role'>`. */
export type EnumOf<Name extends keyof introspection['types']> = introspection['types'][Name] extends {
  enumValues: infer Values;
}
  ? Values
  : never;
