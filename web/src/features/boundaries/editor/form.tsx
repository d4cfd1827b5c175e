import { Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { createContext, type ReactNode, useContext } from 'react';
import type { Boundary, Version } from '../boundary/boundary';
import { Remarks } from '../boundary/Talk';
import type { Line } from '../content/compare';
import type { Content } from '../content/content';
import type { Known } from '../content/terms';

/** What the fields of the editor share. */
export interface Form {
  content: Content;
  set(content: Content): void;
  known: Known;
  /** The company that answers. */
  company: string;
  /** Why a field cannot be as it stands, by its path. */
  errors: Readonly<Record<string, string>>;
  /** What became of a field since what was approved; empty where nothing was. */
  changes: ReadonlyMap<string, Line>;
  /** Where there is one: the boundary and its version, whose fields are spoken of. */
  talk: { boundary: Boundary; version: Version } | undefined;
}

const Context = createContext<Form | undefined>(undefined);
export const FormProvider = Context.Provider;

/** What the fields of the editor share; only within it. */
export function useEditor(): Form {
  const form = useContext(Context);
  if (!form) throw new Error('outside of the editor');
  return form;
}

/** A field with what it said before, and what is said about it. */
export function Field({ path, children }: { path: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <Beside path={path} />
    </div>
  );
}

/** What a field said before, and what is said about it; nothing where there is neither. */
export function Beside({ path }: { path: string }) {
  const { changes, talk } = useEditor();
  const line = changes.get(path);
  return (
    <>
      {line && (
        <Text size="xs" c="dimmed" mt={2}>
          {line.before === null ? <Trans>New</Trans> : <Trans>Was: {line.before}</Trans>}
        </Text>
      )}
      {talk && <Remarks path={path} {...talk} />}
    </>
  );
}
