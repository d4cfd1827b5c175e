import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'boundaries', lazy: () => import('./matrix/MatrixPage') },
  { path: 'coverage', lazy: () => import('./coverage/CoveragePage') },
  { path: 'findings', lazy: () => import('./findings/FindingsPage') },
  { path: 'training', lazy: () => import('./training/TrainingPage') },
  { path: 'findings/:id', lazy: () => import('./findings/FindingPage') },
  { path: 'boundaries/new', lazy: () => import('./editor/NewPage') },
  { path: 'boundaries/:id/edit', lazy: () => import('./editor/EditorPage') },
  { path: 'boundaries/:id', lazy: () => import('./boundary/BoundaryPage') },
];
