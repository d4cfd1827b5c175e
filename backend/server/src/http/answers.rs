//! The three kinds of no as HTTP answers, in the form in which GraphQL answers them: `{"errors":[…]}`.

use super::instance::Instance;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, http::StatusCode, http::header};
use concordat_service::kernel::{Denial, Fault, No};
use serde_json::{Value, json};

/// The answer to a no. A fault is logged, once, with the reference that the caller sees.
pub fn no(instance: &Instance, no: &No) -> HttpResponse {
    match no {
        No::Refused(refusals) => {
            for refusal in &refusals.0 {
                metrics::counter!(super::figures::REFUSALS, "code" => refusal.code.to_string()).increment(1);
            }
            let extensions = json!({ "code": "REFUSED", "refusals": refusals.0 });
            answer(StatusCode::UNPROCESSABLE_ENTITY, &refusals.to_string(), extensions)
        }
        No::Denied(Denial::Unauthenticated) => said(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "sign in first"),
        No::Denied(Denial::Forbidden) => said(StatusCode::FORBIDDEN, "FORBIDDEN", "your roles do not permit it"),
        No::Denied(Denial::NotFound) => said(StatusCode::NOT_FOUND, "NOT_FOUND", "not found"),
        No::Fault(fault) => {
            let reference = instance.database.chance().id();
            tracing::error!(%reference, %fault, "a fault was answered");
            let extensions = |code: &str| json!({ "code": code, "reference": reference });
            if matches!(fault, Fault::Busy(_)) {
                let message = "too busy just now; try again in a moment";
                let mut response = answer(StatusCode::SERVICE_UNAVAILABLE, message, extensions("BUSY"));
                response.headers_mut().insert(header::RETRY_AFTER, header::HeaderValue::from_static("1"));
                return response;
            }
            let message = format!("we failed; the reference of this fault is {reference}");
            answer(StatusCode::INTERNAL_SERVER_ERROR, &message, extensions("FAULT"))
        }
    }
}

/// A no with a code and a sentence.
pub fn said(status: StatusCode, code: &str, message: &str) -> HttpResponse {
    answer(status, message, json!({ "code": code }))
}

/// Whether whoever asks has what carries this tag already.
pub fn has(request: &HttpRequest, tag: &str) -> bool {
    let known = request.headers().get_all(header::IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    known
        .flat_map(|value| value.split(','))
        .map(|one| one.trim().trim_start_matches("W/"))
        .any(|one| one == "*" || one == tag)
}

fn answer(status: StatusCode, message: &str, extensions: Value) -> HttpResponse {
    let mut response = HttpResponseBuilder::new(status);
    if status == StatusCode::UNAUTHORIZED {
        response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
    }
    response.json(json!({ "errors": [{ "message": message, "extensions": extensions }] }))
}
