import { Anchor, Badge, Group, Paper, SegmentedControl, Stack, Text, VisuallyHidden } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery, useSubscription } from 'urql';
import { graphql, type ResultOf } from '~/lib/graphql';
import { until } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Left } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { kinds } from './kinds';

const Waiting = graphql(`
  query Waiting {
    viewer {
      inbox(first: 100) {
        totalCount
        nodes {
          key
          kind
          title
          subject
          deadline
          since
          agreement {
            id
            code
            name
            zone
          }
        }
      }
    }
  }
`);

const Changing = graphql(`
  subscription InboxChanges {
    myInbox {
      totalCount
    }
  }
`);

type Item = NonNullable<ResultOf<typeof Waiting>['viewer']>['inbox']['nodes'][number];

/** What waits for whoever is signed in, over all of their agreements. */
export function Component() {
  const { t } = useLingui();
  const [asked, again] = useQuery({ query: Waiting });
  useSubscription({ query: Changing });
  const [kind, setKind] = useParam('kind', 'all');
  return (
    <Page title={t`What waits for me`} hint={t`Over all of your agreements, the nearest deadline first.`}>
      <Gate asked={asked} pick={(data) => data.viewer?.inbox} again={again}>
        {({ nodes }) => (
          <>
            <VisuallyHidden role="status">
              <Plural value={nodes.length} one="# thing waits for you" other="# things wait for you" />
            </VisuallyHidden>
            <List items={nodes} kind={kind} onKind={setKind} />
          </>
        )}
      </Gate>
    </Page>
  );
}

function List({ items, kind, onKind }: { items: readonly Item[]; kind: string; onKind: (kind: string | null) => void }) {
  const { t, i18n } = useLingui();
  if (items.length === 0) {
    return (
      <Empty title={t`Nothing waits for you`}>
        <Trans>Consents, reviews, offers, disputes, tasks and meetings that need you appear here by themselves, with what they are due.</Trans>
      </Empty>
    );
  }
  const present = [...new Set(items.map((item) => item.kind))];
  const shown = items.filter((item) => kind === 'all' || item.kind === kind);
  return (
    <Stack>
      <SegmentedControl
        value={kind}
        onChange={onKind}
        aria-label={t`Kind`}
        data={[{ value: 'all', label: t`All (${items.length})` }, ...present.map((one) => ({ value: one, label: `${i18n._(kinds[one].label)} (${items.filter((item) => item.kind === one).length})` }))]}
        w="max-content"
        maw="100%"
      />
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {shown.map((item) => (
          <Row key={item.key} item={item} />
        ))}
      </Stack>
    </Stack>
  );
}

function Row({ item: { kind, title, subject, deadline, agreement } }: { item: Item }) {
  const { i18n } = useLingui();
  const { label, path, icon: Icon } = kinds[kind];
  const late = deadline !== null && until(deadline) < 0;
  return (
    <Paper component="li" withBorder p="sm" bd={late ? '1px solid var(--mantine-color-red-6)' : undefined}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="sm" wrap="nowrap" miw={0}>
          <Icon size={20} aria-hidden />
          <Stack gap={0} miw={0}>
            <Anchor component={Link} to={`/agreements/${agreement.code}/${path(subject)}`} data-row fw={550} truncate>
              {title}
            </Anchor>
            <Group gap="xs">
              <Badge size="sm" variant="default" tt="none">
                {i18n._(label)}
              </Badge>
              <Text size="xs" c="dimmed">
                {agreement.name}
              </Text>
            </Group>
          </Stack>
        </Group>
        {deadline && (
          <Text size="sm" component="div" ta="right" style={{ flexShrink: 0 }}>
            <Left to={deadline} zone={agreement.zone} />
          </Text>
        )}
      </Group>
    </Paper>
  );
}
