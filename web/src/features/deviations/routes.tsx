import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'deviations', lazy: () => import('./BoardPage') },
  { path: 'deviations/:id', lazy: () => import('./DeviationPage') },
  { path: 'actions/:id', lazy: () => import('./actions/ActionPage') },
];
