import { Alert, Button, Group, List, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResultOf } from '~/lib/graphql';
import { type Content, contentOf } from '../content/content';
import { type Choice, type Conflict, settle } from '../content/merge';
import { useLabels } from '../content/paths';
import type { RedrawBoundary } from './redraw';

export type Merge = NonNullable<ResultOf<typeof RedrawBoundary>['redrawBoundary']['merge']>;

interface MergeViewProps {
  merge: Merge;
  /** What was sent. */
  mine: Content;
  busy: boolean;
  onSettled(content: Content): void;
  onBack(): void;
}

/** Theirs, mine and what both come to: a choice for every field that both changed. */
export function MergeView({ merge: { theirs, mine: own, merged, conflicts }, mine, busy, onSettled, onBack }: MergeViewProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<Record<string, Choice>>({});
  const disputed = new Set(conflicts.map(({ path }) => path));
  const alone = (changes: Merge['theirs']) => changes.filter(({ path }) => ![...disputed].some((one) => path === one || path.startsWith(`${one}.`)));
  const missing = conflicts.filter(({ path }) => !chosen[path]).length;
  return (
    <Stack gap="md">
      <Alert color="yellow" role="alert" title={<Trans>Somebody changed the draft while you wrote</Trans>}>
        <Trans>Nothing of theirs is overwritten, and nothing of yours is lost. Choose where both of you changed the same field; the rest goes together by itself.</Trans>
      </Alert>
      {conflicts.map((conflict) => (
        <Decide key={conflict.path} conflict={conflict} value={chosen[conflict.path]} onChange={(choice) => setChosen({ ...chosen, [conflict.path]: choice })} />
      ))}
      <Changes title={t`Changed by them alone`} changes={alone(theirs)} />
      <Changes title={t`Changed by you alone`} changes={alone(own)} />
      <Group justify="flex-end">
        {missing > 0 && (
          <Text size="sm" c="dimmed">
            <Trans>Choose for each field first.</Trans>
          </Text>
        )}
        <Button variant="default" onClick={onBack}>
          <Trans>Back to what I wrote</Trans>
        </Button>
        <Button disabled={missing > 0} loading={busy} onClick={() => onSettled(settle(contentOf(merged), mine, conflicts, chosen))}>
          <Trans>Put it together and save</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function Decide({ conflict: { path, base, theirs, mine }, value, onChange }: { conflict: Conflict; value: Choice | undefined; onChange(choice: Choice): void }) {
  const { t } = useLingui();
  const labelOf = useLabels();
  const nothing = t`nothing`;
  return (
    <Paper withBorder p="sm">
      <Radio.Group label={labelOf(path)} description={t`Both read: ${base ?? nothing}`} value={value ?? null} onChange={(next) => onChange(next === 'mine' ? 'mine' : 'theirs')}>
        <Stack gap={6} mt={6}>
          <Radio value="theirs" label={t`Theirs: ${theirs ?? nothing}`} style={{ whiteSpace: 'pre-wrap' }} />
          <Radio value="mine" label={t`Yours: ${mine ?? nothing}`} style={{ whiteSpace: 'pre-wrap' }} />
        </Stack>
      </Radio.Group>
    </Paper>
  );
}

function Changes({ title, changes }: { title: string; changes: Merge['theirs'] }) {
  const { t } = useLingui();
  const labelOf = useLabels();
  if (changes.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2} size="h3">{title}</Title>
      <List size="sm">
        {changes.map(({ path, before, after }, at) => (
          <List.Item key={`${path} ${at}`}>
            <b>{labelOf(path)}</b>: {before !== null && <del>{before}</del>} {after ?? t`gone`}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
