//! Signing in elsewhere: OpenID Connect, the authorization code flow with PKCE.
//!
//! The provider says whose address it is, for the domains that it may speak for; who that is, is decided here. Nobody comes in
//! whom the operator has not created.

mod begun;
mod coming;
#[cfg(test)]
mod tests;
mod way_out;

pub use begun::SECONDS as BEGUN_SECONDS;
pub use coming::{Told, come_in};

use super::{SessionOpened, TokenKey};
use crate::kernel::{Chance, Database, No};
use begun::{Begun, SECONDS};
use concordat_domain::kernel::Moment;
use openidconnect::{
    AuthorizationCode, ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier,
    RedirectUrl, Scope, SignatureVerificationError, TokenResponse as _,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm as Algorithm,
        CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
    },
};
use secrecy::{ExposeSecret as _, SecretString};
use std::{
    fmt::{self, Display},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};
use ureq::Agent;

/// How long what a provider says of itself is believed, in seconds.
const BELIEVED: i64 = 300;
/// How long it is believed at least, in seconds, whatever key a token names: nobody has us ask the provider all the time.
const AT_LEAST: i64 = 60;
/// How long all that is asked of the provider in one step may take together.
const PATIENCE: Duration = Duration::from_secs(20);

/// How ID tokens may be signed: with the provider's own keys, and not with the secret that we share.
const ALGORITHMS: [Algorithm; 8] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EcdsaP384Sha384,
];

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// Who the provider is, and who we are to it.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its address, exactly as it calls itself.
    pub issuer: String,
    /// Our name there.
    pub client: String,
    /// Our secret there, where we have one.
    pub secret: Option<SecretString>,
    /// What people call it.
    pub name: String,
    /// The domains of the addresses for which it may speak, in lower case.
    pub domains: Vec<String>,
    /// Whether it may speak for operators of the instance, too.
    pub operators: bool,
}

/// The sign-in at one provider.
pub struct OpenId {
    provider: Provider,
    issuer: IssuerUrl,
    back: RedirectUrl,
    agent: Agent,
    patience: Duration,
    known: Mutex<Option<(Moment, CoreProviderMetadata)>>,
}

/// Where a browser goes to sign in, and the cookie that it keeps meanwhile.
pub struct Start {
    /// The provider's page.
    pub location: String,
    /// The cookie's value.
    pub cookie: String,
}

/// Somebody who has come in.
pub struct Came {
    /// Their session.
    pub opened: SessionOpened,
    /// The page that was wanted.
    pub to: String,
}

/// Why nobody came in.
#[derive(Debug)]
pub enum Refused {
    /// It was not begun in this browser, or too long ago, or has come back before.
    Stale,
    /// The provider has not verified the address, or tells none.
    Unverified,
    /// Nobody may come in with that address here; why, is for the log alone.
    Unknown(&'static str),
    /// The provider says no, does not answer, or answers what it should not.
    Provider(String),
    /// We failed.
    Failed(No),
}

impl From<No> for Refused {
    fn from(no: No) -> Self {
        Self::Failed(no)
    }
}

fn provider(why: impl Display) -> Refused {
    Refused::Provider(why.to_string())
}

impl fmt::Debug for OpenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenId").field("provider", &self.provider).finish_non_exhaustive()
    }
}

impl OpenId {
    /// The sign-in at a provider, from which browsers come back to `origin`.
    ///
    /// # Errors
    /// What is wrong with an address.
    pub fn new(provider: Provider, origin: &str) -> Result<Self, String> {
        let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|why| format!("openid_issuer: {why}"))?;
        let back = RedirectUrl::new(format!("{origin}/auth/openid/callback"));
        let back = back.map_err(|why| format!("public_url: {why}"))?;
        let (agent, known) = (way_out::agent(), Mutex::new(None));
        Ok(Self { provider, issuer, back, agent, patience: PATIENCE, known })
    }

    /// What people call the provider.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.provider.name
    }

    /// Begins a sign-in that leads to a page. Blocks.
    ///
    /// # Errors
    /// The provider does not say where its page is.
    pub fn start(&self, chance: &dyn Chance, now: Moment, key: &TokenKey, to: &str) -> Result<Start, Refused> {
        let begun = Begun::new(chance, now, to);
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(begun.verifier.clone()));
        let client = self.client(now, BELIEVED, self.until())?;
        let (state, nonce) = (CsrfToken::new(begun.state.clone()), Nonce::new(begun.nonce.clone()));
        let (location, ..) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Start { location: location.to_string(), cookie: begun.sealed(key)? })
    }

    /// Ends a sign-in, once: the code is exchanged, what comes for it is checked, and whoever it is comes in. Blocks.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn finish(
        &self,
        database: &Database,
        key: &TokenKey,
        cookie: &str,
        state: &str,
        code: &str,
    ) -> Result<Came, Refused> {
        let now = database.clock().now();
        let begun = Begun::opened(cookie, key, now).filter(|begun| begun.state == state).ok_or(Refused::Stale)?;
        if !coming::comes_back(database, state)? {
            return Err(Refused::Stale);
        }
        let told = self.told(now, &begun, code)?;
        Ok(Came { opened: come_in(database, &self.provider, &told)?, to: begun.to })
    }

    /// What the provider says of whoever brings a code.
    fn told(&self, now: Moment, begun: &Begun, code: &str) -> Result<Told, Refused> {
        let until = self.until();
        let client = self.client(now, BELIEVED, until)?;
        let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(provider)?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(begun.verifier.clone()));
        let tokens = exchange.request(&self.way_out(until)).map_err(|why| chained(&why))?;
        let nonce = Nonce::new(begun.nonce.clone());
        let claims = match claims(&client, &tokens, &nonce, now)? {
            // the provider may have other keys since
            Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
                claims(&self.client(now, AT_LEAST, until)?, &tokens, &nonce, now)?
            }
            claims => claims,
        };
        let claims = claims.map_err(|why| chained(&why))?;
        let email = self.email(&client, &tokens, &claims, until)?;
        Ok(Told { subject: claims.subject().to_string(), email })
    }

    /// The address, from the ID token, or else asked for with the access token.
    fn email(
        &self,
        client: &Client,
        tokens: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
        until: Instant,
    ) -> Result<String, Refused> {
        let verified = |email: Option<&openidconnect::EndUserEmail>, verified: Option<bool>| {
            email.filter(|_| verified == Some(true)).map(|email| email.to_string()).ok_or(Refused::Unverified)
        };
        if claims.email().is_some() {
            return verified(claims.email(), claims.email_verified());
        }
        let request = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()));
        let told: CoreUserInfoClaims =
            request.map_err(provider)?.request(&self.way_out(until)).map_err(|why| chained(&why))?;
        verified(told.email(), told.email_verified())
    }

    /// The client of the provider as it describes itself: asked anew where it was asked so many seconds ago.
    fn client(&self, now: Moment, believed: i64, until: Instant) -> Result<Client, Refused> {
        let fresh = |told: Moment| (0..believed * 1_000_000).contains(&(now.micros() - told.micros()));
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let metadata = match known {
            Some((told, metadata)) if fresh(told) => metadata,
            _ => {
                let metadata = CoreProviderMetadata::discover(&self.issuer, &self.way_out(until));
                let metadata = metadata.map_err(|why| chained(&why))?;
                *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((now, metadata.clone()));
                metadata
            }
        };
        let secret = self.provider.secret.as_ref();
        let secret = secret.map(|secret| ClientSecret::new(secret.expose_secret().to_owned()));
        let client = ClientId::new(self.provider.client.clone());
        Ok(CoreClient::from_provider_metadata(metadata, client, secret).set_redirect_uri(self.back.clone()))
    }

    /// When what begins now must have ended.
    fn until(&self) -> Instant {
        Instant::now() + self.patience
    }

    fn way_out(&self, until: Instant) -> impl Fn(HttpRequest) -> Result<openidconnect::HttpResponse, ureq::Error> {
        move |request| way_out::send(&self.agent, request, until)
    }
}

/// What the ID token says, if its signature, issuer, audience, times and nonce are right.
fn claims(
    client: &Client,
    tokens: &CoreTokenResponse,
    nonce: &Nonce,
    now: Moment,
) -> Result<Result<CoreIdTokenClaims, ClaimsVerificationError>, Refused> {
    let token = tokens.id_token().ok_or_else(|| provider("it answered without an ID token"))?;
    let rules = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || now.utc());
    Ok(token.claims(&rules, nonce).cloned())
}

/// An error with what caused it: the outermost one says little.
fn chained(error: &dyn std::error::Error) -> Refused {
    let mut told = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        told = format!("{told}: {error}");
        cause = error.source();
    }
    Refused::Provider(told)
}
