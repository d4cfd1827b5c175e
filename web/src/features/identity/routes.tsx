import type { RouteObject } from 'react-router';

/** Pages for whoever is not signed in yet. */
export const routes: RouteObject[] = [
  { path: 'sign-in', lazy: () => import('./SignInPage') },
  { path: 'set-up', lazy: () => import('./SetUpPage') },
  { path: 'invitation', lazy: () => import('./InvitationPage') },
];

/** Pages of whoever is signed in. */
export const account: RouteObject[] = [{ path: 'account', lazy: () => import('./AccountPage') }];
