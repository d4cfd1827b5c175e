import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { FileEditor } from './FileEditor';
import { problemsIn } from './problems';

const Apply = graphql(`
  mutation ApplyAgreement($input: ApplyAgreementInput!) {
    applyAgreement(input: $input) {
      agreement {
        id
        state
      }
      refusals {
        code
        field
        message
      }
    }
  }
`);

interface ApplyFileProps {
  text: string;
  onText(text: string): void;
  onApplied(): void;
  /** What else can be done, beside the button. */
  beside?: ReactNode;
}

/** Applies an agreement file: a draft says then what the file says, and binds nobody. */
export function ApplyFile({ text, onText, onApplied, beside }: ApplyFileProps) {
  const { run, refusals, busy, clear } = useAct(Apply);
  const [asked, setAsked] = useState('');
  const apply = async () => {
    setAsked(text);
    if ((await run({ input: { file: text } })).done) onApplied();
  };
  const write = (next: string) => {
    if (refusals.length > 0 && next !== asked) clear();
    onText(next);
  };
  return (
    <Stack>
      <FileEditor text={text} onText={write} problems={problemsIn(refusals)} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw="72ch">
          <Trans>Applying makes a draft. It binds nobody: you read what it changes, apply the file again as often as needed, and then put it before the parties.</Trans>
        </Text>
        <Group>
          {beside}
          <Button onClick={() => void apply()} disabled={text.trim() === ''} loading={busy}>
            <Trans>Apply as a draft</Trans>
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
