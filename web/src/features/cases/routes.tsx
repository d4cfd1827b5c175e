import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases', lazy: () => import('./CasesPage') },
];
