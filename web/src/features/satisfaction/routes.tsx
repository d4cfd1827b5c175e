import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'voices', lazy: () => import('./VoicesPage') },
  { path: 'voices/:id', lazy: () => import('./VoicePage') },
];
