import { Code, Group, List, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { ClockAgreed, Handled } from '~/features/cases/terms';
import { claims, phases } from '~/features/cases/words';
import { nameOf } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { Empty } from '~/ui/Empty';
import { Facts } from '~/ui/Facts';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Sheet } from '~/ui/Sheet';
import { Clocks } from './Clocks';
import { disclosures } from './words';

const CaseHandling = graphql(
  `
    query CaseHandling($code: String!) {
      agreement(code: $code) {
        id
        calendars {
          code
          name
        }
        caseHandling {
          ...Handled
          disclosure
          customerSeesCompanies
          clocks {
            ...ClockAgreed
            kinds
            priorities
            packages
            warning
            reopen
            commitment {
              id
              code
            }
            services {
              id
              name
            }
          }
        }
      }
    }
  `,
  [Handled, ClockAgreed],
);

type Agreement = NonNullable<ResultOf<typeof CaseHandling>['agreement']>;
export type Handling = NonNullable<Agreement['caseHandling']>;
/** The name of a calendar, by its code. */
export type CalendarName = (code: string) => string;

/** How cases are handled: by which clocks, in which stages, who may pause them and against whom. */
export function CasesTab() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: CaseHandling, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ caseHandling, calendars }) =>
        caseHandling ? (
          <HandlingShown of={caseHandling} calendar={(code) => nameOf(calendars, code)} />
        ) : (
          <Empty title={t`This agreement takes no cases`}>
            <Trans>A section <Code>cases</Code> in the agreement file says how they are handled.</Trans>
          </Empty>
        )
      }
    </Gate>
  );
}

function HandlingShown({ of, calendar }: { of: Handling; calendar: CalendarName }) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="lg">
      <Facts
        label={t`Rules`}
        of={[
          [t`Customers' calendar`, calendar(of.calendar)],
          [t`Disclosure`, i18n._(disclosures[of.disclosure])],
          [t`Customers see`, of.customerSeesCompanies ? t`which companies work on a case` : t`no company names`],
          [t`Time to dispute`, t`${spellDuration(of.disputeWindow)} after the resolution`],
          [t`Recovery after negative feedback`, t`within ${spellDuration(of.recovery)}`],
        ]}
      />
      <Clocks of={of.clocks} priorities={of.priorities} packages={of.packages} calendar={calendar} />
      <Group align="flex-start" gap="xl">
        <Ordered title={t`Priorities, the most urgent first`} of={of.priorities} />
        <Stages of={of.stages} />
        {of.packages.length > 0 && <Ordered title={t`Packages`} of={of.packages} />}
      </Group>
      <Pauses of={of.pauseReasons} />
    </Stack>
  );
}

function Ordered({ title, of }: { title: string; of: readonly { code: string; name: string }[] }) {
  return (
    <section>
      <Title order={2} mb="xs">
        {title}
      </Title>
      <List type="ordered" size="sm">
        {of.map(({ code, name }) => (
          <List.Item key={code}>{name}</List.Item>
        ))}
      </List>
    </section>
  );
}

function Stages({ of }: { of: Handling['stages'] }) {
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Stages, in order</Trans>
      </Title>
      <List type="ordered" size="sm" spacing={4}>
        {of.map(({ code, name, phase }) => (
          <List.Item key={code}>
            {name} <StateMark of={phases[phase]} />
          </List.Item>
        ))}
      </List>
    </section>
  );
}

function Pauses({ of }: { of: Handling['pauseReasons'] }) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Why a case may be paused</Trans>
      </Title>
      <Sheet label={t`Reasons for a pause`} head={[t`Reason`, t`Claimed against`, t`Counts`, t`Longest`]}>
        {of.map(({ code, name, against, company, cap, consent }) => (
          <Table.Tr key={code}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td>{company?.name ?? i18n._(claims[against])}</Table.Td>
            <Table.Td>{consent ? <Trans>with their consent</Trans> : <Trans>until they dispute it</Trans>}</Table.Td>
            <Table.Td>{cap ? spellDuration(cap) : <Text size="sm" c="dimmed" component="span"><Trans>no cap</Trans></Text>}</Table.Td>
          </Table.Tr>
        ))}
      </Sheet>
    </Stack>
  );
}
