import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouteError } from 'react-router';

/** What is shown where there is no such page, or none that one may see: both look the same. */
export function Nowhere() {
  const { t } = useLingui();
  return (
    <Stack p="xl" gap="sm" maw={560}>
      <title>{t`Not here · Concordat`}</title>
      <Title order={1}>
        <Trans>There is nothing here for you</Trans>
      </Title>
      <Text>
        <Trans>The address does not exist, or what it shows belongs to companies for which you do not act.</Trans>
      </Text>
      <Anchor component={Link} to="/">
        <Trans>Go to what waits for you</Trans>
      </Anchor>
    </Stack>
  );
}

/** What is shown where the console itself failed. */
export function Broken() {
  const { t } = useLingui();
  const error = useRouteError();
  const what = error instanceof Error ? error.message : '';
  return (
    <Stack p="xl" gap="sm" maw={560} role="alert">
      <title>{t`A fault · Concordat`}</title>
      <Title order={1}>
        <Trans>This page failed</Trans>
      </Title>
      <Text>
        <Trans>The fault is ours, and nothing that was saved is lost. Load the page again; if it fails again, tell whoever runs this instance.</Trans>
      </Text>
      {what && (
        <Text ff="monospace" size="sm">
          {what}
        </Text>
      )}
      <Button onClick={() => location.reload()} w="max-content">
        <Trans>Load again</Trans>
      </Button>
    </Stack>
  );
}
