import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { StateMark } from '~/ui/Mark';
import { findingKinds } from '../words';
import type { Boundary } from './boundary';

const FindingsBehind = graphql(`
  query FindingsBehind($agreement: String!, $boundary: ID!) {
    agreement(code: $agreement) {
      id
      coverage {
        findings(first: 20, filter: { boundary: $boundary, state: [OPEN, ACCEPTED] }) {
          nodes {
            id
            kind
            state
            extent
            service {
              id
              name
            }
          }
        }
      }
    }
  }
`);

/** What is found that has to do with a boundary, and what is taught of it. */
export function Around({ boundary }: { boundary: Boundary }) {
  const { agreement, to } = useSeat();
  const [{ data }] = useQuery({ query: FindingsBehind, variables: { agreement: agreement.code, boundary: boundary.id } });
  const findings = data?.agreement?.coverage.findings.nodes;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="around">
      <Stack gap="xs">
        <Title order={2} id="around">
          <Trans>What is found around it</Trans>
        </Title>
        {findings?.length === 0 && (
          <Text size="sm" c="dimmed">
            <Trans>Nothing.</Trans>
          </Text>
        )}
        <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
          {findings?.map(({ id, kind, service, extent }) => (
            <Text key={id} size="sm" component="li">
              <StateMark of={findingKinds[kind]} />{' '}
              <Anchor component={Link} to={to(`findings/${id}`)} inherit>
                {service.name}
              </Anchor>
              {kind !== 'SHORTFALL' && <Text span inherit c="dimmed">{`, ${spellDuration(extent)}`}</Text>}
            </Text>
          ))}
        </Stack>
        <Anchor component={Link} to={`${to('training')}?boundary=${boundary.id}`} size="sm">
          <Plural value={boundary.trainings.length} _0="Nobody is trained on it yet" one="# training on it" other="# trainings on it" />
        </Anchor>
      </Stack>
    </Paper>
  );
}
