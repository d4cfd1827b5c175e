import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Problem } from './problems';

interface ProblemsProps {
  of: readonly Problem[];
  text: string;
  onGo(line: number, column: number): void;
}

/** What is wrong in a file, each beside the line that it is about. */
export function Problems({ of, text, onGo }: ProblemsProps) {
  const { t } = useLingui();
  if (of.length === 0) return null;
  const lines = text.split('\n');
  return (
    <Paper withBorder p="sm" role="alert" style={{ borderInlineStart: '4px solid var(--mantine-color-error)' }}>
      <Title order={2} size="h4" c="error" mb="xs">
        <Plural value={of.length} one="Nothing was applied: one thing is wrong" other="Nothing was applied: # things are wrong" />
      </Title>
      <Stack gap="xs" mah={280} style={{ overflowY: 'auto' }} tabIndex={0} role="list" aria-label={t`What is wrong`}>
        {of.map(({ line, column, message }, at) => (
          <div key={at} role="listitem">
            {line !== null && column !== null && (
              <Anchor component="button" type="button" size="sm" fw={600} onClick={() => onGo(line, column)}>
                <Trans>
                  Line {line}, column {column}
                </Trans>
              </Anchor>
            )}{' '}
            <Text size="sm" component="span">
              {message}
            </Text>
            {line !== null && column !== null && lines[line - 1] !== undefined && (
              <pre className="excerpt">
                {`${line} │ ${lines[line - 1] ?? ''}\n${' '.repeat(String(line).length)} │ ${' '.repeat(column - 1)}▲`}
              </pre>
            )}
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
