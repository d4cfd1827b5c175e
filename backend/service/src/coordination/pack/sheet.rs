//! The pack as a table: one row for each matter.

use super::{Pack, pack};
use crate::kernel::{
    Outcome, Tx,
    table::{FileKind, Table, Value},
};
use concordat_domain::{
    agreements::Terms,
    coordination::{AgendaOutcome, Snapshot},
    kernel::{AgreementId, MeetingId},
};
use std::io::Write;

const COLUMNS: &[&str] = &[
    "section",
    "title",
    "company",
    "person",
    "state",
    "since",
    "due",
    "figures",
    "state_now",
    "figures_now",
    "outcome",
    "words",
];

/// Writes the pack of a meeting as a table.
///
/// # Errors
/// As for [`pack`]; a fault where `out` does not take it.
pub fn write_sheet(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    meeting: MeetingId,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let (view, Pack { items, .. }) = pack(tx, agreement, meeting)?;
    let terms: &Terms = &view.terms;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    for it in &items {
        let matter = &it.view.item.matter;
        let company = matter.owner.and_then(|owner| terms.company(owner.company));
        let person = matter.owner.and_then(|owner| terms.person(owner.person?));
        let then = it.then.as_ref();
        table.row(&[
            Value::text(matter.section.name()),
            Value::text(matter.title.as_str()),
            text(company.map(|company| company.code.clone())),
            text(person.map(|person| person.name.clone())),
            text(then.map(|known| known.state.clone())),
            text(then.map(|known| known.since.to_string())),
            text(then.and_then(|known| known.due).map(|due| due.to_string())),
            text(then.map(figures)),
            text(it.now.as_ref().map(|known| known.state.clone())),
            text(it.now.as_ref().map(figures)),
            text(it.view.item.outcome.as_ref().map(|outcome| outcome.name().to_owned())),
            text(it.view.item.outcome.as_ref().and_then(words)),
        ])?;
    }
    table.finish()
}

fn text(text: Option<String>) -> Value<'static> {
    text.map_or(Value::Nothing, Value::text)
}

fn figures(known: &Snapshot) -> String {
    let all: Vec<String> = known.figures.iter().map(|figure| format!("{} {}", figure.name, figure.value)).collect();
    all.join("; ")
}

fn words(outcome: &AgendaOutcome) -> Option<String> {
    match outcome {
        AgendaOutcome::Noted { text } => Some(text.clone()),
        AgendaOutcome::Escalated { reason, .. } | AgendaOutcome::Dropped { reason } => Some(reason.clone()),
        AgendaOutcome::Decided { .. } | AgendaOutcome::Deferred { .. } => None,
    }
}
