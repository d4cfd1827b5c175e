//! Planning ahead: the cadences of the terms in force become meetings, and meetings follow when a cadence changes.

use super::{
    arranging, carrying, changing,
    store::{self, meetings::MeetingView},
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Noun as _, Outcome, Tx},
};
use chrono::Days;
use concordat_domain::{
    access::Actor,
    coordination::{Meeting, Step, Wanted, events, slots, steps},
    kernel::{AgreementId, GroupId, MeetingId},
};
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};

/// Occurrences are looked at from so many days before today on.
const BEHIND: u64 = 40;

/// Brings the planned meetings of every agreement in line with its cadences; tells how many changed.
///
/// # Errors
/// A fault of the database; what was planned before it stays so.
pub fn plan_due(database: &Database) -> Outcome<usize> {
    let console = Arc::new(Actor::console());
    let mut planned = 0;
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        if database.read(&console, |tx| ahead(tx, agreement))?.1.is_empty() {
            return Ok(());
        }
        planned += database.write(&console, agreement, |tx| plan_ahead(tx, agreement))?;
        Ok(())
    })?;
    Ok(planned)
}

/// Brings the planned meetings of an agreement in line with its cadences; tells how many changed. Behind the lock of the
/// agreement's log, so whoever comes second finds nothing to do.
///
/// # Errors
/// A fault of the database.
pub fn plan_ahead(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<usize> {
    let (known, steps) = ahead(tx, agreement)?;
    let count = steps.len();
    if count == 0 {
        return Ok(0);
    }
    let terms = changing::terms(tx, agreement)?;
    let mut lost: BTreeMap<GroupId, Meeting> = BTreeMap::new();
    for step in steps {
        let meeting = match step {
            Step::Plan { group, cadence, occurrence, slot } => {
                let Some(cadence) = terms.cadence(group, &cadence) else { continue };
                let meeting = Meeting::plan(MeetingId(tx.id()), (agreement, group), cadence, occurrence, slot);
                let meeting = arranging::begin(tx, meeting)?.meeting;
                let detail = json!({ "group": group, "sequence": 0 });
                tx.record(events::MEETING_PLANNED, meeting.id, None, &detail)?;
                meeting
            }
            Step::Change(meeting) => follow(tx, &known, meeting, events::MEETING_MOVED)?,
            Step::Restore(meeting) => follow(tx, &known, meeting, events::MEETING_PLANNED)?,
            Step::Cancel(meeting) => follow(tx, &known, meeting, events::MEETING_CANCELLED)?,
        };
        lost.insert(meeting.group, meeting);
    }
    for meeting in lost.values() {
        carrying::of_group(tx, meeting)?;
    }
    Ok(count)
}

/// The meetings of the cadences as they are, and what has to be done about them.
fn ahead(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<(Vec<MeetingView>, Vec<Step>)> {
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok((Vec::new(), Vec::new())) };
    let (terms, now) = (view.terms, tx.now());
    let since = terms.zone.wall(now).checked_sub_days(Days::new(BEHIND)).unwrap_or_default();
    let known = store::meetings::of_cadences(tx, agreement, since)?;
    let mut wanted = Vec::new();
    if view.agreement.in_force(terms.zone.date_of(now)).is_some() {
        for (group, cadence) in terms.governance_plan() {
            let occurrences = slots(&terms, group, cadence, now).into_iter();
            wanted.extend(occurrences.map(|(occurrence, slot)| Wanted { group: group.id, cadence, occurrence, slot }));
        }
    }
    let steps = steps(now, wanted, known.iter().map(|view| view.meeting.clone()).collect());
    Ok((known, steps))
}

/// Keeps what became of a known meeting because its cadence did.
fn follow(
    tx: &mut Tx<'_>,
    known: &[MeetingView],
    meeting: Meeting,
    kind: concordat_domain::kernel::Kind,
) -> Outcome<Meeting> {
    let Some(before) = known.iter().find(|view| view.meeting.id == meeting.id) else { return Ok(meeting) };
    Ok(changing::keep_meeting(tx, before, meeting, (kind, None, json!({})))?.meeting)
}
