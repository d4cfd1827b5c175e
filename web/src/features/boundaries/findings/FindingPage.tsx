import { Anchor, Grid, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { Live } from '../Live';
import { dimensions, findingKinds, findingStates } from '../words';
import { Areas } from './Areas';
import { Behind } from './Behind';
import { DecideFinding } from './DecideFinding';
import { FindingLine } from './finding';
import { Missing } from './Missing';
import { Windows } from './Windows';

const OneFinding = graphql(
  `
    query OneFinding($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on Finding {
          ...FindingLine
          revision
          reason
          demands
          accepted {
            at
            person {
              id
              name
            }
            company {
              id
              name
            }
          }
          areas {
            regions {
              others
              names
            }
            languages {
              others
              names
            }
            products {
              others
              names
            }
            skills {
              others
              names
            }
          }
          all: windows(first: 20) {
            opensAt
            closesAt
            local {
              zone
              opens
              closes
            }
          }
          cases(first: 10) {
            id
            reference
            title
          }
        }
      }
    }
  `,
  [FindingLine],
);

export type Finding = Extract<NonNullable<ResultOf<typeof OneFinding>['node']>, { __typename: 'Finding' }>;

/** One finding: when and where it holds, what is behind it, and whether the group lives with it. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: OneFinding, variables: { id } });
  return (
    <Gate asked={asked} pick={({ node }) => (node?.__typename === 'Finding' ? node : null)} again={() => again({ requestPolicy: 'network-only' })}>
      {(finding) => (
        <>
          <Live />
          <Shown finding={finding} />
        </>
      )}
    </Gate>
  );
}

function Shown({ finding }: { finding: Finding }) {
  const { t, i18n } = useLingui();
  const { to, agreement } = useSeat();
  const { kind, state, service, capacity, note, boundaries, limits, demands, extent, all, cases, areas, foundAt, vanishedAt } = finding;
  const [word, stands] = [findingKinds[kind], findingStates[state]];
  const passed = limits.map((limit) => i18n._(dimensions[limit].label)).join(', ');
  return (
    <Page
      title={`${i18n._(word.label)}: ${service.name}`}
      trail={[
        { label: t`Boundaries`, to: to('boundaries') },
        { label: t`Findings`, to: to('findings') },
      ]}
      hint={i18n._(word.hint)}
      mark={<StateMark of={stands} />}
      actions={<DecideFinding finding={finding} />}
    >
      <Grid>
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack>
            {capacity && <Missing of={capacity} />}
            {demands.length > 0 && <Text size="sm">{t`By the demand ${demands.join(', ')}`}</Text>}
            {note && <Prose>{note}</Prose>}
            {all.length > 0 && !capacity && (
              <Stack gap="xs" component="section" aria-labelledby="when">
                <Title order={2} id="when">
                  <Trans>When</Trans>
                </Title>
                <Text size="sm">
                  <Trans>{spellDuration(extent)} within the 52 weeks that were looked at.</Trans>
                </Text>
                <Windows of={all} />
              </Stack>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack>
            <Accepted finding={finding} />
            <Stack gap="xs" component="section" aria-labelledby="behind">
              <Title order={2} id="behind">
                <Trans>Boundaries behind it</Trans>
              </Title>
              <Behind boundaries={boundaries} />
              {passed && <Text size="sm">{t`Limits that are passed: ${passed}`}</Text>}
              {boundaries.length === 0 && (
                <Anchor component={Link} to={`${to('boundaries')}`} size="sm">
                  <Trans>Who answers for {service.name}</Trans>
                </Anchor>
              )}
              <Anchor component={Link} to={`${to('coverage')}?service=${service.id}`} size="sm">
                <Trans>Its week</Trans>
              </Anchor>
            </Stack>
            <Areas of={areas} />
            <Stack gap="xs" component="section" aria-labelledby="cases">
              <Title order={2} id="cases">
                <Trans>Cases that fell into it</Trans>
              </Title>
              {cases.length === 0 && (
                <Text size="sm" c="dimmed">
                  <Trans>None of the last 52 weeks that you may see.</Trans>
                </Text>
              )}
              {cases.map((one) => (
                <Anchor key={one.id} component={Link} to={to(`cases/${one.id}`)} size="sm" data-row>
                  {one.reference} {one.title}
                </Anchor>
              ))}
            </Stack>
            <Text size="sm" c="dimmed" component="div">
              {foundAt && (
                <Trans>
                  Found <Moment at={foundAt} zone={agreement.zone} />
                </Trans>
              )}
              {vanishedAt && (
                <Trans>
                  , found no more since <Moment at={vanishedAt} zone={agreement.zone} />
                </Trans>
              )}
            </Text>
          </Stack>
        </Grid.Col>
      </Grid>
    </Page>
  );
}

function Accepted({ finding: { state, accepted, reason } }: { finding: Finding }) {
  const { agreement } = useSeat();
  if (state !== 'ACCEPTED' || !accepted) return null;
  return (
    <Paper withBorder p="sm">
      <Text size="sm" c="dimmed">
        <Trans>
          {accepted.person?.name ?? ''} ({accepted.company?.name ?? ''}) accepted it, <Moment at={accepted.at} zone={agreement.zone} />. That lapses when it grows.
        </Trans>
      </Text>
      {reason && <Prose>{reason}</Prose>}
    </Paper>
  );
}
