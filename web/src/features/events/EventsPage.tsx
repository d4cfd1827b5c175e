import { Group, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Pager } from '~/ui/Pager';
import { EventFilters } from './EventFilters';
import { EventRows } from './EventRows';
import { kindsOf } from './kinds';

const Events = graphql(`
  query Events($code: String!, $first: First!, $after: Cursor, $kinds: [String!]) {
    agreement(code: $code) {
      id
      zone
      events(first: $first, after: $after, kinds: $kinds) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          number
          at
          kind
          detail
          person {
            id
            name
          }
          company {
            id
            name
          }
        }
      }
    }
  }
`);

type Log = NonNullable<ResultOf<typeof Events>['agreement']>;
export type Event = Log['events']['nodes'][number];

/** Everything that was changed in the agreement, in order. */
export function Component() {
  const { t } = useLingui();
  const { agreement, holds } = useSeat();
  const [kind] = useParam('kind');
  const [after] = useParam('after');
  const allowed = holds('STEWARD', 'COORDINATOR', 'AUDITOR');
  const [asked, again] = useQuery({ query: Events, variables: { code: agreement.code, first: 50, after: after || null, kinds: kindsOf(kind) }, pause: !allowed });
  return (
    <Page title={t`Audit log`} hint={t`Every change in order: what, when, by whom and for which company. Nothing in it can be changed.`}>
      {allowed ? (
        <Stack>
          <Group align="end">
            <EventFilters />
          </Group>
          <Gate asked={asked} pick={(data) => data.agreement} again={again}>
            {({ events: { nodes, pageInfo }, zone }) =>
              nodes.length === 0 ? (
                <Empty title={t`Nothing of that kind`}>
                  <Trans>The log has nothing that fits, or nothing that you may see.</Trans>
                </Empty>
              ) : (
                <Stack>
                  <EventRows of={nodes} zone={zone} />
                  <Pager pageInfo={pageInfo} />
                </Stack>
              )
            }
          </Gate>
        </Stack>
      ) : (
        <Empty title={t`The log is not for your roles`}>
          <Trans>The steward, coordinators and auditors read it.</Trans>
        </Empty>
      )}
    </Page>
  );
}
