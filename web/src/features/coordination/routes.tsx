import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'meetings', lazy: () => import('./MeetingsPage') },
  { path: 'meetings/:id', lazy: () => import('./meeting/MeetingPage') },
  { path: 'decisions/:id', lazy: () => import('./decisions/DecisionPage') },
  { path: 'words', lazy: () => import('./words/WordsPage') },
];
