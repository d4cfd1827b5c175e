import type { I18n, MessageDescriptor } from '@lingui/core';

/** What a select or a filter offers. */
interface Choice<Value extends string = string> {
  value: Value;
  label: string;
}

interface Coded {
  code: string;
  name: string;
}

/** Nouns to choose from, by their global ids. */
export const choicesById = (all: readonly { id: string; name: string }[]): Choice[] => all.map(({ id, name }) => ({ value: id, label: name }));

/** Nouns to choose from, by their codes. */
export const choicesByCode = (all: readonly Coded[]): Choice[] => all.map(({ code, name }) => ({ value: code, label: name }));

/** The words of an enumeration to choose from, in the order in which they are written. */
export const choicesOf = <Value extends string>(words: Record<Value, MessageDescriptor | { label: MessageDescriptor }>, i18n: I18n): Choice<Value>[] =>
  (Object.keys(words) as Value[]).map((value) => {
    const word = words[value];
    return { value, label: i18n._('label' in word ? word.label : word) };
  });

/** What a code is called, or the code where nothing is called that. */
export const nameOf = (all: readonly Coded[], code: string): string => all.find((one) => one.code === code)?.name ?? code;
