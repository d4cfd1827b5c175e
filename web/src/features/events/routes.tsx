import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'events', lazy: () => import('./EventsPage') }];
