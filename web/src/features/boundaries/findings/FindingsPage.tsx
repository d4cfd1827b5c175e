import { Anchor, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById, choicesOf } from '~/lib/choices';
import { type EnumOf, graphql } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Page } from '~/ui/Page';
import { findingKinds, findingStates } from '../words';
import { Live } from '../Live';
import { Views } from '../Views';
import { Behind } from './Behind';
import { FindingLine, type Line } from './finding';
import { Missing } from './Missing';
import { Windows } from './Windows';

const Findings = graphql(
  `
    query Findings($agreement: String!, $filter: FindingFilter) {
      agreement(code: $agreement) {
        id
        services {
          id
          name
        }
        parties {
          company {
            id
            name
          }
        }
        coverage {
          until
          findings(first: 50, filter: $filter) {
            totalCount
            pageInfo {
              hasNextPage
            }
            nodes {
              ...FindingLine
            }
          }
        }
      }
    }
  `,
  [FindingLine],
);

/** One of the values of an enumeration, where the address says one of them. */
function among<Value extends string>(words: Record<Value, unknown>, said: string): Value | undefined {
  return (Object.keys(words) as Value[]).find((value) => value === said);
}

/** What is wrong with the boundaries, taken together. */
export function Component() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [kind] = useParam('kind');
  const [state, setState] = useParam('state', 'OPEN');
  const [service] = useParam('service');
  const [company] = useParam('company');
  const [boundary, setBoundary] = useParam('boundary');
  const [wantedKind, wantedState] = [among<EnumOf<'FindingKind'>>(findingKinds, kind), among<EnumOf<'FindingState'>>(findingStates, state)];
  const filter = {
    kind: wantedKind && [wantedKind],
    state: wantedState && [wantedState],
    service: service || undefined,
    company: company || undefined,
    boundary: boundary || undefined,
  };
  const [asked, again] = useQuery({ query: Findings, variables: { agreement: agreement.code, filter } });
  return (
    <Page title={t`Findings`} hint={<Trans>What is wrong with all boundaries together, in the 52 weeks from today on: worked out by intervals, with holidays and changes of clocks.</Trans>}>
      <Live />
      <Views />
      <Gate asked={asked} pick={(data) => data.agreement} again={() => again({ requestPolicy: 'network-only' })}>
        {({ services, parties, coverage: { findings } }) => (
          <Stack>
            <Group align="flex-end" gap="sm" className="no-print">
              <Filter name="kind" label={t`Kind`} options={choicesOf(findingKinds, i18n)} />
              <StateFilter value={state} onChange={setState} options={choicesOf(findingStates, i18n)} />
              <Filter name="service" label={t`Element`} options={choicesById(services)} />
              <Filter name="company" label={t`Company`} options={choicesById(parties.map((party) => party.company))} />
              {boundary && (
                <Anchor component="button" type="button" size="sm" onClick={() => setBoundary(null)}>
                  <Trans>of one boundary; show those of all</Trans>
                </Anchor>
              )}
            </Group>
            <Found findings={findings.nodes} />
            {findings.pageInfo.hasNextPage && (
              <Text size="sm" c="dimmed">
                <Trans>The first fifty are shown; narrow the list down to see the others.</Trans>
              </Text>
            )}
          </Stack>
        )}
      </Gate>
    </Page>
  );
}

function Found({ findings }: { findings: readonly Line[] }) {
  const { t } = useLingui();
  if (findings.length === 0) {
    return (
      <Empty title={t`Nothing found`}>
        <Trans>Gaps, overlaps, shortfalls, dead ends and circles appear here when a boundary is approved, and vanish when one mends them. There is none of those asked for.</Trans>
      </Empty>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        <Plural value={findings.length} one="# finding" other="# findings" />
      </Text>
      <Stack gap="xs" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {findings.map((finding) => (
          <Row key={finding.id} finding={finding} />
        ))}
      </Stack>
    </>
  );
}

function Row({ finding }: { finding: Line }) {
  const { to } = useSeat();
  const { id, kind, state, service, extent, windows, capacity, boundaries } = finding;
  const [word, stands] = [findingKinds[kind], findingStates[state]];
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={6}>
        <Group justify="space-between" gap="xs">
          <Group gap="xs">
            <StateMark of={word} />
            <Anchor component={Link} to={to(`findings/${id}`)} data-row fw={550}>
              {service.name}
            </Anchor>
          </Group>
          <Group gap="xs">
            {capacity === null && kind !== 'BROKEN' && (
              <Text size="sm">
                <Trans>{spellDuration(extent)} in 52 weeks</Trans>
              </Text>
            )}
            {state !== 'OPEN' && <StateMark of={stands} />}
          </Group>
        </Group>
        {capacity ? <Missing of={capacity} /> : kind === 'BROKEN' ? <Text size="sm">{finding.note}</Text> : <Windows of={windows.slice(0, 1)} more={windows.length > 1} />}
        <Behind boundaries={boundaries} />
      </Stack>
    </Paper>
  );
}

interface StateFilterProps {
  value: string;
  onChange(value: string): void;
  options: readonly { value: string; label: string }[];
}

/** The state has a choice of its own: what is open is what one comes for, so that stands where nothing is said. */
function StateFilter({ value, onChange, options }: StateFilterProps) {
  const { t } = useLingui();
  return <NativeSelect size="xs" label={t`State`} value={value} onChange={(event) => onChange(event.currentTarget.value)} data={[{ value: 'ALL', label: t`All` }, ...options]} />;
}
