import { Group, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Pager } from '~/ui/Pager';
import { asked } from './asked';
import { EventFilters } from './EventFilters';
import { EventRows } from './EventRows';
import { Verification } from './Verification';

const Events = graphql(`
  query Events($code: String!, $first: First!, $after: Cursor, $kinds: [String!], $filter: EventFilter, $order: EventOrder) {
    agreement(code: $code) {
      id
      zone
      events(first: $first, after: $after, kinds: $kinds, filter: $filter, order: $order) {
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

/** Everything that was changed in the agreement, the newest first. */
export function Component() {
  const { t } = useLingui();
  const { holds } = useSeat();
  return (
    <Page title={t`Audit log`} hint={t`Every change: what, when, by whom and for which company. Nothing in it can be changed without showing.`}>
      {holds('STEWARD', 'COORDINATOR', 'AUDITOR') ? (
        <Log />
      ) : (
        <Empty title={t`The log is not for your roles`}>
          <Trans>The steward, coordinators and auditors read it.</Trans>
        </Empty>
      )}
    </Page>
  );
}

function Log() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [params] = useSearchParams();
  const [told, again] = useQuery({ query: Events, variables: { code: agreement.code, first: 50, ...asked(params, agreement.zone) } });
  return (
    <Stack>
      <Verification />
      <Group align="end" gap="xs" className="no-print">
        <EventFilters />
      </Group>
      <Gate asked={told} pick={(data) => data.agreement} again={again}>
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
  );
}
