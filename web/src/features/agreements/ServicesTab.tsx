import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';

const Services = graphql(`
  query Services($code: String!) {
    agreement(code: $code) {
      id
      services {
        id
        code
        name
        parent {
          id
        }
      }
    }
  }
`);

type Service = NonNullable<ResultOf<typeof Services>['agreement']>['services'][number];

/** The tree of what is delivered. */
export function ServicesTab() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: Services, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.services} again={again}>
      {(all) => (
        <section aria-label={t`Services`}>
          <Text size="sm" c="dimmed" mb="xs">
            <Trans>What is delivered, each with its parts. KPIs, teams, clocks and boundaries are for one of these.</Trans>
          </Text>
          <Branch of={all} parent={null} />
        </section>
      )}
    </Gate>
  );
}

function Branch({ of, parent }: { of: readonly Service[]; parent: string | null }) {
  const here = of.filter((one) => (one.parent?.id ?? null) === parent);
  if (here.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: parent === null ? 20 : 28 }}>
      {here.map(({ id, code, name }) => (
        <li key={id} style={{ paddingBlock: 4 }}>
          {name}{' '}
          <Text size="xs" c="dimmed" ff="monospace" component="span">
            {code}
          </Text>
          <Branch of={of} parent={id} />
        </li>
      ))}
    </ul>
  );
}
