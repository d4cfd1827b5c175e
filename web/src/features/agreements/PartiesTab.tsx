import { Stack, Table, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { companyKinds } from '~/features/companies/words';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { Day } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { Grants } from './Grants';

const AgreementParties = graphql(`
  query AgreementParties($code: String!) {
    agreement(code: $code) {
      id
      parties {
        joins
        leaves
        company {
          id
          name
          kind
        }
        boundThrough {
          id
          name
        }
      }
      grants {
        role
        company {
          id
          name
        }
        person {
          id
          name
          email
          company {
            id
            name
          }
        }
      }
    }
  }
`);

type Shown = NonNullable<ResultOf<typeof AgreementParties>['agreement']>;
export type Grant = Shown['grants'][number];

/** Who is bound since when, and who acts for whom as what. */
export function PartiesTab() {
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: AgreementParties, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ parties, grants }) => (
        <Stack gap="lg">
          <Parties of={parties} />
          <Grants of={grants} />
        </Stack>
      )}
    </Gate>
  );
}

function Parties({ of }: { of: Shown['parties'] }) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Parties</Trans>
      </Title>
      <Sheet label={t`Parties`} head={[t`Company`, t`Kind`, t`Signs`, t`Bound from`, t`Bound until`]}>
        {of.map(({ company, boundThrough, joins, leaves }) => (
          <Table.Tr key={company.id}>
            <Table.Th scope="row" fw={500}>
              {company.name}
            </Table.Th>
            <Table.Td>{i18n._(companyKinds[company.kind])}</Table.Td>
            <Table.Td>{boundThrough ? <Trans>{boundThrough.name} signs for it</Trans> : <Trans>itself</Trans>}</Table.Td>
            <Table.Td>
              <Day on={joins} />
            </Table.Td>
            <Table.Td>{leaves ? <Trans>before <Day on={leaves} /></Trans> : <Trans>open</Trans>}</Table.Td>
          </Table.Tr>
        ))}
      </Sheet>
    </Stack>
  );
}
