import 'graphiql/style.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  root.style.height = '100vh';
  const socket = location.origin.replace(/^http/, 'ws');
  const fetcher = createGraphiQLFetcher({ url: '/graphql', subscriptionUrl: `${socket}/graphql/ws` });
  createRoot(root).render(<GraphiQL fetcher={fetcher} defaultQuery={'{\n  viewer {\n    person {\n      name\n    }\n  }\n}\n'} />);
}
