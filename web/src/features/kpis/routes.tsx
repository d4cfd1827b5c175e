import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'scorecard', lazy: () => import('./ScorecardPage') },
  { path: 'scorecard/:kpi', lazy: () => import('./SeriesPage') },
];
