import { Drawer } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Gate } from '~/ui/Gate';
import { DefinitionFields, DefinitionTold } from './Definition';

const Definitions = graphql(
  `
    query KpiDefinitions($agreement: String!) {
      agreement(code: $agreement) {
        id
        kpis(first: 100) {
          nodes {
            ...DefinitionFields
          }
        }
      }
    }
  `,
  [DefinitionFields],
);

/** Tells how the KPI is measured whose code stands in the address as `about`. */
export function DefinitionDrawer() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [about, setAbout] = useParam('about');
  const [asked, again] = useQuery({ query: Definitions, variables: { agreement: agreement.code }, pause: !about, requestPolicy: 'cache-first' });
  const pick = (data: NonNullable<typeof asked.data>) => data.agreement?.kpis.nodes.find(({ code }) => code === about);
  return (
    <Drawer
      opened={Boolean(about)}
      onClose={() => setAbout(null)}
      position="right"
      size="lg"
      title={(asked.data && pick(asked.data)?.name) ?? t`KPI`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {about && (
        <Gate asked={asked} pick={pick} again={again}>
          {(kpi) => <DefinitionTold kpi={kpi} />}
        </Gate>
      )}
    </Drawer>
  );
}
