import { useCallback, useMemo } from 'react';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import { type Boundary, versionOf } from '../boundary/boundary';
import { type Content, contentOf } from '../content/content';

/** What is being written, and the revision that was read when it was begun. */
interface Written {
  revision: number;
  content: Content;
}

/** What somebody is writing of a boundary. */
export interface Edited extends Written {
  /** Whether there is something that is not saved; it is kept in this tab. */
  dirty: boolean;
  write(content: Content): void;
  /** Goes on from what was put together at a later revision. */
  rebase(written: Written): void;
  /** Forgets what is not saved: it is, or it is given up. */
  drop(): void;
}

function kept(text: string): Written | undefined {
  try {
    return text ? (JSON.parse(text) as Written) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what is being written in this tab until it is saved. */
export function useEdited(boundary: Boundary): Edited {
  const { id } = useMe();
  const [text, setText, drop] = useDraft(`boundary ${boundary.id}`, id);
  const read = useMemo((): Written => {
    const version = versionOf(boundary, (boundary.open ?? boundary.approved)?.number) ?? boundary.versions.at(-1);
    if (!version) throw new Error('a boundary has a version');
    return { revision: boundary.revision, content: contentOf(version.content) };
  }, [boundary]);
  const written = useMemo(() => kept(text), [text]);
  const { revision, content } = written ?? read;
  const rebase = useCallback((next: Written) => setText(JSON.stringify(next)), [setText]);
  return { revision, content, dirty: written !== undefined, write: (next) => rebase({ revision, content: next }), rebase, drop };
}
