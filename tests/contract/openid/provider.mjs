// A provider at which nobody has to type: whoever is named in `login_hint` signs in and consents at once.
// Prints where it is and what time it has, and serves until its standard input closes.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [back, knownEmail] = process.argv.slice(2);
const people = {
  known: { email: knownEmail, email_verified: true },
  another: { email: knownEmail, email_verified: true },
  foreign: { email: 'ana@elsewhere.example', email_verified: true },
  stranger: { email: 'stranger@far.example', email_verified: true },
  unverified: { email: knownEmail, email_verified: false },
};

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [{ client_id: 'concordat', client_secret: 'a secret of forty letters, more or less.', redirect_uris: [back] }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  // `userinfo`: as the specification has it, claims are asked for with the access token; `token`: they stand in the ID token
  conformIdTokenClaims: process.argv[4] !== 'token',
  ttl: { IdToken: 60, AccessToken: 600, AuthorizationCode: 600, Grant: 600, Interaction: 600, Session: 600 },
  cookies: { keys: ['a key for tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, { uid }) => `/interaction/${uid}` },
  findAccount: (ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people[accountId] }) }),
  async loadExistingGrant({ oidc }) {
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});
const serve = provider.callback();
server.on('request', async (request, response) => {
  if (!request.url.startsWith('/interaction/')) return serve(request, response);
  const { params } = await provider.interactionDetails(request, response);
  return provider.interactionFinished(request, response, { login: { accountId: params.login_hint ?? 'known' } });
});
console.log(JSON.stringify({ issuer, now: new Date().toISOString() }));
process.stdin.resume().on('end', () => process.exit(0));
