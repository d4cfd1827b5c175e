//! `GET /calendar/<secret>.ics`: a calendar for programs that cannot sign in. The secret is the key; whoever has it reads what
//! its owner may see, until the owner revokes it.

use super::{answers, instance::Instance};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web,
};
use concordat_service::{
    kernel::{Denial, No},
    notifications::calendars::{self, Written},
};

/// Sends the calendar of a secret; what is not there, was revoked or is no secret at all is answered alike.
pub async fn calendar(instance: web::Data<Instance>, request: HttpRequest, secret: web::Path<String>) -> HttpResponse {
    let secret = secret.into_inner();
    let read = instance.into_inner().section(move |instance| match calendars::read(&instance.database, &secret) {
        Ok(calendar) => Ok(Some(calendar)),
        Err(No::Denied(Denial::NotFound | Denial::Forbidden)) => Ok(None),
        Err(no) => Err(no),
    });
    match read.await {
        Ok(Some(calendar)) => answer(&request, calendar),
        Ok(None) => answers::said(StatusCode::NOT_FOUND, "NOT_FOUND", "not found"),
        Err(busy) => busy,
    }
}

/// The calendar, or that the reader has it already.
fn answer(request: &HttpRequest, Written { text, tag }: Written) -> HttpResponse {
    let unchanged = answers::has(request, &tag);
    let status = if unchanged { StatusCode::NOT_MODIFIED } else { StatusCode::OK };
    let mut response = HttpResponse::build(status);
    // kept, but never used without asking: a revoked address must not be answered from a shelf
    response.insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, "private, no-cache"));
    if unchanged {
        return response.finish();
    }
    response.content_type("text/calendar; charset=utf-8").body(text)
}
