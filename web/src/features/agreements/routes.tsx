import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [{ path: 'agreement', lazy: () => import('./AgreementPage') }];
