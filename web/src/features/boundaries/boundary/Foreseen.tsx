import { Paper, Stack, Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { today } from '~/lib/time';
import { Day } from '~/ui/Moment';
import { Foretold } from '../prospect/prospect';
import { Told } from '../prospect/Told';
import type { Boundary, Version } from './boundary';

const OpenWouldChange = graphql(
  `
    query OpenWouldChange($id: ID!, $from: Date!) {
      node(id: $id) {
        __typename
        id
        ... on Boundary {
          wouldChange(from: $from) {
            ...Foretold
          }
        }
      }
    }
  `,
  [Foretold],
);

/** What the version that is being agreed on would open and close: what a neighbour decides about. */
export function Foreseen({ boundary, version }: { boundary: Boundary; version: Version }) {
  const { agreement } = useSeat();
  const from = version.effectiveFrom ?? today(agreement.zone);
  const [{ data }] = useQuery({ query: OpenWouldChange, variables: { id: boundary.id, from } });
  const foretold = data?.node?.__typename === 'Boundary' ? data.node.wouldChange : undefined;
  if (!foretold) return null;
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="foreseen">
      <Stack gap="xs">
        <Title order={2} id="foreseen">
          <Trans>What it would change</Trans>
        </Title>
        <Text size="sm" c="dimmed">
          <Trans>
            If it held from <Day on={from} />.
          </Trans>
        </Text>
        <Told foretold={foretold} />
      </Stack>
    </Paper>
  );
}
