import { Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type Change, bySection, compare } from './diff';
import { sections } from './sections';
import './changes.css';

/** What a version changes, readable: by section, the words that went and those that are new. */
export function Changes({ of }: { of: readonly Change[] }) {
  const { i18n } = useLingui();
  if (of.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>It says what the version before it says.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap="md" className="changes">
      {bySection(of).map(([section, changes]) => (
        <section key={section}>
          <Title order={3} size="h5" mb={4}>
            {sections[section] ? i18n._(sections[section]) : section}
          </Title>
          <ul>
            {changes.map((change) => (
              <Row key={change.path} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

function Row({ change: { path, before, after } }: { change: Change }) {
  const { t } = useLingui();
  const [, ...rest] = path.split('.');
  const what = before === null ? t`new` : after === null ? t`goes` : t`changes`;
  return (
    <li data-what={before === null ? 'new' : after === null ? 'gone' : 'changed'}>
      <Group gap={8}>
        <Text size="xs" className="what">
          {what}
        </Text>
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {rest.join('.') || path}
        </Text>
      </Group>
      <Text size="sm" component="div" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {compare(before ?? '', after ?? '').map(({ kind, text }, at) => (kind === 'same' ? <span key={at}>{text}</span> : kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>))}
      </Text>
    </li>
  );
}
