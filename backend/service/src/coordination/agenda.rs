//! The agenda of a meeting follows what is open until the meeting begins; then what is known of each matter is kept as it
//! was seen. What is concealed where a matter comes from stays so.

use super::{
    changing, sources,
    store::{
        self,
        agenda::AgendaItemView,
        meetings::{MeetingFilter, MeetingOrder},
    },
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Denial, Noun as _, Outcome, Tx},
};
use chrono::Days;
use concordat_domain::{
    access::Actor,
    coordination::{
        AgendaChanges, AgendaItem, Meeting, OpenMatter, Sight, Snapshot, Subject, agenda_changes, codes, events,
    },
    kernel::{AgendaItemId, AgreementId},
};
use serde_json::json;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// Agendas are built so many days before their meetings.
const AHEAD: u64 = 14;
/// So many meetings are looked at in an agreement.
const MOST: i64 = 50;

/// Builds and follows the agendas of the meetings that are near, in every agreement; tells how many changed.
///
/// # Errors
/// A fault of the database; what was built before it stays so.
pub fn follow_agendas(database: &Database) -> Outcome<usize> {
    let (console, mut count) = (Arc::new(Actor::console()), 0);
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        if database.read(&console, |tx| is_behind(tx, view))? {
            count += database.write(&console, agreement, |tx| follow(tx, agreement))?;
        }
        Ok(())
    })?;
    Ok(count)
}

/// Whether the agenda of a meeting that is near is not in line with what is open.
fn is_behind(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<bool> {
    for meeting in near(tx, view)? {
        if !changes(tx, view, &meeting)?.1.is_empty() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Brings the agendas of an agreement's next meetings in line with what is open; tells how many changed.
///
/// # Errors
/// A fault of the database.
pub fn follow(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok(0) };
    let mut changed = 0;
    for meeting in near(tx, &view)? {
        changed += usize::from(refresh(tx, &view, &meeting)?);
    }
    Ok(changed)
}

/// The planned meetings that are near: of each group and cadence the next.
fn near(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<Meeting>> {
    let zone = view.terms.zone;
    let until = zone.date_of(tx.now()).checked_add_days(Days::new(AHEAD)).map(|day| zone.start_of(day));
    let filter =
        MeetingFilter { from: Some(tx.now()), until, states: Some(vec!["planned"]), ..MeetingFilter::default() };
    let found = store::meetings::list(tx, view.agreement.id, &filter, MeetingOrder::EarliestFirst, None, MOST)?;
    let mut seen = HashSet::new();
    let next =
        |meeting: &Meeting| seen.insert((meeting.group, meeting.cadence.clone(), meeting.called.map(|_| meeting.id)));
    Ok(found.into_iter().map(|view| view.meeting).filter(next).collect())
}

/// An agenda, and what has to change for it to be in line with what is open.
fn changes(tx: &mut Tx<'_>, view: &AgreementView, meeting: &Meeting) -> Outcome<(Vec<AgendaItemView>, AgendaChanges)> {
    let agenda = store::agenda::of(tx, meeting.agreement, &[meeting.id])?;
    let current: Vec<AgendaItem> = agenda.iter().map(|view| view.item.clone()).collect();
    let open = sources::open(tx, view, meeting)?;
    let mut changes = agenda_changes(&meeting.sections, &current, open);
    changes.added.truncate(super::matters::MOST.saturating_sub(current.len()));
    Ok((agenda, changes))
}

/// Brings one agenda in line with what is open; tells whether something changed.
fn refresh(tx: &mut Tx<'_>, view: &AgreementView, meeting: &Meeting) -> Outcome<bool> {
    let (agenda, changes) = changes(tx, view, meeting)?;
    if changes.is_empty() {
        return Ok(false);
    }
    let known: HashMap<AgendaItemId, _> = agenda.into_iter().map(|view| (view.item.id, view)).collect();
    for (found, order) in &changes.added {
        let item = item(AgendaItemId(tx.id()), meeting, found, *order);
        store::agenda::insert(tx, &item)?;
    }
    for (id, OpenMatter { matter, sight, .. }) in &changes.changed {
        let Some(view) = known.get(id) else { continue };
        let item = AgendaItem { matter: matter.clone(), sight: sight.clone(), ..view.item.clone() };
        save(tx, &item, view.revision)?;
    }
    for view in changes.removed.iter().filter_map(|id| known.get(id)) {
        if !store::agenda::remove(tx, &view.item, view.revision)? {
            return Err(changing::said(codes::AGENDA_ITEM_STALE));
        }
    }
    tx.record(events::AGENDA_FOLLOWED, meeting.id, None, &json!({ "group": meeting.group }))?;
    Ok(true)
}

fn item(id: AgendaItemId, meeting: &Meeting, found: &OpenMatter, order: i32) -> AgendaItem {
    AgendaItem {
        id,
        agreement: meeting.agreement,
        meeting: meeting.id,
        matter: found.matter.clone(),
        sight: found.sight.clone(),
        added: None,
        order,
        outcome: None,
        settled: None,
        from: None,
        snapshot: None,
    }
}

/// Freezes the agenda of a meeting that begins now, after a last look at what is open.
///
/// # Errors
/// A fault of the database.
pub(super) fn freeze(tx: &mut Tx<'_>, view: &AgreementView, meeting: &Meeting) -> Outcome<()> {
    refresh(tx, view, meeting)?;
    let agenda = store::agenda::of(tx, meeting.agreement, &[meeting.id])?;
    let items: Vec<&AgendaItem> = agenda.iter().map(|view| &view.item).collect();
    let known = known_now(tx, view, &items)?;
    for it in &agenda {
        let now = known.get(&it.item.id);
        let snapshot = now.map_or_else(|| Snapshot::new("open", tx.now()), |now| now.known.clone());
        let sight = now.map_or_else(|| it.item.sight.clone(), |now| now.sight.clone());
        save(tx, &AgendaItem { snapshot: Some(snapshot), sight, ..it.item.clone() }, it.revision)?;
    }
    Ok(())
}

/// What is known now of the matters of an agenda, by matter, with who may see it now. The number of statements does not depend
/// on how many they are.
///
/// # Errors
/// A fault of the database.
pub(super) fn known_now(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    items: &[&AgendaItem],
) -> Outcome<HashMap<AgendaItemId, OpenMatter>> {
    let subjects: Vec<Subject> = items.iter().map(|item| item.matter.subject.clone()).collect();
    let known = sources::known(tx, view, &subjects)?;
    let known: HashMap<String, OpenMatter> =
        known.into_iter().filter_map(|it| Some((it.matter.subject.key()?, it))).collect();
    let of = |item: &&AgendaItem| Some((item.id, known.get(&item.matter.subject.key()?)?.clone()));
    Ok(items.iter().filter_map(of).collect())
}

fn save(tx: &mut Tx<'_>, item: &AgendaItem, revision: i32) -> Outcome<()> {
    match store::agenda::save(tx, item, revision)? {
        true => Ok(()),
        false => Err(changing::said(codes::AGENDA_ITEM_STALE)),
    }
}

/// Who may see what the actor brings up, and what is known of it.
///
/// # Errors
/// Not found for what there is not, and for what the actor does not see.
pub(super) fn brought(tx: &mut Tx<'_>, agreement: AgreementId, subject: &Subject) -> Outcome<(Sight, Snapshot)> {
    if subject.stands_alone() {
        return Ok((Sight::Everybody, Snapshot::new("open", tx.now())));
    }
    let view = AgreementView::load(tx, agreement)?.ok_or(Denial::NotFound)?;
    let known = sources::known(tx, &view, std::slice::from_ref(subject))?;
    let found = known.into_iter().find(|it| it.matter.subject == *subject).ok_or(Denial::NotFound)?;
    match found.sight.reaches(tx.actor(), agreement, subject) {
        true => Ok((found.sight, found.known)),
        false => Err(Denial::NotFound.into()),
    }
}
