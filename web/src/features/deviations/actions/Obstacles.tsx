import { Alert, List } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { Against } from './PlanPanel';
import type { Plan } from './plan';

/** What still stands between a proposed plan and its start, by the names of those who have to say something. */
export function Obstacles({ plan, against }: { plan: Plan; against: Against | null }) {
  const { t } = useLingui();
  if (plan.state !== 'PROPOSED') return null;
  const accepted = against === null || against.review?.verdict === 'ACCEPT';
  if (plan.obstacles.length === 0 && accepted) return null;
  const consents = plan.consents.flatMap(({ company, word }) => {
    const name = company?.name ?? t`A company`;
    if (word === 'CONSENTS') return [];
    return word === 'OBJECTS' ? [t`${name} objects: change the plan, or win its consent.`] : [t`${name} has not consented yet.`];
  });
  const tasks = plan.tasks.flatMap(({ company, title, state }) => {
    const name = company?.name ?? t`A company`;
    if (state === 'ACCEPTED' || state === 'DONE') return [];
    return state === 'DECLINED' ? [t`${name} has declined: ${title}`] : [t`${name} has not accepted its task yet: ${title}`];
  });
  const all = [...(accepted ? [] : [t`The deviation is not accepted yet.`]), ...consents, ...tasks];
  return (
    <Alert color="yellow" variant="outline" title={<Trans>Before it can start</Trans>}>
      <List size="sm">
        {all.map((one) => (
          <List.Item key={one}>{one}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
