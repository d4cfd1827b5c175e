//! Decisions and action items as files, as far as they are the actor's to see.

use super::{
    reading,
    store::{
        decisions::{DecisionFilter, DecisionView},
        items::{ActionItemFilter, ActionItemView},
    },
};
use crate::{
    agreements,
    kernel::{
        Outcome, Permitted, Tx,
        table::{FileKind, PAGE, Table, Value, each_page},
    },
};
use concordat_domain::{
    access::{Place, Verb},
    agreements::Terms,
    coordination::{DecisionState, ItemState, Voice, VoiceWord},
    kernel::{AgreementId, CompanyId, GroupId, PersonId},
};
use std::io::Write;

const DECISIONS: &[&str] = &[
    "id",
    "group",
    "meeting",
    "title",
    "text",
    "state",
    "proposed_at",
    "proposed_for",
    "decided_at",
    "effective_on",
    "follow_up_on",
    "supersedes",
    "superseded_by",
    "company",
    "word",
    "reason",
    "said_at",
];

const ITEMS: &[&str] = &[
    "id",
    "group",
    "meeting",
    "decision",
    "title",
    "company",
    "person",
    "due_on",
    "state",
    "assigned_at",
    "assigned_for",
    "closed_at",
    "evidence",
    "reason",
];

/// Writes an agreement's decisions, the latest proposed first, with a row for each company that has a voice in one.
///
/// # Errors
/// As for [`decisions`](reading::decisions); a fault where `out` does not take it.
pub fn export_decisions(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &DecisionFilter,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let first = reading::decisions(tx, agreement, filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, DECISIONS, out)?;
    let next = |last: &Permitted<DecisionView>| reading::decisions(tx, agreement, filter, Some(last.decision.id), PAGE);
    each_page(first, next, |view| {
        view.decision.motion.concerned.iter().try_for_each(|company| table.row(&said(&terms, view, *company)))
    })?;
    table.finish()
}

/// Writes an agreement's action items, the earliest due first.
///
/// # Errors
/// As for [`action_items`](reading::action_items); a fault where `out` does not take it.
pub fn export_items(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &ActionItemFilter,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let first = reading::action_items(tx, agreement, filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let actor = tx.actor().clone();
    let named = |id: &PersonId| {
        let place = terms.person(*id).map(|person| Place::owned(agreement, person.company));
        actor.person() == Some(*id) || place.is_some_and(|place| actor.may(Verb::PersonView, place))
    };
    let mut table = Table::begin(kind, ITEMS, out)?;
    let next = |last: &Permitted<ActionItemView>| {
        let after = (last.item.errand.due_on, last.item.id);
        reading::action_items(tx, agreement, filter, Some(after), PAGE)
    };
    each_page(first, next, |view| {
        let person = view.item.errand.person.filter(|person| named(person));
        table.row(&to_do(&terms, view, person))
    })?;
    table.finish()
}

fn group(terms: &Terms, id: GroupId) -> Value<'_> {
    terms.group(id).map_or(Value::Nothing, |group| Value::text(group.code.as_str()))
}

fn company(terms: &Terms, id: CompanyId) -> Value<'_> {
    terms.company(id).map_or(Value::Nothing, |company| Value::text(company.code.as_str()))
}

fn person(terms: &Terms, id: Option<PersonId>) -> Value<'_> {
    id.and_then(|id| terms.person(id)).map_or(Value::Nothing, |person| Value::text(person.name.as_str()))
}

fn text(what: Option<impl ToString>) -> Value<'static> {
    what.map_or(Value::Nothing, |what| Value::text(what.to_string()))
}

fn said<'t>(terms: &'t Terms, view: &'t DecisionView, concerned: CompanyId) -> [Value<'t>; DECISIONS.len()] {
    let (it, motion) = (&view.decision, &view.decision.motion);
    let decided = match it.state {
        DecisionState::Adopted { at } | DecisionState::Rejected { at } => Some(at),
        DecisionState::Withdrawn { by } => Some(by.at),
        DecisionState::Proposed => None,
    };
    let voice: Option<&Voice> = it.voices.get(&concerned);
    let reason = match voice.map(|voice| &voice.word) {
        Some(VoiceWord::Objects { reason }) => Value::text(reason.as_str()),
        _ => Value::Nothing,
    };
    [
        Value::text(it.id.to_string()),
        group(terms, it.group),
        text(it.meeting),
        Value::text(motion.title.as_str()),
        Value::text(motion.text.as_str()),
        Value::text(it.state.name()),
        Value::text(it.proposed.at.to_string()),
        company(terms, it.proposed.company),
        text(decided),
        text(motion.effective_on),
        text(motion.follow_up_on),
        text(motion.supersedes),
        text(it.superseded_by),
        company(terms, concerned),
        voice.map_or(Value::Nothing, |voice| Value::text(voice.word.name())),
        reason,
        text(voice.map(|voice| voice.by.at)),
    ]
}

/// An action item, with the name of who is to do it where the actor may know it.
fn to_do<'t>(terms: &'t Terms, view: &'t ActionItemView, named: Option<PersonId>) -> [Value<'t>; ITEMS.len()] {
    let (it, errand) = (&view.item, &view.item.errand);
    let (closed, evidence, reason) = match &it.state {
        ItemState::Open => (None, Value::Nothing, Value::Nothing),
        ItemState::Done { by, evidence } => (Some(by.at), Value::text(evidence.as_str()), Value::Nothing),
        ItemState::Dropped { by, reason } => (Some(by.at), Value::Nothing, Value::text(reason.as_str())),
    };
    [
        Value::text(it.id.to_string()),
        group(terms, it.group),
        text(it.meeting),
        text(it.decision),
        Value::text(errand.title.as_str()),
        company(terms, errand.company),
        person(terms, named),
        Value::text(errand.due_on.to_string()),
        Value::text(it.state.name()),
        Value::text(it.assigned.at.to_string()),
        company(terms, it.assigned.company),
        text(closed),
        evidence,
        reason,
    ]
}
