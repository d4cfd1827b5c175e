//! `GET /export/…`: tables of everything that is listed elsewhere, as files that are sent as they are read.

use super::{answers::said, credentials::credential, instance::Instance};
use crate::graphql::coordination::meeting_id;
use actix_web::{
    HttpRequest, HttpResponse,
    http::{StatusCode, header},
    rt,
    web::{self, Bytes, Query},
};
use concordat_domain::{
    kernel::{AgreementId, Code, MeetingId, Moment},
    kpis::By,
};
use concordat_service::{
    agreements, boundaries,
    cases::{self, CaseFilter},
    coordination::{self, ActionItemFilter, DecisionFilter},
    deviations::{self, DeviationFilter},
    escalations,
    kernel::{Denial, No, Outcome, Tx, table::FileKind},
    kpis::{Ask, Codes, Wish, export},
    satisfaction::{self, VoiceFilter},
};
use futures_util::{StreamExt as _, stream};
use juniper::ID;
use serde::Deserialize;
use std::{
    io::{self, Write},
    time::Duration,
};
use tokio::{
    runtime::Handle,
    sync::mpsc::{self, Sender},
};

/// An export is asked for in a way that is none.
pub const EXPORT_ASKED: Code = Code::new(
    "EXPORT_ASKED",
    "A scorecard takes period, periods and by (joint, company, service, company_service); measurements take from and \
     to in RFC 3339; both take agreement, kpi, company and service, each with codes and commas between them. A pack \
     takes agreement and meeting, the meeting's global id.",
);

/// How long the reader of a file may take for a piece of it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Bytes to a piece.
const PIECE: usize = 32 * 1024;

/// What is to be exported.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    agreement: String,
    kpi: Option<String>,
    company: Option<String>,
    service: Option<String>,
    period: Option<String>,
    periods: Option<i32>,
    by: Option<String>,
    from: Option<String>,
    to: Option<String>,
    meeting: Option<String>,
}

/// The pack of a meeting as one page to read.
const PAGE: &str = "pack.html";

/// Sends a file: a table of [`TABLES`] in a kind of [`FileKind`], such as `scorecard.csv`, or `pack.html`.
pub async fn file(
    instance: web::Data<Instance>,
    request: HttpRequest,
    name: web::Path<String>,
    asked: Query<Asked>,
) -> HttpResponse {
    if name.as_str() == PAGE {
        return send(instance, &request, &name, "text/html; charset=utf-8", move |tx, out| {
            let (agreement, meeting) = asked.meeting(tx)?;
            coordination::write_page(tx, agreement, meeting, out)
        })
        .await;
    }
    let found = name.rsplit_once('.').and_then(|(what, ending)| Some((writer(what)?, FileKind::named(ending)?)));
    let Some((write, kind)) = found else { return said(StatusCode::NOT_FOUND, "NOT_FOUND", "not found") };
    send(instance, &request, &name, kind.media_type(), move |tx, out| write(tx, &asked, kind, out)).await
}

/// Writes one kind of table.
pub type Writer = fn(&mut Tx<'_>, &Asked, FileKind, Pieces) -> Outcome<()>;

/// What can be exported as a table, and what writes it.
pub const TABLES: &[(&str, Writer)] = &[
    ("scorecard", scorecard),
    ("measurements", measurements),
    ("deviations", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        deviations::export(tx, id, &DeviationFilter::default(), kind, out)
    }),
    ("cases", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        cases::export(tx, id, &CaseFilter::default(), kind, out)
    }),
    ("boundaries", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        boundaries::export(tx, id, kind, out)
    }),
    ("findings", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        boundaries::export_findings(tx, id, kind, out)
    }),
    ("escalations", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        escalations::export(tx, id, kind, out)
    }),
    ("voices", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        satisfaction::export(tx, id, &VoiceFilter::default(), kind, out)
    }),
    ("decisions", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        coordination::export_decisions(tx, id, &DecisionFilter::default(), kind, out)
    }),
    ("action-items", |tx, asked, kind, out| {
        let id = asked.agreement(tx)?;
        coordination::export_items(tx, id, &ActionItemFilter::default(), kind, out)
    }),
    ("pack", |tx, asked, kind, out| {
        let (agreement, meeting) = asked.meeting(tx)?;
        coordination::write_sheet(tx, agreement, meeting, kind, out)
    }),
];

fn writer(name: &str) -> Option<Writer> {
    TABLES.iter().find(|(known, _)| *known == name).map(|(_, writer)| *writer)
}

fn scorecard(tx: &mut Tx<'_>, asked: &Asked, kind: FileKind, out: Pieces) -> Outcome<()> {
    let view = agreements::by_code(tx, &asked.agreement)?;
    let by = match asked.by.as_deref() {
        None | Some("joint") => By::Joint,
        Some("company") => By::Company,
        Some("service") => By::Service,
        Some("company_service") => By::CompanyService,
        Some(_) => return Err(EXPORT_ASKED.refuse_field("by", EXPORT_ASKED.meaning).into()),
    };
    let period = asked.period.as_deref();
    let period = period.ok_or_else(|| EXPORT_ASKED.refuse_field("period", EXPORT_ASKED.meaning))?;
    let ask = Ask::until(period, asked.periods.unwrap_or(1), by)?.only(&view.terms, &asked.codes());
    export::scorecard(tx, view.agreement.id, &ask, kind, out)
}

fn measurements(tx: &mut Tx<'_>, asked: &Asked, kind: FileKind, out: Pieces) -> Outcome<()> {
    let view = agreements::by_code(tx, &asked.agreement)?;
    let moment = |field: &str, text: Option<&String>| {
        let read = text.map(|text| Moment::parse(text)).transpose();
        read.map_err(|error| EXPORT_ASKED.refuse_field(field, error.to_string()))
    };
    let (from, to) = (moment("from", asked.from.as_ref())?, moment("to", asked.to.as_ref())?);
    let wish = Wish { from, to, ..Wish::only(&view.terms, &asked.codes()) };
    export::measurements(tx, view.agreement.id, &wish, kind, out)
}

impl Asked {
    /// The meeting of a pack, by its global id.
    fn meeting(&self, tx: &mut Tx<'_>) -> Outcome<(AgreementId, MeetingId)> {
        let id = self.meeting.clone().ok_or_else(|| EXPORT_ASKED.refuse_field("meeting", EXPORT_ASKED.meaning))?;
        let of = self.agreement(tx)?;
        let found = meeting_id(&ID::from(id)).ok().filter(|(agreement, _)| *agreement == of);
        Ok(found.ok_or(Denial::NotFound)?)
    }

    fn agreement(&self, tx: &mut Tx<'_>) -> Outcome<AgreementId> {
        Ok(agreements::by_code(tx, &self.agreement)?.agreement.id)
    }

    fn codes(&self) -> Codes {
        let split = |codes: Option<&String>| codes.map(|codes| codes.split(',').map(str::to_owned).collect());
        let [kpis, companies, services] = [&self.kpi, &self.company, &self.service].map(Option::as_ref).map(split);
        Codes { kpis, companies, services }
    }
}

/// Sends what `write` writes, on one snapshot. A no before the first byte is an answer of its own; after that the
/// file breaks off, so that nobody takes half of it for the whole.
pub async fn send(
    instance: web::Data<Instance>,
    request: &HttpRequest,
    name: &str,
    media_type: &'static str,
    write: impl FnOnce(&mut Tx<'_>, Pieces) -> Outcome<()> + Send + 'static,
) -> HttpResponse {
    let credential = credential(request.headers());
    let (to, mut pieces) = mpsc::channel(4);
    let section = rt::spawn(instance.into_inner().file_section(move |instance| {
        let actor = (instance.welcome)(&credential)?;
        let out = Pieces { to: to.clone(), piece: Vec::new(), sent: false };
        let done = instance.database.read(&actor, |tx| write(tx, out));
        if let Err(No::Fault(fault)) = &done {
            let _ = to.blocking_send(Err(io::Error::other(fault.to_string())));
        }
        done
    }));
    let Some(Ok(first)) = pieces.recv().await else {
        return match section.await {
            Ok(Err(no)) => no,
            _ => said(StatusCode::INTERNAL_SERVER_ERROR, "FAULT", "we failed"),
        };
    };
    let rest = stream::unfold(pieces, async |mut pieces| pieces.recv().await.map(|piece| (piece, pieces)));
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .streaming(stream::iter([Ok(first)]).chain(rest))
}

/// Where a file is written to, piece by piece.
pub struct Pieces {
    to: Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
    sent: bool,
}

impl Pieces {
    fn send(&mut self) -> io::Result<()> {
        let piece = Bytes::from(std::mem::take(&mut self.piece));
        self.sent = true;
        Handle::current()
            .block_on(self.to.send_timeout(Ok(piece), PATIENCE))
            .map_err(|_| io::Error::other("nobody reads the file any more"))
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.send()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() && self.sent { Ok(()) } else { self.send() }
    }
}

impl Drop for Pieces {
    fn drop(&mut self) {
        if !self.piece.is_empty() {
            let _ = self.send();
        }
    }
}
