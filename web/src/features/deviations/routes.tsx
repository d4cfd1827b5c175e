import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'deviations', lazy: () => import('./BoardPage') },
];
