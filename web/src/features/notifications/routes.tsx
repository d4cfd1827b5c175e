import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  { path: 'notifications', lazy: () => import('./NotificationsPage') },
  { path: 'notifications/webhooks/:id', lazy: () => import('./WebhookPage') },
];
