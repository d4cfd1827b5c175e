import { Anchor, Button, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Sheet } from '~/ui/Sheet';
import { HoursOf } from './hours';
import { OpenNow } from './OpenNow';
import { ShortfallMark } from './Staffing';
import { teamKinds } from './words';

const Teams = graphql(
  `
    query Teams($code: String!) {
      agreement(code: $code) {
        id
        calendars {
          ...HoursOf
        }
        teams {
          id
          name
          kind
          line
          discipline
          skills
          calendar
          services {
            id
            name
          }
          pledges {
            staff
            shortfall
            company {
              id
              name
            }
          }
          members {
            company {
              id
            }
          }
        }
      }
    }
  `,
  [HoursOf],
);

type Shown = NonNullable<ResultOf<typeof Teams>['agreement']>;

/** Who takes cases: by line, with what each company pledged and whether the team is on duty now. */
export function Component() {
  const { t } = useLingui();
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: Teams, variables: { code: agreement.code } });
  return (
    <Page
      title={t`Teams`}
      hint={t`Contact points and resolution teams, by support line.`}
      actions={
        <Button component={Link} to={to('calendars')} variant="default">
          <Trans>Calendars</Trans>
        </Button>
      }
    >
      <Gate asked={asked} pick={(data) => data.agreement} again={again}>
        {(shown) =>
          shown.teams.length === 0 ? (
            <Empty title={t`No teams`}>
              <Trans>A section `teams` in the agreement file names contact points and resolution teams, with what each company provides.</Trans>
            </Empty>
          ) : (
            <List of={shown} />
          )
        }
      </Gate>
    </Page>
  );
}

function List({ of: { teams, calendars } }: { of: Shown }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const ordered = teams.toSorted((one, other) => one.line - other.line || one.name.localeCompare(other.name));
  return (
    <Sheet label={t`Teams`} head={[t`Line`, t`Team`, t`On duty`, t`Works for`, t`Knows`, t`Members`, t`Staffing`]}>
      {ordered.map(({ id, name, kind, line, discipline, skills, calendar, services, pledges, members }) => {
        const hours = calendars.find(({ code }) => code === calendar);
        return (
          <Table.Tr key={id}>
            <Table.Td>{line}</Table.Td>
            <Table.Th scope="row" fw={500}>
              <Anchor component={Link} to={to(`teams/${id}`)} size="sm" data-row>
                {name}
              </Anchor>
              <Text size="xs" c="dimmed">
                {i18n._(teamKinds[kind])}
              </Text>
            </Table.Th>
            <Table.Td>
              {hours && <OpenNow calendar={hours} />}
              <Text size="xs" c="dimmed">
                {hours?.name}
              </Text>
            </Table.Td>
            <Table.Td>{services.length > 0 ? services.map((service) => service.name).join(', ') : <Trans>every service</Trans>}</Table.Td>
            <Table.Td>{[discipline, ...skills].filter(Boolean).join(', ')}</Table.Td>
            <Table.Td>{members.length}</Table.Td>
            <Table.Td>
              {pledges.map(({ company, shortfall }) => (
                <Text key={company.id} size="xs" component="div">
                  {company.name} <ShortfallMark shortfall={shortfall} />
                </Text>
              ))}
            </Table.Td>
          </Table.Tr>
        );
      })}
    </Sheet>
  );
}
