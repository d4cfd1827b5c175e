import { Text, type TextProps } from '@mantine/core';

/** Text as somebody wrote it, with its lines. */
export function Prose({ children, ...rest }: TextProps & { children: string }) {
  return (
    <Text component="div" size="sm" maw="72ch" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} {...rest}>
      {children}
    </Text>
  );
}
