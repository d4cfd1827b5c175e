import { Grid, Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { nameOf } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { Page } from '~/ui/Page';
import { BroughtPage } from './customer/BroughtPage';
import { useDeadlines } from './live';
import { Breach } from './story/Breach';
import { Clocks } from './story/Clocks';
import { Facts } from './story/Facts';
import { Judged } from './story/Judged';
import { Ledger } from './story/Ledger';
import { Standing } from './story/Standing';
import { CaseById, type Story } from './story/story';
import { Timeline } from './story/Timeline';
import { type Agreed, Terms } from './terms';
import { Actions } from './verbs/Actions';
import { caseKinds, phases } from './words';

const WhatItIs = graphql(`
  query WhatCaseItIs($id: ID!) {
    node(id: $id) {
      __typename
      id
    }
  }
`);

/** A case: as the companies see it, or as the customer who brought it does. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: WhatItIs, variables: { id }, requestPolicy: 'cache-first' });
  return (
    <Gate asked={asked} pick={(data) => data.node} again={again}>
      {({ __typename }) => (__typename === 'CustomerCase' ? <BroughtPage key={id} id={id} /> : <Handled key={id} id={id} />)}
    </Gate>
  );
}

function Handled({ id }: { id: string }) {
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: CaseById, variables: { id } });
  const [terms, termsAgain] = useQuery({ query: Terms, variables: { agreement: agreement.code }, requestPolicy: 'cache-first' });
  useDeadlines(agreement.id);
  return (
    <Gate asked={terms} pick={(data) => data.agreement} again={termsAgain}>
      {(agreed) => (
        <Gate asked={asked} pick={({ node }) => (node && 'timeline' in node ? node : null)} again={again}>
          {(story) => <Told story={story} agreed={agreed} />}
        </Gate>
      )}
    </Gate>
  );
}

function Told({ story, agreed }: { story: Story; agreed: Agreed }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const { ledger, phase, stage } = story;
  const handling = agreed.caseHandling;
  const mark = story.cancelledAt ? <Mark tone="quiet">{t`Withdrawn`}</Mark> : <Mark tone={phases[phase].tone}>{stage && handling ? nameOf(handling.stages, stage) : i18n._(phases[phase].label)}</Mark>;
  return (
    <Page
      title={`${story.reference} ${story.title}`}
      trail={[{ label: t`Cases`, to: to('cases') }]}
      mark={
        <Group gap={4}>
          {mark}
          {story.kind !== 'INCIDENT' && <Mark tone="quiet">{i18n._(caseKinds[story.kind])}</Mark>}
        </Group>
      }
      actions={<Actions story={story} agreed={agreed} />}
    >
      <Standing story={story} agreed={agreed} />
      <Facts story={story} agreed={agreed} />
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="lg">
            <section>
              <Title order={2} mb="xs">
                <Trans>How much time there is</Trans>
              </Title>
              <Clocks clocks={story.clocks} agreed={agreed} />
            </section>
            {handling && (
              <section>
                <Title order={2} mb={4}>
                  <Trans>Whose the time was</Trans>
                </Title>
                <Text size="sm" c="dimmed" mb="xs">
                  <Trans>By the customers’ hours ({nameOf(agreed.calendars, handling.calendar)}), from taking in to resolution.</Trans>
                </Text>
                <Ledger parts={ledger.parts} total={ledger.total} handling={handling} label={t`Whose the time of ${story.reference} was`} />
              </section>
            )}
            {ledger.breach.length > 0 && (
              <section>
                <Title order={2} mb={4}>
                  <Trans>Whose the breach is</Trans>
                </Title>
                <Text size="sm" c="dimmed" mb="xs">
                  <Trans>Each company’s time over its own target, by the sum of all that went over.</Trans>
                </Text>
                <Breach breach={ledger.breach} />
              </section>
            )}
            <Judged story={story} agreed={agreed} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Title order={2} mb="sm">
            <Trans>What happened</Trans>
          </Title>
          <Timeline story={story} agreed={agreed} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}
