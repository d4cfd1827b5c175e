import { Badge } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';

/** How a state is to be read at a glance; never by its colour alone, the word stands in it. */
export type Tone = 'good' | 'warn' | 'bad' | 'busy' | 'quiet';

/** What a state is called, and how that is to be read. */
export interface Word {
  label: MessageDescriptor;
  tone: Tone;
}

const colours: Record<Tone, string> = { good: 'teal', warn: 'yellow', bad: 'red', busy: 'blue', quiet: 'gray' };

/** A state as a badge. */
export function Mark({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <Badge color={colours[tone]} variant="light" radius="sm" tt="none" miw="max-content" title={title} className={`mark-${tone}`}>
      {children}
    </Badge>
  );
}

/** A state by its word. */
export function StateMark({ of: { label, tone } }: { of: Word }) {
  const { i18n } = useLingui();
  return <Mark tone={tone}>{i18n._(label)}</Mark>;
}
