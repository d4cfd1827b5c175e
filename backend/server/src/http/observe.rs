//! What happens around every request: its id, its line in the log, its figures, and the headers that keep browsers
//! from doing more with an answer than they should.

use super::{figures, instance::Instance};
use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        ConnectionType, Method,
        header::{self, HeaderMap, HeaderName, HeaderValue},
    },
    middleware::Next,
    web,
};
use std::time::Instant;
use tracing::Instrument as _;

/// The header that carries a request's id, both ways.
const REQUEST_ID: &str = "x-request-id";

/// Headers of every answer that does not set its own.
const SAFE: [(&str, &str); 6] = [
    ("content-security-policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cache-control", "no-store"),
];

/// Watches over one request.
///
/// # Errors
/// What the handlers answer.
pub async fn observe(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(instance) = request.app_data::<web::Data<Instance>>().cloned() else {
        return next.call(request).await.map(ServiceResponse::map_into_boxed_body);
    };
    let id = accepted_id(request.headers()).unwrap_or_else(|| instance.database.chance().id().to_string());
    // of the highest level, so that no filter takes the id away from a line
    let span = tracing::error_span!("request", id);
    let (method, began) = (method(request.method()), Instant::now());
    let answered = next.call(request).instrument(span.clone()).await;
    let _entered = span.enter();
    let mut response = answered.inspect_err(|why| tracing::error!(%why, "no answer"))?.map_into_boxed_body();
    let (status, seconds) = (response.status().as_u16(), began.elapsed().as_secs_f64());
    let route = response.request().match_pattern().unwrap_or_else(|| "none".into());
    tracing::info!(method, route, status, ms = (seconds * 1e6).round() / 1e3, "answered");
    figures::request(method, &route, status, seconds);
    finish(response.headers_mut(), &id, instance.public.secure);
    if instance.is_stopping() {
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(response)
}

/// The caller's own id, where it is one that a log can hold.
fn accepted_id(headers: &HeaderMap) -> Option<String> {
    let id = headers.get(REQUEST_ID)?.to_str().ok()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    ((1..=64).contains(&id.len()) && id.bytes().all(plain)).then(|| id.to_owned())
}

/// A method that clients cannot make up: figures have one row for each.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn finish(headers: &mut HeaderMap, id: &str, secure: bool) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static(REQUEST_ID), id);
    }
    for (name, value) in SAFE {
        let name = HeaderName::from_static(name);
        if !headers.contains_key(&name) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if secure {
        let year = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_taken_over_only_where_a_log_can_hold_it() {
        let id = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HeaderName::from_static(REQUEST_ID), HeaderValue::from_str(text).unwrap());
            accepted_id(&headers)
        };
        assert_eq!(id("a-B_c.1").as_deref(), Some("a-B_c.1"));
        for strange in ["", "a b", "a\tb", "a\"b", &"x".repeat(65)] {
            assert_eq!(id(strange), None, "{strange:?}");
        }
    }

    #[test]
    fn an_answer_keeps_its_own_headers_and_gets_the_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=60"));
        finish(&mut headers, "1", true);
        assert_eq!(headers.get("cache-control").unwrap(), "max-age=60");
        assert_eq!(headers.get("x-frame-options").unwrap(), "DENY");
        assert!(headers.contains_key("strict-transport-security"));
    }
}
