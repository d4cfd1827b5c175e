//! Subscriptions over a socket: `/graphql/ws`, in the protocol `graphql-transport-ws`. Queries and mutations go over
//! HTTP alone.

use super::{
    credentials::{bearer, credential},
    endpoint::Endpoint,
    figures::SOCKETS,
    request::Body,
};
use crate::graphql::kernel::{api::Request, errors::Failure};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderMap},
    rt::{spawn, task::JoinHandle},
    web,
};
use actix_ws::{AggregatedMessage, AggregatedMessageStream, CloseCode, CloseReason, Session};
use concordat_domain::access::Actor;
use concordat_service::identity::Credential;
use metrics::gauge;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tokio::{
    select,
    sync::mpsc,
    time::{Instant, interval_at, sleep_until, timeout},
};

/// The one protocol that is spoken.
const PROTOCOL: &str = "graphql-transport-ws";
/// The largest message, in bytes.
const MESSAGE: usize = 64 * 1024;
/// How often a client is asked whether it is still there; one that is silent twice is let go.
const BEAT: Duration = Duration::from_secs(20);
/// Answers that wait for a slow client before its subscriptions wait for it.
const WAITING: usize = 16;

/// What a client may say.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Said {
    ConnectionInit { payload: Option<Map<String, Value>> },
    Ping {},
    Pong {},
    Subscribe { id: String, payload: Body },
    Complete { id: String },
}

/// What a subscription has to tell its client. The number tells it from an earlier one of the same id.
enum Told {
    Next { id: String, number: u64, body: Vec<u8> },
    Ended { id: String, number: u64, errors: Option<Value> },
}

/// Why a socket is closed: a code of the protocol and a word.
struct Closed(u16, String);

struct Running {
    number: u64,
    task: JoinHandle<()>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
    }
}

struct Socket {
    endpoint: web::Data<Endpoint>,
    session: Session,
    /// What the request brought along, and after the greeting what counts.
    credential: Credential,
    actor: Option<Arc<Actor>>,
    running: HashMap<String, Running>,
    started: u64,
    tell: mpsc::Sender<Told>,
}

/// Opens a socket.
pub(super) async fn open(request: HttpRequest, payload: web::Payload, endpoint: web::Data<Endpoint>) -> HttpResponse {
    let credential = credential(request.headers());
    if matches!(credential, Credential::Session(_)) && !from_this_site(request.headers()) {
        return HttpResponse::Forbidden().body("another site's page may not use this site's session");
    }
    if !speaks(request.headers()) {
        return HttpResponse::BadRequest().body("speak graphql-transport-ws");
    }
    let Ok(place) = endpoint.sockets.clone().try_acquire_owned() else {
        return HttpResponse::ServiceUnavailable().insert_header((header::RETRY_AFTER, "5")).body("too many sockets");
    };
    let (response, session, messages) = match actix_ws::handle_with_protocols(&request, payload, &[PROTOCOL]) {
        Ok(opened) => opened,
        Err(error) => return HttpResponse::from_error(error),
    };
    let messages = messages.max_frame_size(MESSAGE).aggregate_continuations().max_continuation_size(MESSAGE);
    let (tell, told) = mpsc::channel(WAITING);
    let running = HashMap::new();
    let socket = Socket { endpoint, session, credential, actor: None, running, started: 0, tell };
    spawn(async move {
        gauge!(SOCKETS).increment(1);
        socket.serve(messages, told).await;
        gauge!(SOCKETS).decrement(1);
        drop(place);
    });
    response
}

/// Whether the page that opens the socket is of the host that it asks. Other programs send no origin.
fn from_this_site(headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let page = origin.to_str().ok().and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    matches!((page, host), (Some(page), Some(host)) if page.eq_ignore_ascii_case(host))
}

fn speaks(headers: &HeaderMap) -> bool {
    let mut offers = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).filter_map(|offers| offers.to_str().ok());
    offers.any(|offers| offers.split(',').any(|offer| offer.trim() == PROTOCOL))
}

impl Socket {
    async fn serve(mut self, mut messages: AggregatedMessageStream, mut told: mpsc::Receiver<Told>) {
        let greeting = Instant::now() + self.endpoint.limits.greeting;
        let mut beat = interval_at(Instant::now() + BEAT, BEAT);
        let mut silent = 0;
        let mut stopping = self.endpoint.stopping();
        let closed = loop {
            let went = select! {
                message = messages.recv() => {
                    silent = 0;
                    match message {
                        Some(Ok(AggregatedMessage::Text(text))) => self.hear(&text).await,
                        Some(Ok(AggregatedMessage::Ping(bytes))) => self.session.pong(&bytes).await.map_err(gone),
                        Some(Ok(AggregatedMessage::Pong(_))) => Ok(()),
                        Some(Ok(AggregatedMessage::Binary(_))) => Err(Closed(4400, "send text".into())),
                        Some(Ok(AggregatedMessage::Close(_))) => Err(Closed(1000, String::new())),
                        Some(Err(_)) => Err(Closed(1009, "a message is malformed or too long".into())),
                        None => return,
                    }
                }
                Some(told) = told.recv() => self.pass_on(told).await,
                () = sleep_until(greeting), if self.actor.is_none() => {
                    Err(Closed(4408, "Connection initialisation timeout".into()))
                }
                _ = stopping.wait_for(|stops| *stops) => Err(Closed(1001, "the server stops".into())),
                _ = beat.tick() => {
                    silent += 1;
                    if silent > 2 { Err(Closed(1000, "silent".into())) } else { self.session.ping(b"").await.map_err(gone) }
                }
            };
            if let Err(closed) = went {
                break closed;
            }
        };
        self.running.clear();
        let reason = CloseReason { code: CloseCode::Other(closed.0), description: Some(closed.1) };
        // a client that is gone cannot be told so
        drop(timeout(self.endpoint.limits.greeting, self.session.close(Some(reason))).await);
    }

    async fn hear(&mut self, text: &str) -> Result<(), Closed> {
        match serde_json::from_str(text) {
            Ok(Said::ConnectionInit { payload }) => self.greet(payload.unwrap_or_default()).await,
            Ok(Said::Ping {}) => self.say(json!({ "type": "pong" }).to_string()).await,
            Ok(Said::Pong {}) => Ok(()),
            Ok(Said::Subscribe { id, payload }) => self.subscribe(id, payload.into()).await,
            Ok(Said::Complete { id }) => {
                self.running.remove(&id);
                Ok(())
            }
            Err(error) => Err(Closed(4400, format!("the message is malformed: {error}").chars().take(100).collect())),
        }
    }

    /// Finds out who it is: by `authorization` of the payload, or else by what the request brought along.
    async fn greet(&mut self, payload: Map<String, Value>) -> Result<(), Closed> {
        if self.actor.is_some() {
            return Err(Closed(4429, "Too many initialisation requests".into()));
        }
        let authorization = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        if let Some((_, value)) = authorization {
            let token = value.as_str().and_then(bearer).ok_or_else(|| Closed(4403, "Forbidden".into()))?;
            self.credential = Credential::Bearer(token);
        }
        let (endpoint, credential) = (self.endpoint.clone(), self.credential.clone());
        match web::block(move || endpoint.actor(&credential)).await {
            Ok(Ok(actor)) => {
                self.actor = Some(actor);
                self.say(json!({ "type": "connection_ack" }).to_string()).await
            }
            Ok(Err(Failure::Denied(_) | Failure::Refused(_))) => Err(Closed(4403, "Forbidden".into())),
            Ok(Err(Failure::Fault { .. })) | Err(_) => Err(Closed(1013, "try again in a moment".into())),
        }
    }

    async fn subscribe(&mut self, id: String, request: Request) -> Result<(), Closed> {
        let Some(actor) = self.actor.clone() else { return Err(Closed(4401, "Unauthorized".into())) };
        if self.running.contains_key(&id) {
            return Err(Closed(4409, format!("Subscriber for {id} already exists").chars().take(100).collect()));
        }
        let most = self.endpoint.limits.subscriptions;
        if self.running.len() >= most {
            let errors = json!([{ "message": format!("a socket may have {most} subscriptions") }]);
            return self.say(json!({ "type": "error", "id": id, "payload": errors }).to_string()).await;
        }
        self.started += 1;
        let context = self.endpoint.subscription(actor, self.credential.clone());
        let (endpoint, tell, number, key) = (self.endpoint.clone(), self.tell.clone(), self.started, id.clone());
        let task = spawn(async move {
            let pass = async |body| tell.send(Told::Next { id: key.clone(), number, body }).await.is_ok();
            let ended = endpoint.api.listen(&request, &context, pass).await;
            // nobody is left to tell when the socket is gone
            drop(tell.send(Told::Ended { id: key.clone(), number, errors: ended.err() }).await);
        });
        self.running.insert(id, Running { number, task });
        Ok(())
    }

    /// Sends what a subscription tells, unless the client has completed it meanwhile.
    async fn pass_on(&mut self, told: Told) -> Result<(), Closed> {
        let is_current = |id: &String, number| self.running.get(id).is_some_and(|running| running.number == number);
        match told {
            Told::Next { id, number, body } if is_current(&id, number) => {
                let body = String::from_utf8_lossy(&body);
                self.say(format!(r#"{{"type":"next","id":{},"payload":{body}}}"#, json!(id))).await
            }
            Told::Ended { id, number, errors } if is_current(&id, number) => {
                self.running.remove(&id);
                let message = match errors {
                    Some(errors) => json!({ "type": "error", "id": id, "payload": errors }),
                    None => json!({ "type": "complete", "id": id }),
                };
                self.say(message.to_string()).await
            }
            Told::Next { .. } | Told::Ended { .. } => Ok(()),
        }
    }

    /// Sends a message. A client that takes none for long is let go.
    async fn say(&mut self, message: String) -> Result<(), Closed> {
        match timeout(self.endpoint.limits.patience, self.session.text(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(closed)) => Err(gone(closed)),
            Err(_) => Err(Closed(1008, "too slow".into())),
        }
    }
}

fn gone(_: actix_ws::Closed) -> Closed {
    Closed(1000, String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        let header = |(name, value): &(&'static str, &'static str)| {
            (header::HeaderName::from_static(name), header::HeaderValue::from_static(value))
        };
        pairs.iter().map(header).collect()
    }

    #[test]
    fn a_page_of_another_site_is_told_from_ours() {
        let host = ("host", "agree.example:8443");
        assert!(from_this_site(&headers(&[host])));
        assert!(from_this_site(&headers(&[host, ("origin", "https://Agree.example:8443")])));
        for foreign in
            ["https://evil.example", "https://agree.example", "null", "", "https://agree.example:8443.evil.example"]
        {
            assert!(!from_this_site(&headers(&[host, ("origin", foreign)])), "{foreign}");
        }
    }

    #[test]
    fn one_protocol_is_spoken() {
        assert!(speaks(&headers(&[("sec-websocket-protocol", "graphql-ws, graphql-transport-ws")])));
        assert!(!speaks(&headers(&[("sec-websocket-protocol", "graphql-ws")])) && !speaks(&headers(&[])));
    }
}
