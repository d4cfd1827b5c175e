import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'escalations', lazy: () => import('./EscalationsPage') },
  { path: 'escalations/:id', lazy: () => import('./EscalationPage') },
];
