//! `POST /import/measurements` and `POST /import/cases`: a body of any size, read as it arrives and recorded batch by
//! batch.

use super::{answers::said, credentials::credential, figures, instance::Instance};
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    web::{self, Bytes, Query},
};
use concordat_service::{
    cases,
    kernel::{
        Outcome,
        feed::{Format, Reject},
    },
    kpis::{self, Counts, Import, Imported},
};
use futures_util::{StreamExt as _, join};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    io::{self, BufRead, Read},
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
    let (credential, Asked { agreement, dry_run }) = (credential(request.headers()), asked.into_inner());
    let (pieces, body) = mpsc::channel(8);
    let section = instance.into_inner().file_section(move |instance| {
        let actor = (instance.welcome)(&credential)?;
        let id = instance.database.read(&actor, |tx| kpis::reporting_to(tx, &agreement))?;
        let mut told = Told::default();
        let import = Import { dry_run, ..Import::new(format) };
        let input = Body { pieces: body, piece: Bytes::new(), over: false };
        let keep = |rejects: &[Reject]| told.keep(rejects);
        let mut counted = Counts::default();
        let seen = |so_far: &Imported| {
            if !dry_run {
                figures::imported(std::mem::replace(&mut counted, so_far.counts), so_far.counts);
            }
        };
        let imported = import.run(&instance.database, &actor, id, input, keep, seen)?;
        Ok(told.answer(&imported, dry_run)) as Outcome<Value>
    });
    let (_, done) = join!(hand_over(payload, pieces), section);
    match done {
        Ok(report) => HttpResponse::Ok().json(report),
        Err(no) => no,
    }
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

/// Takes a case log of the canonical form in and tells what became of it.
pub async fn cases(
    instance: web::Data<Instance>,
    request: HttpRequest,
    asked: Query<AskedCases>,
    payload: web::Payload,
) -> HttpResponse {
    let Some(format) = format_of(&request) else { return no_format() };
    let (credential, AskedCases { agreement, source, dry_run }) = (credential(request.headers()), asked.into_inner());
    let (pieces, body) = mpsc::channel(8);
    let section = instance.into_inner().file_section(move |instance| {
        let actor = (instance.welcome)(&credential)?;
        let id = instance.database.read(&actor, |tx| cases::importing_to(tx, &agreement))?;
        let mut told = Told::default();
        let import = cases::Import { dry_run, ..cases::Import::new(format, None).from(source)? };
        let input = Body { pieces: body, piece: Bytes::new(), over: false };
        let keep = |rejects: &[Reject]| told.keep(rejects);
        let mut counted = Counts::default();
        let seen = |so_far: &cases::Imported| {
            if !dry_run {
                let now = so_far.rows();
                figures::imported(std::mem::replace(&mut counted, now), now);
            }
        };
        let imported = import.run(&instance.database, &actor, id, input, keep, seen)?;
        Ok(told.answer(&imported, dry_run)) as Outcome<Value>
    });
    let (_, done) = join!(hand_over(payload, pieces), section);
    match done {
        Ok(report) => HttpResponse::Ok().json(report),
        Err(no) => no,
    }
}

fn no_format() -> HttpResponse {
    let message = "send text/csv or application/x-ndjson, not compressed";
    said(StatusCode::UNSUPPORTED_MEDIA_TYPE, "BAD_REQUEST", message)
}

fn format_of(request: &HttpRequest) -> Option<Format> {
    let media = request.headers().get(header::CONTENT_TYPE)?.to_str().ok()?;
    if request.headers().contains_key(header::CONTENT_ENCODING) {
        return None;
    }
    match media.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
        "text/csv" => Some(Format::Csv),
        "application/x-ndjson" | "application/jsonl" => Some(Format::Ndjson),
        _ => None,
    }
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

    fn answer(self, imported: &impl Serialize, dry_run: bool) -> Value {
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
struct Body {
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
