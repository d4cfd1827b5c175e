import 'graphiql/style.css';
import './explore.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import './lib/nonce';

const root = document.getElementById('root');
if (root) {
  const socket = location.origin.replace(/^http/, 'ws');
  const fetcher = createGraphiQLFetcher({ url: '/graphql', subscriptionUrl: `${socket}/graphql/ws` });
  createRoot(root).render(
    <GraphiQL fetcher={fetcher} defaultQuery={'{\n  viewer {\n    person {\n      name\n    }\n  }\n}\n'}>
      <GraphiQL.Logo>
        <a href="/" className="back">
          Back to Concordat
        </a>
      </GraphiQL.Logo>
    </GraphiQL>,
  );
}
