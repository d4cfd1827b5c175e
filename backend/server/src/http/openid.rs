//! `/auth/openid`: a browser goes to the provider to sign in, and comes back with a code.

use super::{answers::said, guard, instance::Instance, sign_in};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{self, Query, ServiceConfig},
};
use concordat_service::{
    identity::openid::{BEGUN_SECONDS, Refused},
    kernel::Outcome,
};
use serde::Deserialize;

/// Where it begins.
pub(super) const START: &str = "/auth/openid/start";
/// Where the browser comes back to.
const BACK: &str = "/auth/openid/callback";
/// What the browser keeps meanwhile.
const COOKIE: &str = "concordat_openid";

/// Adds the routes, below `/auth`.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/openid/start").route(web::get().to(start)))
        .service(web::resource("/openid/callback").route(web::get().to(callback)));
}

#[derive(Deserialize)]
struct Wanted {
    to: Option<String>,
}

#[derive(Deserialize)]
struct Back {
    state: Option<String>,
    code: Option<String>,
}

async fn start(instance: web::Data<Instance>, wanted: Query<Wanted>) -> HttpResponse {
    let Some(openid) = instance.openid.clone() else { return nowhere() };
    let to = wanted.into_inner().to.unwrap_or_default();
    let secure = instance.public.secure;
    let begun = instance.into_inner().elsewhere_section(move |instance| {
        let database = &instance.database;
        told(openid.start(database.chance(), database.clock().now(), &instance.key, &to))
    });
    match begun.await {
        Ok(Ok(begun)) => lead_to(&begun.location, &[kept(&begun.cookie, BEGUN_SECONDS, secure)]),
        Ok(Err(why)) => turn_away(&why, secure),
        Err(busy) => busy,
    }
}

async fn callback(instance: web::Data<Instance>, request: HttpRequest, back: Query<Back>) -> HttpResponse {
    let Some(openid) = instance.openid.clone() else { return nowhere() };
    let secure = instance.public.secure;
    let (Back { state: Some(state), code }, Some(cookie)) = (back.into_inner(), cookie(&request)) else {
        return turn_away(&Refused::Stale, secure);
    };
    let Some(code) = code else { return turn_away(&Refused::Provider("it gives no code".into()), secure) };
    if let Err(too_often) = sign_in::attempt(&instance, &request, &state) {
        return guard::slow_down(too_often);
    }
    let shared = instance.clone();
    let came = instance.into_inner().elsewhere_section(move |instance| {
        let (database, key) = (&instance.database, &instance.key);
        told(openid.finish(database, key, &cookie, &state, &code))
    });
    match came.await {
        Ok(Ok(came)) => lead_to(&came.to, &[sign_in::session(&shared, &came.opened), kept("", 0, secure)]),
        Ok(Err(why)) => turn_away(&why, secure),
        Err(busy) => busy,
    }
}

/// What we failed at ourselves is a fault like any other.
fn told<T>(done: Result<T, Refused>) -> Outcome<Result<T, Refused>> {
    match done {
        Err(Refused::Failed(no)) => Err(no),
        done => Ok(done),
    }
}

fn nowhere() -> HttpResponse {
    said(StatusCode::NOT_FOUND, "NOT_FOUND", "nobody signs in elsewhere: no openid_issuer is set")
}

/// Back to the page for signing in, which says why.
fn turn_away(why: &Refused, secure: bool) -> HttpResponse {
    let word = match why {
        Refused::Stale => "stale",
        Refused::Unverified => "unverified",
        Refused::Unknown(_) => "unknown",
        Refused::Provider(_) | Refused::Failed(_) => "provider",
    };
    tracing::warn!(?why, "a sign-in elsewhere failed");
    lead_to(&format!("/sign-in?refused={word}"), &[kept("", 0, secure)])
}

fn lead_to(location: &str, cookies: &[String]) -> HttpResponse {
    let mut response = HttpResponse::SeeOther();
    response.insert_header((header::LOCATION, location));
    for cookie in cookies {
        response.append_header((header::SET_COOKIE, cookie.as_str()));
    }
    response.finish()
}

/// The cookie for so many seconds. The provider's page leads back here, so it comes along from another site.
fn kept(value: &str, seconds: i64, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{COOKIE}={value}; Path={BACK}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}

fn cookie(request: &HttpRequest) -> Option<String> {
    let cookies = request.headers().get_all(header::COOKIE).filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value.to_owned())
}
