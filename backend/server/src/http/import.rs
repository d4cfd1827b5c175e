//! `POST /import/measurements` and `POST /import/cases`: a body of any size, read as it arrives and recorded batch by
//! batch.

use super::{
    answers::said,
    credentials::credential,
    figures,
    forms::{Form, format_of},
    instance::Instance,
};
use actix_web::{
    HttpRequest, HttpResponse,
    http::StatusCode,
    web::{self, Bytes, Query},
};
use concordat_domain::access::Actor;
use concordat_service::{
    cases,
    kernel::{Outcome, feed::Reject},
    kpis::{self, Counts, Import, Imported},
};
use futures_util::{StreamExt as _, join};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    io::{self, BufRead, Read},
    sync::Arc,
    time::Duration,
};
use tokio::{
    sync::mpsc::{self, Receiver, Sender},
    time::timeout,
};

/// How long the next piece of a body may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Rejects told in the answer; the rest is counted.
const TOLD: usize = 1_000;

/// What is imported where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    agreement: String,
    #[serde(default)]
    dry_run: bool,
}

/// Takes measurements in and tells what became of them.
pub async fn measurements(
    instance: web::Data<Instance>,
    request: HttpRequest,
    asked: Query<Asked>,
    payload: web::Payload,
) -> HttpResponse {
    let Some(format) = format_of(&request) else { return no_format() };
    let Asked { agreement, dry_run } = asked.into_inner();
    taken(instance, &request, payload, dry_run, move |taking| {
        let Taking { instance, actor, body, told, mut counting } = taking;
        let id = instance.database.read(&actor, |tx| kpis::reporting_to(tx, &agreement))?;
        let import = Import { dry_run, ..Import::new(format) };
        let keep = |rejects: &[Reject]| told.keep(rejects);
        let seen = |so_far: &Imported| counting.count(so_far.counts);
        Ok(json!(import.run(&instance.database, &actor, id, body, keep, seen)?))
    })
    .await
}

/// What log is imported where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedCases {
    agreement: String,
    source: Option<String>,
    #[serde(default)]
    dry_run: bool,
}

/// Takes a case log in and tells what became of it: of the canonical form, or as the mapping reads it that comes before
/// the log in a body in parts.
pub async fn cases(
    instance: web::Data<Instance>,
    request: HttpRequest,
    asked: Query<AskedCases>,
    payload: web::Payload,
) -> HttpResponse {
    let Some(form) = Form::of(&request) else { return no_format() };
    let AskedCases { agreement, source, dry_run } = asked.into_inner();
    taken(instance, &request, payload, dry_run, move |taking| {
        let Taking { instance, actor, body, told, mut counting } = taking;
        let id = instance.database.read(&actor, |tx| cases::importing_to(tx, &agreement))?;
        let (format, mapper, log) = form.open(body, source.is_some())?;
        let import = cases::Import { dry_run, ..cases::Import::new(format, mapper).from(source)? };
        let keep = |rejects: &[Reject]| told.keep(rejects);
        let seen = |so_far: &cases::Imported| counting.count(so_far.rows());
        Ok(json!(import.run(&instance.database, &actor, id, log, keep, seen)?))
    })
    .await
}

/// A body on its way in: who sends it, what is told of it, how it is counted.
struct Taking<'a> {
    instance: &'a Instance,
    actor: Arc<Actor>,
    body: Body,
    told: &'a mut Told,
    counting: Counting,
}

/// Takes a body in where one may block, while it arrives, and answers with what became of it.
async fn taken(
    instance: web::Data<Instance>,
    request: &HttpRequest,
    payload: web::Payload,
    dry_run: bool,
    take: impl FnOnce(Taking<'_>) -> Outcome<Value> + Send + 'static,
) -> HttpResponse {
    let credential = credential(request.headers());
    let (pieces, body) = mpsc::channel(8);
    let section = instance.into_inner().file_section(move |instance| {
        let actor = (instance.welcome)(&credential)?;
        let mut told = Told::default();
        let body = Body { pieces: body, piece: Bytes::new(), over: false };
        let counting = Counting { dry_run, counted: Counts::default() };
        let imported = take(Taking { instance, actor, body, told: &mut told, counting })?;
        Ok(told.answer(&imported, dry_run)) as Outcome<Value>
    });
    let (_, done) = join!(hand_over(payload, pieces), section);
    match done {
        Ok(report) => HttpResponse::Ok().json(report),
        Err(no) => no,
    }
}

/// Counts for the figures of the server what is kept.
struct Counting {
    dry_run: bool,
    counted: Counts,
}

impl Counting {
    fn count(&mut self, so_far: Counts) {
        if !self.dry_run {
            figures::imported(std::mem::replace(&mut self.counted, so_far), so_far);
        }
    }
}

fn no_format() -> HttpResponse {
    let message = "send text/csv or application/x-ndjson, not compressed; a case log also as multipart/form-data";
    said(StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_REQUEST", message)
}

/// The first rejects, and how many there are.
#[derive(Default)]
struct Told {
    rejects: Vec<Reject>,
    more: usize,
}

impl Told {
    fn keep(&mut self, rejects: &[Reject]) -> io::Result<()> {
        let room = TOLD - self.rejects.len();
        self.rejects.extend(rejects.iter().take(room).cloned());
        self.more += rejects.len().saturating_sub(room);
        Ok(())
    }

    fn answer(self, imported: &Value, dry_run: bool) -> Value {
        json!({ "dry_run": dry_run, "imported": imported, "rejects": self.rejects, "rejects_left_out": self.more })
    }
}

/// A piece of a body, or how it ended.
enum Piece {
    Bytes(Bytes),
    End,
    Broken(String),
}

async fn hand_over(mut payload: web::Payload, to: Sender<Piece>) {
    loop {
        let piece = match timeout(PATIENCE, payload.next()).await {
            Ok(Some(Ok(bytes))) => Piece::Bytes(bytes),
            Ok(Some(Err(error))) => Piece::Broken(error.to_string()),
            Ok(None) => Piece::End,
            Err(_) => Piece::Broken("the body took too long to arrive".into()),
        };
        let over = !matches!(piece, Piece::Bytes(_));
        if to.send(piece).await.is_err() || over {
            return;
        }
    }
}

/// A body as it is read where one may block. One that ends without saying so has been cut off.
pub(super) struct Body {
    pieces: Receiver<Piece>,
    piece: Bytes,
    over: bool,
}

impl BufRead for Body {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.piece.is_empty() && !self.over {
            match self.pieces.blocking_recv() {
                Some(Piece::Bytes(bytes)) => self.piece = bytes,
                Some(Piece::End) => self.over = true,
                Some(Piece::Broken(why)) => return Err(io::Error::other(why)),
                None => return Err(io::Error::other("the body was cut off")),
            }
        }
        Ok(&self.piece)
    }

    fn consume(&mut self, amount: usize) {
        let _ = self.piece.split_to(amount.min(self.piece.len()));
    }
}

impl Read for Body {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}
