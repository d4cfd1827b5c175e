import { Alert, Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { ApplyFile } from '~/features/agreements/ApplyFile';
import { agreementStates } from '~/features/agreements/words';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import { graphql, type ResultOf } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Pager } from '~/ui/Pager';
import { Sheet } from '~/ui/Sheet';
import { Instance } from './Instance';
import { companyKinds } from './words';

const InstanceCompanies = graphql(`
  query InstanceCompanies($first: First!, $after: Cursor) {
    companies(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        kind
      }
    }
    agreements(first: 100) {
      nodes {
        id
        code
        name
        state
        zone
      }
    }
  }
`);

type Shown = ResultOf<typeof InstanceCompanies>;

/** The companies and agreements of the instance; a new agreement begins with its file. */
export function Component() {
  const { operator } = useMe();
  const [after] = useParam('after');
  const [asked, again] = useQuery({ query: InstanceCompanies, variables: { first: 50, after: after || null }, pause: !operator });
  return (
    <Instance open="companies">
      <Gate asked={asked} pick={(data) => data} again={again}>
        {({ companies, agreements }) => (
          <Stack gap="lg">
            <Companies of={companies} />
            <Agreements of={agreements.nodes} />
            <NewAgreement />
          </Stack>
        )}
      </Gate>
    </Instance>
  );
}

function Companies({ of: { nodes, pageInfo } }: { of: Shown['companies'] }) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Companies</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>A company is added by the agreement file that names it.</Trans>
      </Text>
      <Sheet label={t`Companies`} head={[t`Company`, t`Code`, t`Kind`]}>
        {nodes.map(({ id, code, name, kind }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={500}>
              <Anchor component={Link} to={`/instance/people?company=${id}`} size="sm" data-row>
                {name}
              </Anchor>
            </Table.Th>
            <Table.Td ff="monospace">{code}</Table.Td>
            <Table.Td>{i18n._(companyKinds[kind])}</Table.Td>
          </Table.Tr>
        ))}
      </Sheet>
      <Pager pageInfo={pageInfo} />
    </Stack>
  );
}

function Agreements({ of }: { of: Shown['agreements']['nodes'] }) {
  const { t } = useLingui();
  const { seats } = useMe();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Agreements</Trans>
      </Title>
      <Sheet label={t`Agreements`} head={[t`Agreement`, t`State`, t`Code`, t`Time zone`]}>
        {of.map(({ id, code, name, state, zone }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" fw={500}>
              {seats.some(({ agreement }) => agreement.id === id) ? (
                <Anchor component={Link} to={`/agreements/${code}/agreement`} size="sm" data-row>
                  {name}
                </Anchor>
              ) : (
                name
              )}
            </Table.Th>
            <Table.Td>
              <StateMark of={agreementStates[state]} />
            </Table.Td>
            <Table.Td ff="monospace">{code}</Table.Td>
            <Table.Td>{zone}</Table.Td>
          </Table.Tr>
        ))}
      </Sheet>
    </Stack>
  );
}

function NewAgreement() {
  const { t } = useLingui();
  const { id } = useMe();
  const [text, setText, drop] = useDraft('new agreement', id);
  const [applied, setApplied] = useState(false);
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>A new agreement</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>It begins with its file, which names its companies, its people and its steward. The steward goes on from there.</Trans>
      </Text>
      {applied && (
        <Alert color="teal" role="status" withCloseButton onClose={() => setApplied(false)} closeButtonLabel={t`Close`} title={<Trans>It was applied</Trans>}>
          <Trans>There is a draft now; its steward reads it and puts it before the parties. Invite those who have no password yet.</Trans>
        </Alert>
      )}
      <ApplyFile
        text={text}
        onText={(next) => {
          setApplied(false);
          setText(next);
        }}
        onApplied={() => {
          drop();
          setApplied(true);
        }}
      />
    </Stack>
  );
}
