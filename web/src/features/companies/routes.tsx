import type { RouteObject } from 'react-router';

/** Pages of the operator, for the whole instance. */
export const routes: RouteObject[] = [
  { path: 'instance/people', lazy: () => import('./PeoplePage') },
  { path: 'instance/companies', lazy: () => import('./CompaniesPage') },
];
