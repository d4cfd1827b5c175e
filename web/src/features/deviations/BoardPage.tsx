import { Group, SegmentedControl } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Board } from './Board';
import { DeviationCard } from './card';
import { useChoices } from './choices';
import { DeviationTable } from './DeviationTable';
import { Filters, useFilter } from './filters';
import { useFollowing } from './following';
import { order } from './words';

export const Deviations = graphql(
  `
    query Deviations($agreement: String!, $first: First!, $after: Cursor, $filter: DeviationFilter) {
      agreement(code: $agreement) {
        id
        deviations(first: $first, after: $after, filter: $filter) {
          totalCount
          nodes {
            ...DeviationCard
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  `,
  [DeviationCard],
);

/** All deviations of the agreement, by where they stand or as a table. */
export function Component() {
  const { t } = useLingui();
  const choices = useChoices();
  const [view, setView] = useParam('view', 'board');
  useFollowing();
  return (
    <Page title={t`Deviations`} hint={t`Promises missed, at risk or without data. People review them; only later figures close them.`}>
      <Group justify="space-between" align="end">
        {choices && <Filters choices={choices} state={view === 'table'} />}
        <SegmentedControl
          size="xs"
          value={view}
          onChange={setView}
          aria-label={t`View`}
          className="no-print"
          data={[
            { value: 'board', label: t`Board` },
            { value: 'table', label: t`Table` },
          ]}
        />
      </Group>
      {choices && (view === 'table' ? <Table choices={choices} /> : <Columns choices={choices} />)}
    </Page>
  );
}

interface Choosing {
  choices: NonNullable<ReturnType<typeof useChoices>>;
}

/** How many of the closed ones the board shows. */
const CLOSED_SHOWN = 8;

function Columns({ choices }: Choosing) {
  const { agreement } = useSeat();
  const filter = useFilter(choices);
  const page = (state: typeof order, first: number) => ({ query: Deviations, variables: { agreement: agreement.code, first, filter: { ...filter, state } } });
  const [standing, again] = useQuery(page(order.filter((state) => state !== 'CLOSED'), 100));
  const [closed] = useQuery(page(['CLOSED'], CLOSED_SHOWN));
  return (
    <Gate asked={standing} pick={(data) => data.agreement?.deviations} again={again}>
      {(open) => <Board standing={open.nodes} left={open.pageInfo.hasNextPage} closed={closed.data?.agreement?.deviations} />}
    </Gate>
  );
}

const PAGE = 50;

function Table({ choices }: Choosing) {
  const { agreement } = useSeat();
  const [params] = useSearchParams();
  const filter = useFilter(choices);
  const state = order.find((one) => one === params.get('state'));
  const after = params.get('after');
  const [asked, again] = useQuery({ query: Deviations, variables: { agreement: agreement.code, first: PAGE, after, filter: { ...filter, state: state && [state] } } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.deviations} again={again}>
      {(page) => <DeviationTable page={page} />}
    </Gate>
  );
}
