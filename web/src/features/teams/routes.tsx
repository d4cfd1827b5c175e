import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'teams', lazy: () => import('./TeamsPage') },
  { path: 'teams/:id', lazy: () => import('./TeamPage') },
  { path: 'calendars', lazy: () => import('./CalendarsPage') },
];
