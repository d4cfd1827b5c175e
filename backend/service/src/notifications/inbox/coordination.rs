//! What waits of decisions, minutes, voices of customers, action items and meetings.

use super::{MOST, able, end_of, item};
use crate::{
    agreements::AgreementView,
    coordination,
    kernel::{Outcome, Tx},
    satisfaction,
};
use chrono::Days;
use concordat_domain::{
    access::{Place, Verb},
    coordination::{Meeting, MeetingState, seat_of},
    kernel::{CompanyId, Span},
    notifications::{InboxItem, InboxKind},
};

/// So far ahead meetings and action items are shown.
const AHEAD: Days = Days::new(14);

/// Decisions that wait for the voice of the actor's companies.
pub(super) fn decisions(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let able = able(tx, Verb::DecisionConsent, agreement);
    if able.is_empty() || !tx.actor().may(Verb::MeetingView, Place::shared(agreement)) {
        return Ok(Vec::new());
    }
    let found = coordination::decisions_awaiting(tx, agreement)?;
    let waiting = found.into_iter().filter(|found| {
        let decision = &found.decision;
        let silent = |company| decision.motion.concerned.contains(company) && !decision.voices.contains_key(company);
        able.iter().any(silent)
    });
    Ok(waiting
        .map(|found| InboxItem {
            since: Some(found.created_at),
            ..item(view, InboxKind::Decision, found.decision.id, &found.decision.motion.title)
        })
        .collect())
}

/// Minutes that wait for the approval of the actor's companies, which have said nothing to them as they stand.
pub(super) fn minutes(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let (able, Some(person)) = (able(tx, Verb::DecisionConsent, agreement), tx.actor().person()) else {
        return Ok(Vec::new());
    };
    if able.is_empty() || !tx.actor().may(Verb::MeetingView, Place::shared(agreement)) {
        return Ok(Vec::new());
    }
    let today = view.terms.zone.date_of(tx.now());
    let mut waiting = Vec::new();
    for group in &view.terms.groups {
        let speaks = |company: &CompanyId| able.contains(company) && seat_of(group, person, *company, today).is_ok();
        if !able.iter().any(speaks) {
            continue;
        }
        for found in coordination::minutes_awaiting(tx, agreement, group.id)? {
            let Meeting { id, slot, minutes, .. } = &found.meeting;
            let asked = found.meeting.minutes_asked(group, today);
            if asked.iter().any(|company| speaks(company) && !minutes.words.contains_key(company)) {
                let since = minutes.written.map(|by| by.at);
                waiting.push(InboxItem { since, ..item(view, InboxKind::Minutes, *id, &slot.title) });
            }
        }
    }
    Ok(waiting)
}

/// What customers said that the actor's companies have not acknowledged or answered yet, what is due first.
pub(super) fn voices(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let able = able(tx, Verb::VoiceAnswer, agreement);
    if able.is_empty() {
        return Ok(Vec::new());
    }
    let waiting = satisfaction::awaiting(tx, agreement, &able)?.into_iter().take(MOST);
    Ok(waiting
        .map(|found| InboxItem {
            deadline: Some(found.voice.due),
            since: Some(found.voice.recorded.at),
            ..item(view, InboxKind::Voice, found.voice.id, found.voice.title())
        })
        .collect())
}

/// Action items of the actor, or of their company where nobody is named, that are overdue or due in a fortnight.
pub(super) fn items(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let (agreement, person) = (view.agreement.id, tx.actor().person());
    let able = able(tx, Verb::ItemDo, agreement);
    if able.is_empty() {
        return Ok(Vec::new());
    }
    let today = view.terms.zone.date_of(tx.now());
    let until = today.checked_add_days(AHEAD).unwrap_or(today);
    let found = coordination::items_open_by(tx, agreement, until)?;
    let waiting = found.into_iter().filter(|found| {
        let errand = &found.item.errand;
        let mine = errand.person.is_none_or(|owner| Some(owner) == person);
        able.contains(&errand.company) && mine
    });
    Ok(waiting
        .map(|found| InboxItem {
            deadline: Some(end_of(view, found.item.errand.due_on)),
            since: Some(found.created_at),
            ..item(view, InboxKind::ActionItem, found.item.id, &found.item.errand.title)
        })
        .collect())
}

/// Meetings of the actor's groups that begin in a fortnight, or are under way.
pub(super) fn meetings(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let Some(person) = tx.actor().person() else { return Ok(Vec::new()) };
    if !tx.actor().may(Verb::MeetingView, Place::shared(agreement)) {
        return Ok(Vec::new());
    }
    let (now, today) = (tx.now(), view.terms.zone.date_of(tx.now()));
    let until = view.terms.zone.start_of(today.checked_add_days(AHEAD).unwrap_or(today));
    let found = coordination::meetings_between(tx, agreement, now.plus(Span::from_seconds(-86_400)), until)?;
    let seats = |group| {
        let group = view.terms.group(group);
        group.is_some_and(|group| group.members.iter().any(|member| member.in_term(today) && member.seats(person)))
    };
    let ahead = |state: &MeetingState| matches!(state, MeetingState::Planned | MeetingState::Running { .. });
    let waiting = found.into_iter().filter(|found| ahead(&found.meeting.state) && seats(found.meeting.group));
    Ok(waiting
        .map(|found| {
            let meeting = &found.meeting;
            let group = view.terms.group(meeting.group).map(|group| group.name.clone()).unwrap_or_default();
            InboxItem { deadline: Some(meeting.slot.starts), ..item(view, InboxKind::Meeting, meeting.id, group) }
        })
        .collect())
}
