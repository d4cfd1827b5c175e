import { byField, type Refusal } from '~/lib/refusals';
import type { PlanDraft } from './planForm';

/** Refusals of a plan by the paths of its fields, as the API calls them. */
export interface Errors {
  of(path: string): string | undefined;
  /** The paths that the form has a field for: what is refused there is not told twice. */
  shown(draft: PlanDraft): string[];
}

const parts = ['company', 'owner', 'title', 'due'];
const criterion = ['kpi', 'company', 'service', 'measure', 'value', 'every', 'after', 'periods'];

/** Finds what was refused for each field. */
export function useErrors(refusals: readonly Refusal[]): Errors {
  const messages = byField([...refusals]);
  return {
    of: (path) => messages[path],
    shown: ({ tasks }) => ['title', ...criterion.map((field) => `criterion.${field}`), ...tasks.flatMap((_, place) => parts.map((part) => `tasks.${place}.${part}`))],
  };
}
