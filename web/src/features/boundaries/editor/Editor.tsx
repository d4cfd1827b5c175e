import { Grid, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { Refusals } from '~/ui/Refusals';
import { type Boundary, saidBefore, versionOf } from '../boundary/boundary';
import { changed, compare } from '../content/compare';
import type { Content } from '../content/content';
import { type Known, useWords } from '../content/terms';
import { ChangeList } from './ChangeList';
import { ContentForm } from './ContentForm';
import { useEdited } from './edited';
import { type Form, FormProvider } from './form';
import { type Merge, MergeView } from './MergeView';
import { Preview } from './Preview';
import { inputOf, RedrawBoundary, tidied } from './redraw';
import { SaveBar } from './SaveBar';
import { useWouldChange } from './wouldChange';

interface EditorProps {
  boundary: Boundary;
  known: Known;
  /** The company that answers. */
  company: string;
}

/** Writes the draft of a boundary, and tells meanwhile what it would open and close. */
export function Editor({ boundary, known, company }: EditorProps) {
  const { to, agreement } = useSeat();
  const go = useNavigate();
  const words = useWords(known);
  const edited = useEdited(boundary);
  const redraw = useAct(RedrawBoundary);
  const [conflict, setConflict] = useState<{ merge: Merge; mine: Content }>();
  const [from, setFrom] = useState(() => today(agreement.zone));
  const prospect = useWouldChange(boundary.id, edited.content, from);
  const { before, version } = standing(boundary);
  const lines = compare(before, edited.content, words).filter(changed);

  const save = async (content = tidied(edited.content), revision = edited.revision): Promise<boolean> => {
    edited.rebase({ revision, content });
    const { data, done } = await redraw.run({ input: { boundary: boundary.id, revision, content: inputOf(content) } });
    const merge = data?.redrawBoundary.merge;
    if (done) {
      edited.drop();
      setConflict(undefined);
    } else if (merge && merge.theirs.length === 0) {
      // somebody only said something about it: there is nothing to put together
      redraw.clear();
      return save(content, merge.revision);
    } else if (merge) {
      redraw.clear();
      setConflict({ merge, mine: content });
    }
    return done;
  };
  const close = async () => {
    if (await save()) void go(to(`boundaries/${boundary.id}`));
  };
  useHotkeys([['mod+S', () => void save()]], []);

  if (conflict) {
    const { merge, mine } = conflict;
    return (
      <>
        <Refusals of={redraw.refusals} />
        <MergeView merge={merge} mine={mine} busy={redraw.busy} onSettled={(content) => void save(content, merge.revision)} onBack={() => setConflict(undefined)} />
      </>
    );
  }
  const form: Form = {
    content: edited.content,
    set: edited.write,
    known,
    company,
    errors: { ...prospect.errors, ...byField(redraw.refusals) },
    changes: new Map(before ? lines.map((line) => [line.path, line]) : []),
    talk: version && { boundary, version },
  };
  return (
    <FormProvider value={form}>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <ContentForm />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack pos={{ md: 'sticky' }} top={{ md: 68 }}>
            <SaveBar
              draft={version !== undefined}
              dirty={edited.dirty}
              stale={edited.dirty && edited.revision !== boundary.revision}
              busy={redraw.busy}
              refused={redraw.refusals.length > 0}
              onSave={() => void save()}
              onSaveAndClose={() => void close()}
              onDrop={edited.drop}
            />
            <Refusals of={redraw.refusals.filter(({ field }) => field === null || field === 'revision')} />
            <Preview {...prospect} from={from} onFrom={setFrom} />
            <ChangeList lines={lines} compared={before !== null} />
          </Stack>
        </Grid.Col>
      </Grid>
    </FormProvider>
  );
}

/** The draft, and what was approved before it. */
function standing(boundary: Boundary) {
  const version = versionOf(boundary, boundary.open?.number);
  const approved = versionOf(boundary, boundary.approved?.number);
  if (version) return { version, before: saidBefore(boundary, version) };
  return { version: undefined, before: approved ? saidBefore(boundary, { ...approved, number: approved.number + 1 }) : null };
}
