import { Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Empty } from '~/ui/Empty';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { DeadLetters } from './DeadLetters';
import { Webhooks } from './Webhooks';

/** How the agreement tells of what happens: systems by webhooks, people by mail. */
export function Component() {
  const { t } = useLingui();
  const { holds } = useSeat();
  const tabs = [
    ...(holds('COORDINATOR', 'STEWARD') ? [{ value: 'webhooks', label: t`Webhooks`, content: () => <Webhooks /> }] : []),
    ...(holds('STEWARD') ? [{ value: 'mails', label: t`Undelivered mails`, content: () => <DeadLetters /> }] : []),
  ];
  return (
    <Page
      title={t`Notifications`}
      hint={
        <Trans>
          Systems are told by webhooks, people by mail. How you are told yourself stands in <Anchor component={Link} to="/account?tab=notifications" inherit underline="always">your settings</Anchor>.
        </Trans>
      }
    >
      {tabs.length > 0 ? (
        <Tabbed label={t`Ways of telling`} tabs={tabs} />
      ) : (
        <Empty title={t`Nothing to look after here`}>
          <Trans>Coordinators look after the webhooks of their company, the steward after mails that could not be delivered.</Trans>
        </Empty>
      )}
    </Page>
  );
}
