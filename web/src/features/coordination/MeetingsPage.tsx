import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { CalendarTab } from './calendar/CalendarTab';
import { DecisionsTab } from './decisions/DecisionsTab';
import { GroupsTab } from './groups/GroupsTab';
import { HealthTab } from './health/HealthTab';
import { ItemsTab } from './items/ItemsTab';
import { sitters, useMeetingsLive } from './live';

/** Where the companies coordinate: meetings, what was decided, who does what, and how each keeps its commitment. */
export function Component() {
  const { t } = useLingui();
  const { to, holds } = useSeat();
  useMeetingsLive();
  const sits = holds(...sitters);
  const hint = (
    <Trans>
      What the companies decide together, and who does what by when. Their words and how well they fit together are{' '}
      <Anchor component={Link} to={to('words')} inherit underline="always">
        common ground
      </Anchor>
      .
    </Trans>
  );
  const items = { value: 'items', label: t`Action items`, content: () => <ItemsTab /> };
  // agents and engineers see what their own company is to do, and nothing else of meetings
  const tabs = sits
    ? [
        { value: 'calendar', label: t`Calendar`, content: () => <CalendarTab /> },
        { value: 'decisions', label: t`Decisions`, content: () => <DecisionsTab /> },
        items,
        ...(holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'ANALYST', 'AUDITOR') ? [{ value: 'health', label: t`Commitment health`, content: () => <HealthTab /> }] : []),
        { value: 'groups', label: t`Groups`, content: () => <GroupsTab /> },
      ]
    : [items];
  return (
    <Page title={t`Meetings`} hint={hint}>
      <Tabbed label={t`Parts of coordination`} tabs={tabs} />
    </Page>
  );
}
