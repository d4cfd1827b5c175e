import { Anchor, Button } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { CustomerTab } from './CustomerTab';
import { ListTab } from './ListTab';
import { RecordVoice } from './RecordVoice';
import { followers, readers } from './roles';

/** What customers prefer and want improved, and what the companies make of it. */
export function Component() {
  const { t } = useLingui();
  const { to, holds } = useSeat();
  const [recording, setRecording] = useState(false);
  const tabs = [
    ...(holds(...readers) ? [{ value: 'all', label: t`What customers said`, content: () => <ListTab /> }] : []),
    ...(holds(...followers) ? [{ value: 'customer', label: t`As the customer sees it`, content: () => <CustomerTab /> }] : []),
  ];
  const hint = (
    <Trans>
      Each company concerned has five open days to acknowledge or answer; then the customer is told what came of it. What all share beside it is{' '}
      <Anchor component={Link} to={to('words')} inherit underline="always">
        common ground
      </Anchor>
      .
    </Trans>
  );
  return (
    <Page
      title={t`Customer's voice`}
      hint={hint}
      actions={
        holds('CONTACT_AGENT') && (
          <Button onClick={() => setRecording(true)}>
            <Trans>Take something down</Trans>
          </Button>
        )
      }
    >
      <Tabbed label={t`Parts of the customer's voice`} tabs={tabs} />
      {recording && <RecordVoice onClose={() => setRecording(false)} />}
    </Page>
  );
}
