import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParam } from '~/lib/url';
import { changed, compare, type Line } from '../content/compare';
import { contentOf, pathOf } from '../content/content';
import { dimensionOf, parts, type Part, partOf, useLabels } from '../content/paths';
import { type Known, useWords } from '../content/terms';
import { type Dimension, dimensions } from '../words';
import { type Boundary, saidBefore, type Version } from './boundary';
import { Remarks, SayButton, Talk } from './Talk';
import classes from './reading.module.css';

interface ReadingProps {
  boundary: Boundary;
  version: Version;
  known: Known;
}

/** What a version says, field by field, with what it said before where that was otherwise, and what is said about it. */
export function Reading({ boundary, version, known }: ReadingProps) {
  const { t, i18n } = useLingui();
  const words = useWords(known);
  const [only] = useParam('only');
  const before = saidBefore(boundary, version);
  const lines = compare(before, contentOf(version.content), words);
  const compared = before !== null;
  const shown = lines.filter((line) => only !== 'changes' || !compared || changed(line));
  if (shown.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>It says what was approved before.</Trans>
      </Text>
    );
  }
  const talk = { boundary, version };
  return (
    <Stack gap="sm">
      {(Object.keys(parts) as Part[]).map((part) => {
        const own = shown.filter(({ path }) => partOf(path) === part);
        if (own.length === 0 && (only === 'changes' || part === 'evidence')) return null;
        return (
          <Paper key={part} withBorder p="sm" component="section" aria-labelledby={`part-${part}`}>
            <Stack gap={6}>
              <Group gap={4}>
                <Title order={2} id={`part-${part}`}>
                  {i18n._(parts[part].label)}
                </Title>
                {part !== 'what' && <SayButton path={part} {...talk} />}
              </Group>
              <Remarks path={part} {...talk} />
              {own.length === 0 && (
                <Text size="sm" c="dimmed">
                  {part === 'limits' ? t`No limit: it answers for everything.` : t`Nothing is said.`}
                </Text>
              )}
              {part === 'limits' ? <Limits lines={own} compared={compared} {...talk} /> : <Lines lines={own} compared={compared} numbered={part !== 'what'} {...talk} />}
            </Stack>
          </Paper>
        );
      })}
    </Stack>
  );
}

interface LinesProps {
  lines: readonly Line[];
  compared: boolean;
  boundary: Boundary;
  version: Version;
  /** Entries of a list have no names of their own. */
  numbered?: boolean;
}

function Limits({ lines, ...rest }: LinesProps) {
  const { i18n } = useLingui();
  const present = [...new Set(lines.map(({ path }) => dimensionOf(path)))].filter((one): one is Dimension => one !== undefined);
  return (
    <>
      <Lines lines={lines.filter(({ path }) => !dimensionOf(path))} {...rest} />
      {present.map((dimension) => (
        <Stack key={dimension} gap={4}>
          <Group gap={4}>
            <Title order={3}>{i18n._(dimensions[dimension].label)}</Title>
            <SayButton path={pathOf(dimension)} boundary={rest.boundary} version={rest.version} />
          </Group>
          <Remarks path={pathOf(dimension)} boundary={rest.boundary} version={rest.version} />
          <Lines lines={lines.filter(({ path }) => dimensionOf(path) === dimension)} {...rest} />
        </Stack>
      ))}
    </>
  );
}

function Lines({ lines, compared, boundary, version, numbered = false }: LinesProps) {
  const labelOf = useLabels();
  if (lines.length === 0) return null;
  return (
    <dl className={classes['lines']}>
      {lines.map((line) => (
        <div key={`${line.path} ${line.before ?? ''} ${line.after ?? ''}`} className={classes['line']} data-changed={(compared && changed(line)) || undefined}>
          <dt className={classes['name']}>{numbered ? (line.path.split('.').at(-1) ?? '') : labelOf(line.path, true)}</dt>
          <dd className={classes['value']}>
            {line.path.startsWith('evidence.') && line.after !== null && !(compared && changed(line)) ? <Evidence path={line.path} version={version} /> : <Value line={line} compared={compared} />}
            {line.after !== null && <Talk path={line.path} boundary={boundary} version={version} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where evidence is read; only ever an `https` address, as the server takes no other. */
function Evidence({ path, version }: { path: string; version: Version }) {
  const link = version.content.evidence[Number(path.split('.').at(-1)) - 1];
  if (!link) return null;
  return (
    <Anchor href={link.url} target="_blank" rel="noreferrer" inherit>
      {link.title}
    </Anchor>
  );
}

/** What a field says, and said before where that was otherwise. */
function Value({ line: { before, after }, compared }: { line: Line; compared: boolean }) {
  const { t } = useLingui();
  if (!compared || before === after) return <span>{after}</span>;
  return (
    <span>
      {before !== null && <del className={classes['was']}>{before}</del>} {after !== null && <ins className={classes['is']}>{after}</ins>}{' '}
      <span className={classes['word']}>{before === null ? t`new` : after === null ? t`gone` : t`changed`}</span>
    </span>
  );
}
