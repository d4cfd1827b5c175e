import { ActionIcon, Group, Stack, Text, Textarea, Tooltip, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconMessagePlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { useDraft } from '~/lib/draft';
import { against } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { Refusals } from '~/ui/Refusals';
import { useLabels } from '../content/paths';
import { CommentOnBoundary, ResolveBoundaryComment } from './acts';
import type { Boundary, Comment, Version } from './boundary';
import classes from './talk.module.css';

interface TalkProps {
  path: string;
  boundary: Boundary;
  version: Version;
}

/** What is said about a field, and a way to say something. */
export function Talk(props: TalkProps) {
  return (
    <>
      <SayButton {...props} />
      <Remarks {...props} />
    </>
  );
}

/** A way to say something about a field, for experts, of the version that is being agreed on. */
export function SayButton({ path, boundary, version }: TalkProps) {
  const { t } = useLingui();
  const { holds } = useSeat();
  const labelOf = useLabels();
  const [writing, setWriting] = useState(false);
  if (boundary.open?.number !== version.number || !holds('SME')) return null;
  const label = t`Comment on “${labelOf(path)}”`;
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon className={classes['say']} variant="subtle" size="sm" onClick={() => setWriting(true)} aria-label={label}>
          <IconMessagePlus size={15} />
        </ActionIcon>
      </Tooltip>
      {writing && <Say path={path} boundary={boundary.id} title={label} onClose={() => setWriting(false)} />}
    </>
  );
}

/** What is said about a field. */
export function Remarks({ path, boundary, version }: TalkProps) {
  const { t } = useLingui();
  const labelOf = useLabels();
  const said = version.comments.filter((comment) => comment.path === path);
  if (said.length === 0) return null;
  return (
    <Stack gap={4} component="ul" p={0} my={4} style={{ listStyle: 'none' }} aria-label={t`Comments on “${labelOf(path)}”`}>
      {said.map((comment) => (
        <Remark key={comment.number} comment={comment} boundary={boundary} open={boundary.open?.number === version.number} />
      ))}
    </Stack>
  );
}

function Remark({ comment: { number, text, by, resolved }, boundary, open }: { comment: Comment; boundary: Boundary; open: boolean }) {
  const { agreement, company, holds } = useSeat();
  const me = useMe();
  const resolve = useAct(ResolveBoundaryComment);
  const mine = by.person?.id === me.id || boundary.company?.id === company.id;
  return (
    <li className={classes['remark']} data-settled={resolved ? true : undefined}>
      <Group gap={6} justify="space-between">
        <Text size="xs" c="dimmed" component="div">
          {[by.person?.name, by.company?.name].filter(Boolean).join(', ')} · <Moment at={by.at} zone={agreement.zone} />
        </Text>
        {open && !resolved && mine && holds('SME') && (
          <UnstyledButton fz="xs" td="underline" disabled={resolve.busy} onClick={() => void resolve.run({ input: { boundary: boundary.id, number, company: company.id } })}>
            <Trans>Settle it</Trans>
          </UnstyledButton>
        )}
        {resolved && (
          <Text size="xs" c="dimmed">
            <Trans>settled by {resolved.person?.name ?? resolved.company?.name ?? ''}</Trans>
          </Text>
        )}
      </Group>
      <Prose>{text}</Prose>
      <Refusals of={resolve.refusals} />
    </li>
  );
}

function Say({ path, boundary, title, onClose }: { path: string; boundary: string; title: string; onClose(): void }) {
  const { t } = useLingui();
  const { company } = useSeat();
  const { id } = useMe();
  const [text, setText, drop] = useDraft(`comment ${boundary} ${path}`, id);
  const say = useAct(CommentOnBoundary);
  const submit = async () => {
    const { done } = await say.run({ input: { boundary, path, text, company: company.id } });
    if (done) drop();
    return done;
  };
  return (
    <FormDialog title={title} label={t`Say it`} refusals={say.refusals} shown={['text']} busy={say.busy} onSubmit={submit} onClose={onClose}>
      <Textarea
        label={t`Comment`}
        description={t`For the experts of every company.`}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        error={against(say.refusals, 'text')}
        required
        autosize
        minRows={3}
        maxLength={4000}
        data-autofocus
      />
    </FormDialog>
  );
}
