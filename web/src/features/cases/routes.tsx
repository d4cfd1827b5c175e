import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'cases', lazy: () => import('./CasesPage') },
  { path: 'cases/new', lazy: () => import('./NewCasePage') },
  { path: 'cases/:id', lazy: () => import('./CasePage') },
  { path: 'replay', lazy: () => import('./ReplayPage') },
];
