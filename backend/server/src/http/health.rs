//! `/livez`: the process answers. `/readyz`: so does its database, and the server was not told to stop.

use super::{answers::said, instance::Instance};
use actix_web::{HttpResponse, http::StatusCode, web};
use concordat_domain::access::Actor;
use concordat_service::identity;
use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{sync::Mutex, time::timeout};

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /livez`.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().json(serde_json::json!({ "live": true }))
}

/// `GET /readyz`. Asks the database each time, but never twice at once: a database that hangs costs one thread.
pub async fn ready(instance: web::Data<Instance>) -> HttpResponse {
    static ASKING: OnceLock<Arc<Mutex<()>>> = OnceLock::new();
    if instance.is_stopping() {
        return said(StatusCode::SERVICE_UNAVAILABLE, "STOPPING", "the server was told to stop");
    }
    // mails that wait are lost to nobody: the server takes requests all the same
    let mail = if instance.outgoing.is_some() { "goes out" } else { "waits: no smtp_url is set" };
    let asked = async {
        let turn = ASKING.get_or_init(Arc::default).clone().lock_owned().await;
        let asked = web::block(move || {
            let _turn = turn;
            instance.database.read(&Arc::new(Actor::anonymous()), identity::is_set_up)
        });
        matches!(asked.await, Ok(Ok(_)))
    };
    match timeout(PATIENCE, asked).await {
        Ok(true) => HttpResponse::Ok().json(serde_json::json!({ "ready": true, "mail": mail })),
        Ok(false) | Err(_) => said(StatusCode::SERVICE_UNAVAILABLE, "BUSY", "the database does not answer"),
    }
}
