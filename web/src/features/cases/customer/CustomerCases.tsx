import { Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { usePages } from '~/lib/pages';
import { columnsOf, DataTable } from '~/ui/DataTable';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { phases } from '../words';
import { nextPromise } from './promises';

const Brought = graphql(`
  query CustomerCases($agreement: String!, $first: First!, $after: Cursor) {
    agreement(code: $agreement) {
      id
      customerCases(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          reference
          title
          phase
          openedAt
          resolvedAt
          rating
          settled
          service {
            id
            name
          }
          stages {
            code
            name
            current
          }
          promises {
            measure
            dueAt
            state
          }
        }
      }
    }
  }
`);

type Brought = NonNullable<ResultOf<typeof Brought>['agreement']>['customerCases']['nodes'][number];

const column = columnsOf<Brought>();

/** What a customer brought, the latest first. */
export function CustomerCases() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const pages = usePages(Brought, { agreement: agreement.code }, (data) => data.agreement?.customerCases);
  const columns = useMemo(
    () => [
      column.display({
        id: 'case',
        size: 320,
        header: () => <Trans>Case</Trans>,
        cell: ({ row: { original } }) => (
          <Anchor component={Link} to={to(`cases/${original.id}`)} data-row size="sm">
            <b>{original.reference}</b> {original.title}
          </Anchor>
        ),
      }),
      column.display({ id: 'stage', size: 190, header: () => <Trans>Stage</Trans>, cell: ({ row: { original } }) => <Stage of={original} /> }),
      column.display({ id: 'next', size: 160, header: () => <Trans>Promised</Trans>, cell: ({ row: { original } }) => <Promised of={original} zone={agreement.zone} /> }),
      column.display({ id: 'word', size: 170, header: () => <Trans>Your word</Trans>, cell: ({ row: { original } }) => <YourWord of={original} /> }),
      column.display({ id: 'service', size: 160, header: () => <Trans>Service</Trans>, cell: ({ row: { original } }) => original.service?.name }),
      column.display({ id: 'opened', size: 190, header: () => <Trans>Brought</Trans>, cell: ({ row: { original } }) => <Moment at={original.openedAt} zone={agreement.zone} quiet /> }),
    ],
    [to, agreement.zone],
  );
  return (
    <Gate asked={{ data: pages, error: pages.error, fetching: !pages.ready && pages.busy }} pick={(data) => (data.ready ? data : null)} again={pages.again}>
      {({ nodes }) =>
        nodes.length === 0 ? (
          <Empty title={t`You have brought nothing yet`}>
            <Trans>What your people bring to a contact point stands here: at which stage it is, what you were told, and what was promised to you by when.</Trans>
          </Empty>
        ) : (
          <DataTable label={t`What you brought, the latest first`} columns={columns} pages={pages} />
        )
      }
    </Gate>
  );
}

function Stage({ of: { stages, phase } }: { of: Brought }) {
  const { i18n } = useLingui();
  return <Mark tone={phases[phase].tone}>{stages.find(({ current }) => current)?.name ?? i18n._(phases[phase].label)}</Mark>;
}

function Promised({ of: { promises }, zone }: { of: Brought; zone: string }) {
  const next = nextPromise(promises);
  return next?.dueAt ? <Left to={next.dueAt} zone={zone} quiet /> : <Text c="dimmed">–</Text>;
}

function YourWord({ of: { phase, rating, settled } }: { of: Brought }) {
  const { t } = useLingui();
  if (rating !== null) return <Mark tone={settled ? 'good' : 'warn'}>{t`${rating} of 5 points`}</Mark>;
  return phase === 'RESOLVED' ? <Mark tone="warn">{t`Your word is awaited`}</Mark> : <Text c="dimmed">–</Text>;
}
