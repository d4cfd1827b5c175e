import { useLingui } from '@lingui/react/macro';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { CalendarFeeds } from './CalendarFeeds';
import { MyRoles } from './MyRoles';
import { useMe } from './session';
import { NotificationSettings } from './NotificationSettings';
import { Tokens } from './Tokens';

/** What belongs to whoever is signed in: roles, how they are told, tokens, calendars. */
export function Component() {
  const { t } = useLingui();
  const me = useMe();
  return (
    <Page title={me.name} hint={me.email ? `${me.email} · ${me.company.name}` : me.company.name}>
      <Tabbed
        label={t`Parts of your account`}
        tabs={[
          { value: 'roles', label: t`My roles`, content: () => <MyRoles /> },
          { value: 'notifications', label: t`How I am told`, content: () => <NotificationSettings /> },
          { value: 'tokens', label: t`API tokens`, content: () => <Tokens /> },
          { value: 'calendars', label: t`Calendar addresses`, content: () => <CalendarFeeds /> },
        ]}
      />
    </Page>
  );
}
