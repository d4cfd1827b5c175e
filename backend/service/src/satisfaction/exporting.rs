//! What customers said as a file: one row for each company that was asked.

use super::{
    reading,
    store::{VoiceFilter, VoiceView},
};
use crate::{
    agreements,
    kernel::{
        Outcome, Permitted, Tx,
        table::{FileKind, PAGE, Table, Value, each_page},
    },
};
use concordat_domain::{
    agreements::Terms,
    kernel::{AgreementId, CompanyId},
    satisfaction::{Asked, Reply},
};
use std::io::Write;

const COLUMNS: &[&str] = &[
    "id",
    "kind",
    "customer",
    "text",
    "evidence",
    "state",
    "recorded_at",
    "recorded_for",
    "due_at",
    "overdue_at",
    "company",
    "reply",
    "answer",
    "first_replied_at",
    "closed_at",
    "told",
];

/// Writes what customers said that the actor may see, the latest first.
///
/// # Errors
/// As for [`list`](reading::list); a fault where `out` does not take it.
pub fn export(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &VoiceFilter,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let first = reading::list(tx, agreement, filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    let next = |last: &Permitted<VoiceView>| reading::list(tx, agreement, filter, Some(last.voice.id), PAGE);
    each_page(first, next, |view| view.voice.asked.iter().try_for_each(|asked| table.row(&row(&terms, view, asked))))?;
    table.finish()
}

fn row<'t>(terms: &'t Terms, view: &'t VoiceView, asked: &'t Asked) -> [Value<'t>; COLUMNS.len()] {
    let voice = &view.voice;
    let code = |id: CompanyId| terms.company(id).map_or(Value::Nothing, |company| Value::text(company.code.as_str()));
    let at = |moment: Option<concordat_domain::kernel::Moment>| {
        moment.map_or(Value::Nothing, |at| Value::text(at.to_string()))
    };
    let (reply, answer) = match &asked.reply {
        None => (Value::Nothing, Value::Nothing),
        Some(Reply::Acknowledged { .. }) => (Value::text("acknowledged"), Value::Nothing),
        Some(Reply::Answered { text, .. }) => (Value::text("answered"), Value::text(text.as_str())),
    };
    let closed = voice.closed.as_ref();
    [
        Value::text(voice.id.to_string()),
        Value::text(voice.kind.name()),
        code(voice.customer),
        Value::text(voice.text.as_str()),
        Value::text(voice.evidence.as_str()),
        Value::text(voice.state().name()),
        at(Some(voice.recorded.at)),
        code(voice.recorded.company),
        at(Some(voice.due)),
        at(voice.overdue),
        code(asked.company),
        reply,
        answer,
        at(asked.first),
        at(closed.map(|closing| closing.by.at)),
        closed.map_or(Value::Nothing, |closing| Value::text(closing.words.as_str())),
    ]
}
