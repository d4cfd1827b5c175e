import { Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '~/features/identity/session';
import { Empty } from '~/ui/Empty';
import { Page } from '~/ui/Page';

interface InstanceProps {
  open: 'people' | 'companies';
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of the operator's pages; nobody else sees anything in it. */
export function Instance({ open, actions, children }: InstanceProps) {
  const { t } = useLingui();
  const go = useNavigate();
  const { operator } = useMe();
  if (!operator) {
    return (
      <Page title={t`Companies and people`}>
        <Empty title={t`For the operator`}>
          <Trans>Whoever operates this instance adds people here. Who does what in an agreement stands in the agreement.</Trans>
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={t`Companies and people`} hint={t`Of the whole instance. Roles are given by each agreement's file.`} actions={actions}>
      <Tabs value={open} onChange={(to) => void go(`/instance/${to ?? 'people'}`)}>
        <Tabs.List aria-label={t`Parts of the instance`}>
          <Tabs.Tab value="people">{t`People`}</Tabs.Tab>
          <Tabs.Tab value="companies">{t`Companies and agreements`}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={open} pt="md">
          {children}
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
