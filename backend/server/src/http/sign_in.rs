//! `/auth`: the set-up of the instance, sign-in and sign-out of browsers, passwords by invitation, and short tokens
//! for partners' systems.

use super::{
    answers::said,
    credentials::{SESSION_COOKIE, credential},
    guard,
    instance::Instance,
    openid,
    rates::TooOften,
};
use actix_web::{
    HttpRequest, HttpResponse,
    error::{InternalError, JsonPayloadError},
    http::{StatusCode, header},
    web::{self, Json, ServiceConfig},
};
use concordat_domain::{access::Actor, identity::Person, kernel::AgreementId};
use concordat_service::{
    identity::{self, Credential, NewPerson, Password, SessionOpened},
    kernel::{Outcome, Tx},
};
use serde::Deserialize;
use serde_json::{Value, json};
use std::sync::Arc;

type Answer = Result<HttpResponse, HttpResponse>;

/// Adds the routes below `/auth`.
pub fn routes(config: &mut ServiceConfig) {
    let scope = web::scope("/auth")
        .app_data(web::JsonConfig::default().limit(16 * 1024).error_handler(|error, _| unread(error).into()))
        .service(web::resource("/options").route(web::get().to(async |i| either(options(i).await))))
        .configure(openid::routes)
        .service(web::resource("/set-up").route(web::post().to(async |i, r, b| either(set_up(i, r, b).await))))
        .service(web::resource("/sign-in").route(web::post().to(async |i, r, b| either(sign_in(i, r, b).await))))
        .service(web::resource("/sign-out").route(web::post().to(async |i, r| either(sign_out(i, r).await))))
        .service(web::resource("/invitation").route(web::post().to(async |i, r, b| either(invitation(i, r, b).await))))
        .service(web::resource("/token").route(web::post().to(async |i, r, b| either(token(i, r, b).await))));
    config.service(scope);
}

fn either(answer: Answer) -> HttpResponse {
    answer.unwrap_or_else(|no| no)
}

fn unread(error: JsonPayloadError) -> InternalError<JsonPayloadError> {
    let (status, why) = match &error {
        JsonPayloadError::ContentType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "send application/json".to_owned()),
        JsonPayloadError::Overflow { .. } | JsonPayloadError::OverflowKnownLength { .. } => {
            (StatusCode::PAYLOAD_TOO_LARGE, "the body is too long".to_owned())
        }
        // the error speaks of keys and places, not of values: nothing secret comes back
        JsonPayloadError::Deserialize(why) => (StatusCode::BAD_REQUEST, format!("the body does not read: {why}")),
        _ => (StatusCode::BAD_REQUEST, "the body did not arrive whole".to_owned()),
    };
    InternalError::from_response(error, said(status, "BAD_REQUEST", &why))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetUp {
    token: String,
    email: String,
    name: String,
    company: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    email: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Invitation {
    link: String,
    password: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApiToken {
    token: String,
}

/// What a page must know before anybody is signed in.
async fn options(instance: web::Data<Instance>) -> Answer {
    let openid = instance.openid.as_ref().map(|at| json!({ "name": at.name(), "start": openid::START }));
    let asked = instance
        .into_inner()
        .section(|instance| instance.database.read(&Arc::new(Actor::anonymous()), |tx| Ok(!identity::is_set_up(tx)?)));
    Ok(HttpResponse::Ok().json(json!({ "set_up": asked.await?, "openid": openid })))
}

async fn set_up(instance: web::Data<Instance>, request: HttpRequest, Json(asked): Json<SetUp>) -> Answer {
    attempt(&instance, &request, &asked.token).map_err(guard::slow_down)?;
    let made = instance.into_inner().password_section(move |instance| {
        let new = NewPerson { email: asked.email, name: asked.name, company: asked.company };
        let password = Password::new(instance.database.chance(), &asked.password, &new.email)?;
        write(instance, |tx| identity::set_up(tx, &asked.token, &new, &password))
    });
    Ok(HttpResponse::Created().json(told(&made.await?)))
}

async fn sign_in(instance: web::Data<Instance>, request: HttpRequest, Json(asked): Json<SignIn>) -> Answer {
    attempt(&instance, &request, &asked.email).map_err(guard::slow_down)?;
    let shared = instance.clone();
    let opened = instance
        .into_inner()
        .password_section(move |instance| identity::sign_in(&instance.database, &asked.email, &asked.password))
        .await
        .inspect_err(|answer| tracing::warn!(status = answer.status().as_u16(), "a sign-in failed"))?;
    let mut answer = told(&opened.person);
    answer["expires_at"] = json!(opened.expires_at);
    Ok(HttpResponse::Ok().insert_header((header::SET_COOKIE, session(&shared, &opened))).json(answer))
}

async fn sign_out(instance: web::Data<Instance>, request: HttpRequest) -> Answer {
    let secure = instance.public.secure;
    if let Credential::Session(secret) = credential(request.headers()) {
        instance.into_inner().section(move |instance| write(instance, |tx| identity::sign_out(tx, &secret))).await?;
    }
    Ok(HttpResponse::NoContent().insert_header((header::SET_COOKIE, cookie("", 0, secure))).finish())
}

async fn invitation(instance: web::Data<Instance>, request: HttpRequest, Json(asked): Json<Invitation>) -> Answer {
    attempt(&instance, &request, &asked.link).map_err(guard::slow_down)?;
    let person = instance.into_inner().password_section(move |instance| {
        let password = Password::new(instance.database.chance(), &asked.password, "")?;
        write(instance, |tx| identity::accept_invitation(tx, &asked.link, &password))
    });
    Ok(HttpResponse::Ok().json(told(&person.await?)))
}

async fn token(instance: web::Data<Instance>, request: HttpRequest, Json(asked): Json<ApiToken>) -> Answer {
    attempt(&instance, &request, &asked.token).map_err(guard::slow_down)?;
    let exchanged = instance.into_inner().section(move |instance| {
        let nobody = Arc::new(Actor::anonymous());
        instance.database.read(&nobody, |tx| identity::exchange_token(tx, &instance.key, &asked.token))
    });
    let exchanged = exchanged.await?;
    let answer = json!({ "token": exchanged.jwt, "token_type": "Bearer", "expires_in": exchanged.seconds });
    Ok(HttpResponse::Ok().json(answer))
}

fn write<T>(instance: &Instance, work: impl FnMut(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
    instance.database.write(&Arc::new(Actor::anonymous()), AgreementId::INSTANCE, work)
}

/// The cookie of a session that has just been opened.
pub(super) fn session(instance: &Instance, opened: &SessionOpened) -> String {
    let life = (opened.expires_at.micros() - instance.database.clock().now().micros()).div_euclid(1_000_000);
    cookie(&opened.secret, life, instance.public.secure)
}

/// Few attempts for each account and each address.
pub(super) fn attempt(instance: &Instance, request: &HttpRequest, account: &str) -> Result<(), TooOften> {
    let peer = request.peer_addr().map(|peer| peer.ip());
    let address = guard::address_of(peer, request.headers(), instance.behind_proxy);
    instance.rates.attempt(address, account)
}

fn told(person: &Person) -> Value {
    json!({ "email": person.email, "name": person.name, "operator": person.operator })
}

/// The session's cookie, for so many seconds: no script reads it, no other site's form sends it, and over https it
/// never travels in the clear.
fn cookie(secret: &str, seconds: i64, secure: bool) -> String {
    let secure = if secure { "; Secure" } else { "" };
    format!("{SESSION_COOKIE}={secret}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}")
}
