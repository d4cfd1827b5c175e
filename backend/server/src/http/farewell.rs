//! `/mail/unsubscribe`: whoever got a mail hears no more of what it was about, without signing in (RFC 8058).
//!
//! Mail programs post to it at one click. A person who follows the link sees what they are about to do first: many a mail
//! filter follows every link.

use super::instance::Instance;
use actix_web::{HttpResponse, http::header, web};
use concordat_domain::{access::Actor, kernel::AgreementId};
use concordat_service::notifications;
use serde::Deserialize;
use std::sync::Arc;
use uuid::Uuid;

/// Where it is.
pub(super) const PATH: &str = "/mail/unsubscribe";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    person: Uuid,
    topics: String,
    mark: String,
}

/// Adds the routes.
pub fn routes(config: &mut web::ServiceConfig) {
    config.service(web::resource(PATH).route(web::get().to(ask)).route(web::post().to(take_leave)));
}

async fn ask(_asked: web::Query<Asked>) -> HttpResponse {
    page(
        "<form method=\"post\"><p>Hear no more of this by mail? The inbox still shows what waits for you. \
         <span lang=\"de\">Keine Mails mehr darüber? Im Eingang steht weiterhin, was auf Sie wartet.</span></p>\
         <p><button>OK</button></p></form>",
    )
}

async fn take_leave(instance: web::Data<Instance>, asked: web::Query<Asked>) -> HttpResponse {
    let Asked { person, topics, mark } = asked.into_inner();
    let done = instance.into_inner().section(move |instance| {
        let nobody = Arc::new(Actor::anonymous());
        instance.database.write(&nobody, AgreementId::INSTANCE, |tx| {
            notifications::unsubscribe(tx, &instance.key, person, &topics, &mark)
        })
    });
    match done.await {
        Ok(_) => page("<p>Done. <span lang=\"de\">Erledigt.</span></p>"),
        Err(no) => no,
    }
}

fn page(body: &str) -> HttpResponse {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>Concordat</title></head><body><main>{body}</main></body></html>"
    );
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::REFERRER_POLICY, "no-referrer"))
        .insert_header((
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
        ))
        .body(html)
}
