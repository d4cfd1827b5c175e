import { Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { periodName } from '~/lib/period';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Page } from '~/ui/Page';
import { PlanDialog } from './actions/PlanDialog';
import { PlanPanel } from './actions/PlanPanel';
import { Ask } from './Ask';
import { AssessDialog } from './AssessDialog';
import styles from './board.module.css';
import { Contribution } from './Contribution';
import { DeviationStory, type Story } from './deviation';
import { Evidence } from './Evidence';
import { useFollowing } from './following';
import { ReviewDialog } from './ReviewDialog';
import { Steps } from './Steps';
import { Timeline } from './Timeline';
import { useTold } from './told';
import { Verdict } from './Verdict';
import { kinds } from './words';

const DeviationOf = graphql(
  `
    query DeviationOf($id: ID!) {
      node(id: $id) {
        __typename
        ... on Deviation {
          ...DeviationStory
        }
      }
    }
  `,
  [DeviationStory],
);

/** A deviation with its whole story: what was seen, what was said, what is done about it, and whether it worked. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: DeviationOf, variables: { id } });
  useFollowing();
  return (
    <Gate asked={asked} pick={({ node }) => (node?.__typename === 'Deviation' ? node : null)} again={again}>
      {(deviation) => <Told deviation={deviation} />}
    </Gate>
  );
}

function Told({ deviation }: { deviation: Story }) {
  const { t } = useLingui();
  const seat = useSeat();
  const told = useTold();
  const { kpi, company, service, period, kind, disclosed } = deviation;
  return (
    <Page
      title={told.kpi(kpi)}
      trail={[{ label: t`Deviations`, to: seat.to('deviations') }]}
      mark={<StateMark of={kinds[kind]} />}
      hint={
        <>
          {told.whose(company, service)} · {periodName(period)}
          {!disclosed && (
            <>
              {' · '}
              <Trans>seen by its company, the steward and the auditor alone</Trans>
            </>
          )}
        </>
      }
      actions={<Decisions deviation={deviation} />}
    >
      <Steps of={deviation} />
      <div className={styles.story}>
        <Stack gap="md" miw={0}>
          <Evidence of={deviation} />
          <Contribution of={deviation} />
          <Verdict of={deviation} />
          <Plans deviation={deviation} />
        </Stack>
        <Timeline of={deviation} />
      </div>
    </Page>
  );
}

/** What can be decided on the deviation itself, by whoever may. */
function Decisions({ deviation }: { deviation: Story }) {
  const { t } = useLingui();
  const { holds } = useSeat();
  const { state, period, review, correctiveActions } = deviation;
  const waits = state === 'OPEN' || state === 'REVIEWED';
  const coordinates = holds('COORDINATOR');
  const periods = [period, ...correctiveActions.flatMap(({ criterion }) => criterion.periods)];
  return (
    <Group gap="xs">
      {coordinates && waits && (
        <Ask variant={state === 'OPEN' ? 'filled' : 'default'} dialog={(close) => <ReviewDialog of={deviation} onClose={close} />}>
          {review ? t`Change the verdict` : t`Give the verdict`}
        </Ask>
      )}
      {coordinates && waits && (
        <Ask variant={review?.verdict === 'ACCEPT' ? 'filled' : 'default'} dialog={(close) => <PlanDialog for={deviation} onClose={close} />}>
          <Trans>Plan a corrective action</Trans>
        </Ask>
      )}
      {(coordinates || holds('STEWARD')) && state !== 'CLOSED' && (
        <Ask dialog={(close) => <AssessDialog periods={periods} onClose={close} />}>
          <Trans>Assess a period</Trans>
        </Ask>
      )}
    </Group>
  );
}

/** The plans against it, the latest first. */
function Plans({ deviation }: { deviation: Story }) {
  const { t } = useLingui();
  const { state, review, correctiveActions } = deviation;
  if (correctiveActions.length > 0) {
    return correctiveActions.toReversed().map((plan) => <PlanPanel key={plan.id} plan={plan} against={deviation} />);
  }
  if (state === 'CLOSED') return null;
  return (
    <Empty title={t`No corrective action yet`}>
      {review?.verdict === 'WAIVE' || review?.verdict === 'DISPUTE' ? (
        <Trans>With this verdict nothing is done about it. An action against it starts once the deviation is accepted.</Trans>
      ) : (
        <Text span inherit>
          <Trans>A corrective action is a joint plan: tasks in one or several companies, and a criterion that later periods have to meet. When they do, the deviation closes; when one does not, it opens again one level up.</Trans>
        </Text>
      )}
    </Empty>
  );
}
