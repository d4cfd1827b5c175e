import { Anchor, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { topics } from './words';

const Commitments = graphql(`
  query Commitments($code: String!) {
    agreement(code: $code) {
      id
      commitments {
        id
        code
        joint
        topic
        text
        company {
          id
          name
        }
        kpis {
          id
          code
          name
        }
      }
    }
  }
`);

type Commitment = NonNullable<ResultOf<typeof Commitments>['agreement']>['commitments'][number];

/** What is promised: by all together first, then by single companies. */
export function CommitmentsTab() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [topic] = useParam('topic');
  const [asked, again] = useQuery({ query: Commitments, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.commitments} again={again}>
      {(all) => {
        const shown = all.filter((one) => !topic || one.topic === topic);
        const present = [...new Set(all.map((one) => one.topic))];
        return (
          <Stack>
            <Filter name="topic" label={t`Topic`} options={present.map((value) => ({ value, label: i18n._(topics[value]) }))} />
            <Promised title={t`Promised by all parties together`} of={shown.filter(({ joint }) => joint)}>
              <Trans>None of the parties can change such a promise alone.</Trans>
            </Promised>
            <Promised title={t`Promised by single companies`} of={shown.filter(({ joint }) => !joint)}>
              <Trans>What one company promises alone, under <Code>commitments</Code> of the agreement file with its <Code>company</Code>.</Trans>
            </Promised>
          </Stack>
        );
      }}
    </Gate>
  );
}

function Promised({ title, of, children }: { title: string; of: readonly Commitment[]; children: ReactNode }) {
  if (of.length === 0) return <Empty title={title}>{children}</Empty>;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{title}</Title>
      {of.map((commitment) => (
        <PromiseCard key={commitment.id} of={commitment} />
      ))}
    </Stack>
  );
}

function PromiseCard({ of: { code, joint, topic, text, company, kpis } }: { of: Commitment }) {
  const { t, i18n } = useLingui();
  const { to } = useSeat();
  return (
    <Paper withBorder p="sm">
      <Group gap="xs" mb={4}>
        <Text fw={600} size="sm">
          {joint ? t`All parties` : company?.name}
        </Text>
        <Mark tone="quiet">{i18n._(topics[topic])}</Mark>
        <Text size="xs" c="dimmed" ff="monospace">
          {code}
        </Text>
      </Group>
      <Text maw="80ch">{text}</Text>
      {kpis.length > 0 && (
        <Text size="sm" mt={6} component="div">
          <Trans>Measured by</Trans>{' '}
          {kpis.map(({ id, code: kpi, name }, at) => (
            <span key={id}>
              {at > 0 && ' · '}
              <Anchor component={Link} to={to(`scorecard/${kpi}`)} size="sm" data-row>
                {name}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
    </Paper>
  );
}
