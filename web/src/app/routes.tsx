import { createBrowserRouter } from 'react-router';
import { routes as agreements } from '~/features/agreements/routes';
import { routes as boundaries } from '~/features/boundaries/routes';
import { routes as cases } from '~/features/cases/routes';
import { routes as companies } from '~/features/companies/routes';
import { routes as coordination } from '~/features/coordination/routes';
import { routes as deviations } from '~/features/deviations/routes';
import { routes as escalations } from '~/features/escalations/routes';
import { routes as events } from '~/features/events/routes';
import { account, routes as identity } from '~/features/identity/routes';
import { routes as kpis } from '~/features/kpis/routes';
import { routes as notifications } from '~/features/notifications/routes';
import { routes as satisfaction } from '~/features/satisfaction/routes';
import { routes as teams } from '~/features/teams/routes';
import { Broken, Nowhere } from './Broken';
import { SeatFrame } from './seat';

/** Pages of one agreement stand below `/agreements/CODE`; the rest is of the person or the instance. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: Broken,
    HydrateFallback: () => null,
    children: [
      ...identity,
      {
        lazy: () => import('./Frame'),
        children: [
          {
            ErrorBoundary: Broken,
            children: [
              { index: true, lazy: () => import('~/features/notifications/HomePage') },
              ...account,
              ...companies,
              {
                path: 'agreements/:agreement',
                Component: SeatFrame,
                children: [...agreements, ...kpis, ...deviations, ...boundaries, ...cases, ...coordination, ...escalations, ...satisfaction, ...teams, ...notifications, ...events],
              },
              { path: '*', Component: Nowhere },
            ],
          },
        ],
      },
    ],
  },
]);
