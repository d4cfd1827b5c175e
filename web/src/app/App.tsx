import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from 'react-router';
import { SessionProvider } from '~/features/identity/session';
import { i18n } from '~/lib/i18n';
import { nonce } from '~/lib/nonce';
import { router } from './routes';
import { theme, variables } from './theme';

/** The console, from its outermost frame to its pages. */
export function App() {
  return (
    <I18nProvider i18n={i18n}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <Notifications position="bottom-right" />
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </MantineProvider>
    </I18nProvider>
  );
}
