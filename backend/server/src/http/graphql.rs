//! The GraphQL endpoint, as *GraphQL over HTTP* describes it: `POST /graphql`, `GET /graphql` for queries alone, and
//! `GET /schema.graphql`.

use super::{
    credentials::credential,
    endpoint::{Asked, Endpoint},
    media::{Media, is_json},
    request, socket,
};
use crate::graphql::kernel::{
    api::{Fate, Reply, Request, Taken},
    errors::Failure,
    rate::RateLimit,
};
use actix_web::{
    HttpMessage as _, HttpRequest, HttpResponse, HttpResponseBuilder,
    http::{StatusCode, header},
    web,
};
use concordat_service::kernel::Idempotency;
use serde_json::json;
use std::sync::Arc;
use tokio::time::timeout;

/// The longest `Idempotency-Key`.
const KEY: usize = 128;

/// Adds the GraphQL routes of an endpoint to an application.
pub fn routes(config: &mut web::ServiceConfig, endpoint: Arc<Endpoint>) {
    config
        .app_data(web::Data::from(endpoint))
        .service(
            web::resource("/graphql")
                .route(web::post().to(post))
                .route(web::get().to(by_link))
                .default_service(web::to(other_method)),
        )
        .route("/graphql/ws", web::get().to(socket::open))
        .route("/schema.graphql", web::get().to(sdl));
}

async fn post(request: HttpRequest, payload: web::Payload, endpoint: web::Data<Endpoint>) -> HttpResponse {
    let Some(media) = accepted(&request) else { return unacceptable() };
    if !is_json(text_of(&request, header::CONTENT_TYPE)) || request.headers().contains_key(header::CONTENT_ENCODING) {
        return said(StatusCode::UNSUPPORTED_MEDIA_TYPE, media, "send application/json in UTF-8, not compressed");
    }
    let body = match timeout(endpoint.limits.patience, payload.to_bytes_limited(endpoint.limits.body)).await {
        Ok(Ok(Ok(body))) => body,
        Ok(Err(_)) => {
            let most = endpoint.limits.body;
            return said(StatusCode::PAYLOAD_TOO_LARGE, media, &format!("a request may have {most} bytes"));
        }
        Ok(Ok(Err(_))) => return said(StatusCode::BAD_REQUEST, media, "the body did not arrive whole"),
        Err(_) => return said(StatusCode::REQUEST_TIMEOUT, media, "the body took too long to arrive"),
    };
    let once = match once(&request, &body) {
        Ok(once) => once,
        Err(why) => return said(StatusCode::BAD_REQUEST, media, why),
    };
    match request::from_body(&body) {
        Ok(operation) => run(endpoint, Asked { once, ..asked(&request, operation, Taken::Both) }, media).await,
        Err(why) => said(StatusCode::BAD_REQUEST, media, &why),
    }
}

async fn by_link(request: HttpRequest, endpoint: web::Data<Endpoint>) -> HttpResponse {
    let Some(media) = accepted(&request) else { return unacceptable() };
    match request::from_link(request.query_string()) {
        Ok(operation) => run(endpoint, asked(&request, operation, Taken::Queries), media).await,
        Err(why) => said(StatusCode::BAD_REQUEST, media, &why),
    }
}

async fn other_method() -> HttpResponse {
    allowing(HttpResponse::MethodNotAllowed(), "GET, POST").body(errors("send GraphQL by POST, or a query by GET"))
}

async fn sdl(endpoint: web::Data<Endpoint>) -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(endpoint.api.sdl())
}

/// An operation with what its request brought along.
fn asked(request: &HttpRequest, operation: Request, taken: Taken) -> Asked {
    let rate = request.extensions().get::<RateLimit>().copied();
    Asked { request: operation, credential: credential(request.headers()), taken, once: None, rate }
}

/// The key by which a request's writes are done once, however often it is sent.
fn once(request: &HttpRequest, body: &[u8]) -> Result<Option<Idempotency>, &'static str> {
    let Some(key) = request.headers().get("idempotency-key") else { return Ok(None) };
    match key.to_str() {
        Ok(key) if (1..=KEY).contains(&key.len()) => Ok(Some(Idempotency::of(key.to_owned(), body))),
        _ => Err("an Idempotency-Key has 1 to 128 visible characters"),
    }
}

/// Waits for a turn, then runs the operation in one blocking section. The turn ends with the section, also when the
/// client has not waited for it.
async fn run(endpoint: web::Data<Endpoint>, asked: Asked, media: Media) -> HttpResponse {
    let limits = endpoint.limits;
    let Ok(Ok(turn)) = timeout(limits.wait, endpoint.turns.clone().acquire_owned()).await else {
        return busy(media, errors("too busy just now; try again in a moment"));
    };
    let span = tracing::Span::current();
    let section = web::block(move || {
        let _turn = turn;
        span.in_scope(|| endpoint.run(&asked))
    });
    match timeout(limits.patience, section).await {
        Ok(Ok(Ok(reply))) => answered(reply, media),
        Ok(Ok(Err(failure))) => unwelcome(&failure, media),
        Ok(Err(_)) => said(StatusCode::INTERNAL_SERVER_ERROR, media, "we failed"),
        Err(_) => said(StatusCode::GATEWAY_TIMEOUT, media, "the operation took too long; ask for less of it"),
    }
}

fn answered(reply: Reply, media: Media) -> HttpResponse {
    let status = match (reply.fate, media) {
        (Fate::Busy, _) => return busy(media, reply.body),
        (Fate::Mutation, _) => {
            let response = allowing(HttpResponse::MethodNotAllowed(), "POST");
            return finish(response, media, reply.body);
        }
        (Fate::Executed, _) | (Fate::Invalid, Media::Json) => StatusCode::OK,
        (Fate::Invalid, Media::Response) => StatusCode::BAD_REQUEST,
    };
    finish(HttpResponse::build(status), media, reply.body)
}

/// The credential does not count, or we could not find out whether it does.
fn unwelcome(failure: &Failure, media: Media) -> HttpResponse {
    let body = json!({ "errors": [failure.to_json()] }).to_string().into_bytes();
    match failure {
        Failure::Fault { .. } => busy(media, body),
        Failure::Denied(_) | Failure::Refused(_) => {
            let mut response = HttpResponse::Unauthorized();
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
            finish(response, media, body)
        }
    }
}

fn busy(media: Media, body: Vec<u8>) -> HttpResponse {
    let mut response = HttpResponse::ServiceUnavailable();
    response.insert_header((header::RETRY_AFTER, "1"));
    finish(response, media, body)
}

fn unacceptable() -> HttpResponse {
    let takes = "accept application/graphql-response+json or application/json";
    finish(HttpResponse::NotAcceptable(), Media::Json, errors(takes))
}

fn said(status: StatusCode, media: Media, why: &str) -> HttpResponse {
    finish(HttpResponse::build(status), media, errors(why))
}

fn errors(why: &str) -> Vec<u8> {
    json!({ "errors": [{ "message": why }] }).to_string().into_bytes()
}

fn allowing(mut response: HttpResponseBuilder, methods: &'static str) -> HttpResponseBuilder {
    response.insert_header((header::ALLOW, methods));
    response
}

/// An answer is one partner's: nobody between may keep it.
fn finish(mut response: HttpResponseBuilder, media: Media, body: Vec<u8>) -> HttpResponse {
    response.insert_header((header::CACHE_CONTROL, "no-store")).insert_header((header::VARY, "Accept"));
    response.content_type(media.content_type()).body(body)
}

fn accepted(request: &HttpRequest) -> Option<Media> {
    Media::accepted(text_of(request, header::ACCEPT))
}

fn text_of(request: &HttpRequest, name: header::HeaderName) -> Option<&str> {
    request.headers().get(name).map(|value| value.to_str().unwrap_or(""))
}
