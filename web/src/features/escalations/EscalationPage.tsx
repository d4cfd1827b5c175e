import { Alert, Paper, SimpleGrid, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { About } from './About';
import { CustomerView } from './CustomerView';
import { Doings } from './Doings';
import { type Escalation, EscalationRead, type Path } from './escalation';
import { Ladder } from './Ladder';
import { useEscalationsLive } from './live';
import { states } from './words';

const Which = graphql(`
  query WhichEscalation($id: ID!) {
    node(id: $id) {
      __typename
      id
    }
  }
`);

/** A matter on its ladder: from inside, or in the customer's words, as its id says. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: Which, variables: { id } });
  useEscalationsLive();
  return (
    <Gate asked={asked} pick={({ node }) => node} again={again}>
      {({ __typename }) => (__typename === 'CustomerEscalation' ? <CustomerView id={id} /> : <Inside id={id} />)}
    </Gate>
  );
}

function Inside({ id }: { id: string }) {
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: EscalationRead, variables: { id, agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={({ node }) => (node && 'path' in node ? node : null)} again={again}>
      {(escalation) => {
        const path = asked.data?.agreement?.escalationPaths.find(({ code }) => code === escalation.path);
        return <Shown escalation={escalation} path={path} />;
      }}
    </Gate>
  );
}

function Shown({ escalation, path }: { escalation: Escalation; path: Path | undefined }) {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const { title, state, deadline, level, levels, levelName, owner, owners } = escalation;
  return (
    <Page
      title={title}
      trail={[{ label: t`Escalations`, to: to('escalations') }]}
      mark={<StateMark of={states[state]} />}
      hint={
        <>
          <Trans>
            Level {level} of {levels}: {levelName}
          </Trans>
          {deadline && owner && (
            <>
              {' · '}
              <Trans>
                {owner.name} has the next word: <Left to={deadline} zone={agreement.zone} />
              </Trans>
            </>
          )}
        </>
      }
      actions={<Doings escalation={escalation} />}
    >
      {owners.some(({ isViewer }) => isViewer) && (
        <Alert color="yellow" title={<Trans>This waits for you</Trans>}>
          {state === 'OPEN' ? <Trans>Say that you have seen it, and answer whoever raised it.</Trans> : <Trans>There is an answer: it waits for your word.</Trans>}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper withBorder p="md">
          <Title order={2} mb="sm">
            <Trans>The ladder</Trans>
          </Title>
          <Ladder escalation={escalation} path={path} />
        </Paper>
        <Stack>
          <About escalation={escalation} />
        </Stack>
      </SimpleGrid>
    </Page>
  );
}
