//! Signing in elsewhere: OpenID Connect, the authorization code flow with PKCE.
//!
//! The provider says whose address it is; who that is, is decided here. Nobody comes in whom the operator has not created.

mod begun;
mod way_out;

pub use begun::SECONDS as BEGUN_SECONDS;

use super::TokenKey;
use crate::kernel::{Chance, No};
use begun::Begun;
use concordat_domain::kernel::Moment;
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    IssuerUrl, Nonce, OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope,
    TokenResponse as _,
    core::{
        CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm as Algorithm,
        CoreProviderMetadata, CoreTokenResponse, CoreUserInfoClaims,
    },
};
use secrecy::{ExposeSecret as _, SecretString};
use std::{
    fmt::{self, Display},
    sync::{Mutex, PoisonError},
};
use ureq::Agent;

/// How long what a provider says of itself is believed, in seconds.
const BELIEVED: i64 = 300;

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
}

/// The sign-in at one provider.
pub struct OpenId {
    provider: Provider,
    issuer: IssuerUrl,
    back: RedirectUrl,
    agent: Agent,
    known: Mutex<Option<(Moment, CoreProviderMetadata)>>,
}

/// Where a browser goes to sign in, and the cookie that it keeps meanwhile.
pub struct Start {
    /// The provider's page.
    pub location: String,
    /// The cookie's value.
    pub cookie: String,
}

/// Whose address it is, and the page that was wanted.
pub struct Known {
    /// The address, which the provider has verified.
    pub email: String,
    /// The page.
    pub to: String,
}

/// Why nobody came in.
#[derive(Debug)]
pub enum Refused {
    /// It was not begun in this browser, or too long ago.
    Stale,
    /// The provider has not verified the address, or tells none.
    Unverified,
    /// The address is nobody's here, or somebody's who may not sign in.
    Unknown,
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
        Ok(Self { provider, issuer, back, agent: way_out::agent(), known: Mutex::new(None) })
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
        let client = self.client(now, false)?;
        let (state, nonce) = (CsrfToken::new(begun.state.clone()), Nonce::new(begun.nonce.clone()));
        let (location, ..) = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .add_scope(Scope::new("email".into()))
            .set_pkce_challenge(challenge)
            .url();
        Ok(Start { location: location.to_string(), cookie: begun.sealed(key)? })
    }

    /// Ends a sign-in: the code is exchanged, and what comes for it is checked. Blocks.
    ///
    /// # Errors
    /// [`Refused`].
    pub fn finish(&self, now: Moment, key: &TokenKey, cookie: &str, state: &str, code: &str) -> Result<Known, Refused> {
        let begun = Begun::opened(cookie, key, now).filter(|begun| begun.state == state).ok_or(Refused::Stale)?;
        let client = self.client(now, false)?;
        let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(provider)?;
        let exchange = exchange.set_pkce_verifier(PkceCodeVerifier::new(begun.verifier.clone()));
        let tokens = exchange.request(&self.way_out()).map_err(|why| chained(&why))?;
        let nonce = Nonce::new(begun.nonce.clone());
        // the provider may have other keys since
        let claims = match claims(&client, &tokens, &nonce, now) {
            Ok(claims) => claims,
            Err(_) => claims(&self.client(now, true)?, &tokens, &nonce, now)?,
        };
        let email = self.email(&client, &tokens, &claims)?;
        Ok(Known { email, to: begun.to })
    }

    /// The address, from the ID token, or else asked for with the access token.
    fn email(
        &self,
        client: &Client,
        tokens: &CoreTokenResponse,
        claims: &CoreIdTokenClaims,
    ) -> Result<String, Refused> {
        let verified = |email: Option<&openidconnect::EndUserEmail>, verified: Option<bool>| {
            email.filter(|_| verified == Some(true)).map(|email| email.to_string()).ok_or(Refused::Unverified)
        };
        if claims.email().is_some() {
            return verified(claims.email(), claims.email_verified());
        }
        let request = client.user_info(tokens.access_token().clone(), Some(claims.subject().clone()));
        let told: CoreUserInfoClaims =
            request.map_err(provider)?.request(&self.way_out()).map_err(|why| chained(&why))?;
        verified(told.email(), told.email_verified())
    }

    /// The client of the provider as it describes itself: asked anew after a while, or when it has to be.
    fn client(&self, now: Moment, anew: bool) -> Result<Client, Refused> {
        let fresh = |told: Moment| (0..BELIEVED * 1_000_000).contains(&(now.micros() - told.micros()));
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let metadata = match known {
            Some((told, metadata)) if !anew && fresh(told) => metadata,
            _ => {
                let metadata = CoreProviderMetadata::discover(&self.issuer, &self.way_out());
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

    fn way_out(&self) -> impl Fn(HttpRequest) -> Result<openidconnect::HttpResponse, ureq::Error> {
        |request| way_out::send(&self.agent, request)
    }
}

/// What the ID token says, once its signature, issuer, audience, times and nonce are right.
fn claims(
    client: &Client,
    tokens: &CoreTokenResponse,
    nonce: &Nonce,
    now: Moment,
) -> Result<CoreIdTokenClaims, Refused> {
    let token = tokens.id_token().ok_or_else(|| provider("it answered without an ID token"))?;
    let rules = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || now.utc());
    let claims = token.claims(&rules, nonce).map_err(|why| chained(&why))?;
    Ok(claims.clone())
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
