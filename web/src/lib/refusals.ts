/** A rule said no: what to mend, and in which field of the input. */
export interface Refusal {
  code: string;
  field: string | null;
  message: string;
}

/** What a mutation came to. */
export interface Outcome<Data> {
  /** The answer, where there is one; a refused change has one, too. */
  data: Data | undefined;
  /** Why it was not done; empty where it was done. */
  refusals: Refusal[];
  /** Whether everything was done. */
  done: boolean;
}

/** Whether something is a refusal. */
export const isRefusal = (one: unknown): one is Refusal =>
  typeof one === 'object' && one !== null && 'code' in one && 'message' in one;

/** The refusals in the payloads of an answer. */
export function refusalsIn(data: unknown): Refusal[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap((payload: unknown) => {
    if (typeof payload !== 'object' || payload === null || !('refusals' in payload)) return [];
    return Array.isArray(payload.refusals) ? payload.refusals.filter(isRefusal) : [];
  });
}

/** What is told against one field. */
export const against = (refusals: readonly Refusal[], name: string): string | undefined => refusals.find(({ field }) => field === name)?.message;

/**
 * Messages by the form's field, as `useForm().setErrors` takes them. Where the API calls a field otherwise than the form, `names`
 * translates; a refusal of a field that the form does not have is left to `<Refusals>`.
 */
export function byField(refusals: Refusal[], names: Record<string, string> = {}): Record<string, string> {
  const pairs = refusals.flatMap(({ field, message }) => (field ? [[names[field] ?? field, message] as const] : []));
  return Object.fromEntries(pairs);
}
