//! Subscriptions.
use actix_web::HttpResponse;
pub(super) async fn open() -> HttpResponse {
    HttpResponse::NotImplemented().finish()
}
