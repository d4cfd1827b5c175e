import { Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { useParam } from '~/lib/url';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { CustomerTab } from './CustomerTab';
import { ListTab } from './ListTab';
import { insiders, useEscalationsLive } from './live';
import { RaiseDialog } from './RaiseDialog';
import { WayUp } from './WayUp';

/** What climbs until it is answered: who has it, until when, and the way up. */
export function Component() {
  const { t } = useLingui();
  const { holds } = useSeat();
  const [raising, setRaising] = useParam('raise');
  useEscalationsLive();
  const tabs = [
    ...(holds(...insiders) ? [{ value: 'all', label: t`Escalations`, content: () => <ListTab /> }] : []),
    ...(holds('CUSTOMER', 'STEWARD', 'COORDINATOR', 'CONTACT_AGENT', 'AUDITOR') ? [{ value: 'customer', label: t`As the customer sees it`, content: () => <CustomerTab /> }] : []),
    { value: 'way', label: t`The way up`, content: () => <WayUp /> },
  ];
  const raises = holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'SME', 'CONTACT_AGENT', 'ENGINEER', 'CUSTOMER');
  return (
    <Page
      title={t`Escalations`}
      hint={<Trans>A matter that is not dealt with in time climbs until somebody with the power to do so has answered whoever raised it.</Trans>}
      actions={
        raises && (
          <Button onClick={() => setRaising('now')}>
            <Trans>Raise a matter</Trans>
          </Button>
        )
      }
    >
      <Tabbed label={t`Parts of escalations`} tabs={tabs} />
      {raising && raises && <RaiseDialog onClose={() => setRaising(null)} />}
    </Page>
  );
}
