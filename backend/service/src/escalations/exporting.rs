//! Escalations as a file: one row each, as far as they are the actor's to see.

use super::{reading, store::rows::EscalationFilter, view::EscalationView};
use crate::{
    agreements,
    kernel::{
        Outcome, Permitted, Tx,
        table::{FileKind, PAGE, Table, Value, each_page},
    },
};
use concordat_domain::{
    agreements::Terms,
    escalations::{Owner, State, trigger_name},
    kernel::{AgreementId, CompanyId, Moment},
};
use std::io::Write;

const COLUMNS: &[&str] = &[
    "id",
    "path",
    "version",
    "trigger",
    "about",
    "title",
    "company",
    "customer",
    "state",
    "level",
    "level_name",
    "owner",
    "deadline",
    "raised_at",
    "raised_for",
    "climbs",
    "answers",
    "answer",
    "reason",
];

/// Writes the escalations of an agreement that the actor may see, the latest raised first.
///
/// # Errors
/// As for [`list`](reading::list); a fault where `out` does not take it.
pub fn export(tx: &mut Tx<'_>, agreement: AgreementId, kind: FileKind, out: impl Write + Send) -> Outcome<()> {
    let filter = EscalationFilter::default();
    let first = reading::list(tx, agreement, &filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    let next = |last: &Permitted<EscalationView>| reading::list(tx, agreement, &filter, Some(last.escalation.id), PAGE);
    each_page(first, next, |view| table.row(&row(&terms, view)))?;
    table.finish()
}

fn row<'t>(terms: &'t Terms, view: &'t EscalationView) -> [Value<'t>; COLUMNS.len()] {
    let it = &view.escalation;
    let code = |company: Option<CompanyId>| {
        let found = company.and_then(|id| terms.company(id));
        found.map_or(Value::Nothing, |company| Value::text(company.code.as_str()))
    };
    let moment = |at: Option<Moment>| at.map_or(Value::Nothing, |at| Value::text(at.to_string()));
    let owner = match it.owner() {
        Some(Owner::Level { company, .. }) => code(Some(company)),
        Some(Owner::Raiser(by)) => code(Some(by.company)),
        None => Value::Nothing,
    };
    let reason = match &it.state {
        State::Withdrawn { reason, .. } => Value::text(reason.as_str()),
        _ => Value::Nothing,
    };
    [
        Value::text(it.id.to_string()),
        Value::text(it.path.code.as_str()),
        Value::Count(it.version.into()),
        Value::text(trigger_name(&it.matter.trigger)),
        Value::text(it.matter.subject.name()),
        Value::text(it.matter.title.as_str()),
        code(Some(it.matter.company)),
        code(it.matter.customer),
        Value::text(it.state.name()),
        Value::Count(it.level() as u64 + 1),
        it.rung().map_or(Value::Nothing, |rung| Value::text(rung.name.as_str())),
        owner,
        moment(it.deadline()),
        Value::text(view.raised_at.to_string()),
        code(it.raised.map(|by| by.company)),
        Value::Count(it.climbs.len() as u64),
        Value::Count(it.answers.len() as u64),
        it.answer().map_or(Value::Nothing, |answer| Value::text(answer.text.as_str())),
        reason,
    ]
}
