import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Changes } from './Changes';
import type { Change } from './diff';
import { FileEditor } from './FileEditor';
import { problemsIn } from './problems';
import { ApplyAgreement } from './verbs';

const PlanAgreement = graphql(
  `
    mutation PlanAgreement($input: ApplyAgreementInput!) {
      planAgreement(input: $input) {
        changes {
          path
          before
          after
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

interface ApplyFileProps {
  text: string;
  onText(text: string): void;
  onApplied(): void;
  /** What else can be done, beside the buttons. */
  beside?: ReactNode;
}

/** Shows what a file would change, and applies it then: a draft says what the file says, and binds nobody. */
export function ApplyFile({ text, onText, onApplied, beside }: ApplyFileProps) {
  const plan = useAct(PlanAgreement);
  const apply = useAct(ApplyAgreement);
  const [planned, setPlanned] = useState<{ text: string; changes: readonly Change[] }>();
  const current = planned?.text === text ? planned : undefined;
  const look = async () => {
    apply.clear();
    const { done, data } = await plan.run({ input: { file: text } });
    setPlanned(done ? { text, changes: data?.planAgreement.changes ?? [] } : undefined);
  };
  const onApply = async () => {
    plan.clear();
    if ((await apply.run({ input: { file: text } })).done) onApplied();
  };
  const write = (next: string) => {
    plan.clear();
    apply.clear();
    onText(next);
  };
  const nothing = text.trim() === '';
  return (
    <Stack>
      <FileEditor text={text} onText={write} problems={problemsIn([...plan.refusals, ...apply.refusals])} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed" maw="64ch">
          <Trans>Applying makes a draft. It binds nobody: apply the file again as often as needed, and then put it before the parties.</Trans>
        </Text>
        <Group>
          {beside}
          <Button variant={current ? 'default' : 'filled'} onClick={() => void look()} disabled={nothing} loading={plan.busy}>
            <Trans>Show what it would change</Trans>
          </Button>
          <Button onClick={() => void onApply()} disabled={!current || current.changes.length === 0} loading={apply.busy}>
            <Trans>Apply as a draft</Trans>
          </Button>
        </Group>
      </Group>
      {current && (
        <Paper withBorder p="md" component="section">
          <Title order={2} mb="xs">
            <Plural value={current.changes.length} _0="It would change nothing" one="It would change one thing" other="It would change # things" />
          </Title>
          {current.changes.length > 0 && <Changes of={current.changes} />}
        </Paper>
      )}
    </Stack>
  );
}
