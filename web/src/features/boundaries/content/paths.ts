import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { type Dimension, dimensions } from '../words';

/** The parts of what a boundary says, in the order of its page. */
export type Part = 'what' | 'included' | 'excluded' | 'limits' | 'evidence';

export const parts: Record<Part, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  what: { label: msg`What it is about`, hint: msg`The team that answers, and as what.` },
  included: { label: msg`What is in`, hint: msg`One short statement each.` },
  excluded: { label: msg`What is out`, hint: msg`What others may think is meant, and is not.` },
  limits: { label: msg`Limits, and who takes over beyond them`, hint: msg`Where several are passed at once, the first one says what happens. No limit means everything.` },
  evidence: { label: msg`What it rests on`, hint: msg`Contracts, procedures, drawings.` },
};

/** To which part a path belongs. */
export function partOf(path: string): Part {
  const [first = ''] = path.split('.');
  return first === 'included' || first === 'excluded' || first === 'limits' || first === 'evidence' ? first : 'what';
}

/** The dimension of which a path speaks. */
export function dimensionOf(path: string): Dimension | undefined {
  const [first, name = ''] = path.split('.');
  const wanted = name.toUpperCase();
  return first === 'limits' ? (Object.keys(dimensions) as Dimension[]).find((dimension) => dimension === wanted) : undefined;
}

const fields: Record<string, MessageDescriptor> = {
  title: msg`Title`,
  team: msg`Team`,
  responsibility: msg`The company is`,
  included: msg`In`,
  excluded: msg`Out`,
  evidence: msg`Evidence`,
  limits: msg`Limits`,
  order: msg`Order of the limits`,
  within: msg`Within`,
  beyond: msg`Beyond`,
  'beyond.note': msg`Beyond it`,
  'beyond.take_over': msg`Takes over`,
  'beyond.take_over.information': msg`Has to be told`,
  'beyond.take_over.acceptance': msg`Accepts within`,
};

/** How a field is called, by its path: `Hours: takes over`, `In 2`. */
export function useLabels(): (path: string, short?: boolean) => string {
  const { i18n } = useLingui();
  return (path, short = false) => {
    const [first = '', ...rest] = path.split('.');
    const dimension = dimensionOf(path);
    if (first !== 'limits') return [i18n._(fields[first] ?? { id: first }), ...rest].join(' ');
    const part = fields[rest.slice(dimension ? 1 : 0).join('.')] ?? fields['limits'];
    const label = part ? i18n._(part) : path;
    return dimension && !short ? `${i18n._(dimensions[dimension].label)}: ${label.toLowerCase()}` : label;
  };
}
