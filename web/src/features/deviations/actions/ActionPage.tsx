import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Page } from '~/ui/Page';
import { DeviationHead } from '../card';
import { useFollowing } from '../following';
import { useTold } from '../told';
import { PlanDecisions } from './PlanDecisions';
import { PlanBody } from './PlanPanel';
import { ActionPlan, Decided } from './plan';
import { actionStates } from './words';

const ActionOf = graphql(
  `
    query ActionOf($id: ID!) {
      node(id: $id) {
        __typename
        ... on CorrectiveAction {
          ...ActionPlan
          deviation {
            ...DeviationHead
            revision
            review {
              verdict
              reason
              by {
                ...Decided
              }
            }
          }
        }
      }
    }
  `,
  [ActionPlan, DeviationHead, Decided],
);

type Action = Extract<NonNullable<ResultOf<typeof ActionOf>['node']>, { __typename: 'CorrectiveAction' }>;

/** A corrective action by itself: where the inbox leads whoever is asked about it. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: ActionOf, variables: { id } });
  useFollowing();
  return (
    <Gate asked={asked} pick={({ node }) => (node?.__typename === 'CorrectiveAction' ? node : null)} again={again}>
      {(action) => <Told action={action} />}
    </Gate>
  );
}

function Told({ action }: { action: Action }) {
  const { t } = useLingui();
  const seat = useSeat();
  const told = useTold();
  const { title, state, deviation } = action;
  return (
    <Page
      title={title}
      trail={[{ label: t`Deviations`, to: seat.to('deviations') }]}
      mark={<StateMark of={actionStates[state]} />}
      hint={
        deviation ? (
          <>
            {t`Against`}{' '}
            <Anchor component={Link} to={seat.to(`deviations/${deviation.id}`)} inherit>
              {told.name(deviation)}
            </Anchor>
          </>
        ) : (
          t`Your company has a task in it; the figure that it is about is another company's own.`
        )
      }
      actions={<PlanDecisions plan={action} against={deviation} />}
    >
      <PlanBody plan={action} against={deviation} heading={2} />
    </Page>
  );
}
