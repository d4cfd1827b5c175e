import { Button, Group, NativeSelect } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import type { Role } from '~/features/identity/session';
import { choicesByCode } from '~/lib/choices';
import { type Pages, usePages } from '~/lib/pages';
import { useParam } from '~/lib/url';
import { DataTable } from '~/ui/DataTable';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { CaseFilters } from './CaseFilters';
import { columnsFor } from './columns';
import { CustomerCases } from './customer/CustomerCases';
import { filterOf } from './filter';
import { useDeadlines } from './live';
import { Cases, type Line, Queue } from './queue';
import { type Agreed, type Handling, Terms } from './terms';

const readers: Role[] = ['STEWARD', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER', 'ANALYST', 'AUDITOR'];

/** The queue of a team by the time that is left, or all cases; a customer sees their own. */
export function Component() {
  const { t } = useLingui();
  const { agreement, holds, to } = useSeat();
  const [queue] = useParam('queue');
  const reads = holds(...readers);
  const [asked, again] = useQuery({ query: Terms, variables: { agreement: agreement.code }, pause: !reads });
  const own = holds('CUSTOMER') && (!reads || queue === 'own');
  const actions = (
    <>
      {holds('STEWARD', 'COORDINATOR', 'AUDITOR') && (
        <Button component={Link} to={to('replay')} variant="default" size="xs">
          <Trans>What if</Trans>
        </Button>
      )}
      {holds('CONTACT_AGENT') && (
        <Button component={Link} to={to('cases/new')} size="xs">
          <Trans>Take in a case</Trans>
        </Button>
      )}
    </>
  );
  return (
    <Page title={t`Cases`} hint={own ? t`What you brought, and where it stands.` : t`Whose move it is, and how much time there is for it.`} actions={actions}>
      {reads && (
        <Gate asked={asked} pick={(data) => data.agreement} again={again}>
          {(agreed) =>
            agreed.caseHandling ? (
              <Queues agreed={agreed} handling={agreed.caseHandling} own={own} />
            ) : (
              <Empty title={t`This agreement takes no cases`}>
                <Trans>It says nothing about calendars, priorities and clocks yet. Once a version of it does, cases stand here by the time that is left.</Trans>
              </Empty>
            )
          }
        </Gate>
      )}
      {own && <CustomerCases />}
    </Page>
  );
}

function Queues({ agreed, handling, own }: { agreed: Agreed; handling: Handling; own: boolean }) {
  const { t } = useLingui();
  const { agreement, company, holds } = useSeat();
  const mine = holds('CONTACT_AGENT', 'ENGINEER') ? agreed.teams.find(({ pledges }) => pledges.some((pledge) => pledge.company.id === company.id)) : undefined;
  const [queue, setQueue] = useParam('queue', mine?.code ?? 'all');
  const team = agreed.teams.find(({ code }) => code === queue);
  useDeadlines(agreement.id);
  return (
    <>
      <Group align="flex-end" gap="sm" className="no-print">
        <NativeSelect
          label={t`Queue`}
          size="xs"
          value={queue}
          onChange={(event) => setQueue(event.currentTarget.value)}
          data={[
            { value: 'all', label: t`All cases` },
            ...(holds('CUSTOMER') ? [{ value: 'own', label: t`Those that we brought` }] : []),
            ...choicesByCode(agreed.teams),
          ]}
        />
        {!team && !own && <CaseFilters agreed={agreed} handling={handling} />}
      </Group>
      {!own && (team ? <TeamQueue key={team.id} team={team} agreed={agreed} handling={handling} /> : <AllCases agreed={agreed} handling={handling} />)}
    </>
  );
}

interface ListProps {
  agreed: Agreed;
  handling: Handling;
}

function TeamQueue({ team, ...rest }: ListProps & { team: Agreed['teams'][number] }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const pages = usePages(Queue, { agreement: agreement.code, team: team.id }, (data) => data.agreement?.caseQueue);
  return <List {...rest} pages={pages} label={t`Queue of ${team.name}, the least time left first`} empty={t`${team.name} has nothing to do`} />;
}

function AllCases(rest: ListProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [address] = useSearchParams();
  const pages = usePages(Cases, { agreement: agreement.code, filter: filterOf(address) }, (data) => data.agreement?.cases);
  return <List {...rest} pages={pages} label={t`Cases, the latest first`} empty={t`No such case`} />;
}

function List({ pages, label, empty, agreed, handling }: ListProps & { pages: Pages<Line>; label: string; empty: string }) {
  const { to } = useSeat();
  const columns = useMemo(() => columnsFor(to, handling, agreed.zone), [to, handling, agreed.zone]);
  return (
    <Gate asked={{ data: pages, error: pages.error, fetching: !pages.ready && pages.busy }} pick={(data) => (data.ready ? data : null)} again={pages.again}>
      {({ nodes }) =>
        nodes.length === 0 ? (
          <Empty title={empty}>
            <Trans>Cases come in at a contact point, or from the log of another system. What is offered to a team, and what it holds, stands in its queue, the least time left first.</Trans>
          </Empty>
        ) : (
          <DataTable label={label} columns={columns} pages={pages} />
        )
      }
    </Gate>
  );
}
