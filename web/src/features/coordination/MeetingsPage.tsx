import { Anchor, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { useParam } from '~/lib/url';
import { Page } from '~/ui/Page';
import { CalendarTab } from './calendar/CalendarTab';
import { DecisionsTab } from './decisions/DecisionsTab';
import { GroupsTab } from './groups/GroupsTab';
import { HealthTab } from './health/HealthTab';
import { ItemsTab } from './items/ItemsTab';
import { useMeetingsLive } from './live';

/** Where the companies coordinate: meetings, what was decided, who does what, and how each keeps its commitment. */
export function Component() {
  const { t } = useLingui();
  const { to } = useSeat();
  const [tab, setTab] = useParam('tab', 'calendar');
  useMeetingsLive();
  const hint = (
    <Trans>
      What the companies decide together, and who does what by when. Their words and how well they fit together are{' '}
      <Anchor component={Link} to={to('words')} inherit underline="always">
        common ground
      </Anchor>
      .
    </Trans>
  );
  return (
    <Page title={t`Meetings`} hint={hint}>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List className="no-print">
          <Tabs.Tab value="calendar">{t`Calendar`}</Tabs.Tab>
          <Tabs.Tab value="decisions">{t`Decisions`}</Tabs.Tab>
          <Tabs.Tab value="items">{t`Action items`}</Tabs.Tab>
          <Tabs.Tab value="health">{t`Commitment health`}</Tabs.Tab>
          <Tabs.Tab value="groups">{t`Groups`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="calendar" pt="md">
          <CalendarTab />
        </Tabs.Panel>
        <Tabs.Panel value="decisions" pt="md">
          <DecisionsTab />
        </Tabs.Panel>
        <Tabs.Panel value="items" pt="md">
          <ItemsTab />
        </Tabs.Panel>
        <Tabs.Panel value="health" pt="md">
          <HealthTab />
        </Tabs.Panel>
        <Tabs.Panel value="groups" pt="md">
          <GroupsTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
