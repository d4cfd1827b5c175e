import { Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import type { Plan } from './plan';
import { proofOf, shownOf } from './proof';
import { ProofChart } from './ProofChart';
import { useCriterion } from './criterion';

const Figures = graphql(`
  query ProofFigures($agreement: String!, $period: String!, $periods: Int!, $by: ScorecardBy!, $filter: ScorecardFilter) {
    agreement(code: $agreement) {
      id
      scorecard(period: $period, periods: $periods, by: $by, filter: $filter) {
        period
        value
        unit
        target
        targetUpper
        verdict
        restatedFrom
        withheld
      }
      assessments(first: 100) {
        nodes {
          id
          period
          ended
        }
      }
    }
  }
`);

/** Whether a plan worked: the figures of the periods that its criterion names, drawn against it. */
export function Proof({ plan, deviation, heading }: { plan: Plan; deviation: string | undefined; heading: 2 | 3 }) {
  const spell = useCriterion();
  return (
    <div>
      <Title order={heading} size="h3" mb={4}>
        <Trans>Proof</Trans>
      </Title>
      <Text size="sm">{spell(plan.criterion)}</Text>
      {plan.criterion.kpi && <Drawn plan={plan} kpi={plan.criterion.kpi.code} deviation={deviation} />}
    </div>
  );
}

function Drawn({ plan, kpi, deviation }: { plan: Plan; kpi: string; deviation: string | undefined }) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const { company, service } = plan.criterion;
  const by = company ? (service ? 'COMPANY_SERVICE' : 'COMPANY') : service ? 'SERVICE' : 'JOINT';
  const { last, count } = shownOf(plan, deviation);
  const filter = { kpis: [kpi], companies: company ? [company.code] : undefined, services: service ? [service.code] : undefined };
  const [asked, again] = useQuery({ query: Figures, variables: { agreement: agreement.code, period: last, periods: count, by, filter } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ scorecard, assessments }) => {
        const unit = scorecard[0]?.unit ?? plan.criterion.kpi?.unit;
        if (scorecard.length === 0 || scorecard.every(({ withheld }) => withheld)) {
          return (
            <Text size="sm" c="dimmed">
              {t`The figures behind it are not yours to see.`}
            </Text>
          );
        }
        const frozen = new Set(assessments.nodes.flatMap(({ period, ended }) => (ended ? [period] : [])));
        return <ProofChart proof={proofOf(plan, scorecard, frozen)} unit={unit} title={plan.title} />;
      }}
    </Gate>
  );
}
