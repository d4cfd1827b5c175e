import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesOf } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { states } from '../words';
import { Live } from '../Live';
import { Views } from '../Views';
import { AgreedOn } from './AgreedOn';
import { Matrix } from './Matrix';

const BoundaryMatrix = graphql(`
  query BoundaryMatrix($agreement: String!) {
    agreement(code: $agreement) {
      id
      zone
      services {
        id
        code
        name
        parent {
          id
        }
      }
      parties {
        company {
          id
          code
          name
        }
      }
      boundaries(first: 100) {
        pageInfo {
          hasNextPage
        }
        nodes {
          id
          code
          state
          service {
            id
            name
          }
          company {
            id
            name
          }
          awaited {
            id
            name
          }
          inForce {
            number
            content {
              title
              responsibility
              team {
                id
                name
              }
            }
          }
          open {
            number
            state
            ends
            effectiveFrom
            content {
              title
              responsibility
              team {
                id
                name
              }
            }
          }
          approved {
            number
            effectiveFrom
            ends
            content {
              title
              responsibility
              team {
                id
                name
              }
            }
          }
        }
      }
      coverage {
        findings(first: 100, filter: { state: [OPEN] }) {
          totalCount
          nodes {
            id
            kind
            service {
              id
            }
          }
        }
      }
    }
  }
`);

type Agreement = NonNullable<ResultOf<typeof BoundaryMatrix>['agreement']>;
export type MatrixBoundary = Agreement['boundaries']['nodes'][number];
export type MatrixFinding = Agreement['coverage']['findings']['nodes'][number];
export type MatrixService = Agreement['services'][number];

/** Who answers for what: service elements by companies. */
export function Component() {
  const { t } = useLingui();
  const { agreement, holds, to } = useSeat();
  const [asked, again] = useQuery({ query: BoundaryMatrix, variables: { agreement: agreement.code } });
  return (
    <Page
      title={t`Boundaries`}
      hint={<Trans>Where one company’s job ends and the next one’s begins, element by element. What is drawn holds once its neighbours have approved it.</Trans>}
      actions={
        holds('SME') && (
          <Button component={Link} to={to('boundaries/new')}>
            <Trans>Draw a boundary</Trans>
          </Button>
        )
      }
    >
      <Live />
      <Views />
      <Gate asked={asked} pick={(data) => data.agreement} again={() => again({ requestPolicy: 'network-only' })}>
        {(found) => <Shown agreement={found} />}
      </Gate>
    </Page>
  );
}

function Shown({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  const [state] = useParam('state');
  const { services, parties, boundaries, coverage } = agreement;
  if (boundaries.nodes.length === 0) {
    return (
      <Empty title={t`No boundary is drawn yet`}>
        <Trans>The experts of each company draw what their company answers for, within which limits, and who takes over beyond them. What nobody covers shows here as a gap.</Trans>
      </Empty>
    );
  }
  const shown = boundaries.nodes.filter((one) => (state ? one.state === state : one.state !== 'WITHDRAWN'));
  const open = coverage.findings.totalCount ?? coverage.findings.nodes.length;
  return (
    <Stack gap="lg">
      <AgreedOn boundaries={boundaries.nodes} />
      <Stack gap="xs" component="section" aria-labelledby="matrix">
        <Group justify="space-between" align="flex-end">
          <Stack gap={0}>
            <Title order={2} id="matrix">
              <Trans>Elements by companies</Trans>
            </Title>
            <Text size="sm">
              {open === 0 ? (
                <Trans>Nothing is found that is wrong with them.</Trans>
              ) : (
                <Anchor component={Link} to={to('findings')} inherit>
                  <Plural value={open} one="# finding is open" other="# findings are open" />
                </Anchor>
              )}
            </Text>
          </Stack>
          <Filter name="state" label={t`Stands at`} options={choicesOf(states, i18n)} />
        </Group>
        <Matrix services={services} companies={parties.map(({ company }) => company)} boundaries={shown} findings={coverage.findings.nodes} />
        {boundaries.pageInfo.hasNextPage && (
          <Text size="sm" c="dimmed">
            <Trans>The first hundred boundaries, by their codes, are shown.</Trans>
          </Text>
        )}
      </Stack>
    </Stack>
  );
}
