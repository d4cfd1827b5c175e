//! Decisions: proposed to a group, spoken to by the companies concerned, withdrawn.

use super::{
    changing,
    store::{self, agenda::AgendaItemView, decisions::DecisionView, meetings::MeetingView},
    view::word_of,
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::Group,
    coordination::{Decision, Motion, Sitting, VoiceWord, codes, events},
    kernel::{AgendaItemId, AgreementId, CompanyId, DecisionId, GroupId, MeetingId},
};
use serde_json::json;

/// A decision that is to be put before a group.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// The group.
    pub group: GroupId,
    /// The meeting; none for one in writing.
    pub meeting: Option<MeetingId>,
    /// The matter of that meeting's agenda that it answers.
    pub item: Option<AgendaItemId>,
    /// What it says.
    pub motion: Motion,
}

/// A steward or coordinator puts a decision before the companies concerned.
///
/// # Errors
/// `MEETING_GROUP`, `DECISION_ELSEWHERE`; what [`Decision::propose`] refuses.
pub fn propose(tx: &mut Tx<'_>, agreement: AgreementId, proposal: Proposal) -> Outcome<DecisionView> {
    let view = tx.permit::<AgreementView>(Verb::DecisionPropose, agreement)?;
    let by = tx.speaking(Verb::DecisionPropose, agreement, None)?;
    let group = changing::group(&view.terms, proposal.group)?;
    let (meeting, item) = before_whom(tx, agreement, &proposal)?;
    let superseded = match proposal.motion.supersedes {
        Some(old) => store::decisions::load(tx, agreement, old)?.map(|view| view.decision),
        None => None,
    };
    let today = view.terms.zone.date_of(tx.now());
    let ids = (DecisionId(tx.id()), agreement);
    let motion = proposal.motion;
    let decision = Decision::propose(ids, (meeting, item), (group, today), motion, superseded.as_ref(), by)?;
    store::decisions::insert(tx, &decision)?;
    let detail = json!({ "group": group.id, "meeting": meeting, "concerned": decision.motion.concerned });
    tx.record(events::DECISION_PROPOSED, decision.id, Some(by.company), &detail)?;
    Ok(DecisionView { decision, created_at: tx.now(), revision: 1 })
}

/// The meeting and the matter of a proposal, as far as they are of its group and seen by the actor.
fn before_whom(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    proposal: &Proposal,
) -> Outcome<(Option<MeetingId>, Option<AgendaItemId>)> {
    let elsewhere = |field: &str| {
        let code = codes::DECISION_ELSEWHERE;
        Err(code.refuse_field(field, code.meaning).into())
    };
    let mut meeting = proposal.meeting;
    if let Some(id) = proposal.item {
        let item = tx.permit::<AgendaItemView>(Verb::MeetingView, (agreement, id))?;
        if meeting.is_some_and(|meeting| meeting != item.item.meeting) {
            return elsewhere("item");
        }
        meeting = Some(item.item.meeting);
    }
    if let Some(id) = meeting {
        let found = tx.permit::<MeetingView>(Verb::MeetingView, (agreement, id))?;
        if found.meeting.group != proposal.group || !found.meeting.takes_matters() {
            return elsewhere("meeting");
        }
    }
    Ok((meeting, proposal.item))
}

/// A member of the group, or their deputy, speaks for a company.
///
/// # Errors
/// `DECISION_STALE`, `MEETING_GROUP`; what [`Decision::give`] refuses; forbidden for whoever cannot speak for the company.
pub fn give_voice(
    tx: &mut Tx<'_>,
    on: Permitted<DecisionView>,
    revision: i32,
    company: Option<CompanyId>,
    word: VoiceWord,
) -> Outcome<DecisionView> {
    let agreement = on.decision.agreement;
    let concerned = |company: CompanyId| on.decision.motion.concerned.contains(&company);
    let by = word_of(tx, Verb::DecisionConsent, agreement, company, concerned)?;
    changing::fresh(revision, on.revision, codes::DECISION_STALE)?;
    let terms = changing::terms(tx, agreement)?;
    let group = changing::group(&terms, on.decision.group)?;
    let sitting = sitting(tx, &on.decision, group)?;
    let today = terms.zone.date_of(tx.now());
    let before = on.into_inner();
    let said = word.name();
    let decision = before.decision.clone().give((group, today), sitting, word, by)?;
    let told = (events::DECISION_VOICED, Some(by.company), json!({ "word": said }));
    changing::keep_decision(tx, &before, decision, Some(told))
}

/// How the meeting stands before which a decision was put.
pub(super) fn sitting(tx: &mut Tx<'_>, decision: &Decision, group: &Group) -> Outcome<Sitting> {
    let Some(meeting) = decision.meeting else { return Ok(Sitting::Written) };
    let meeting = store::meetings::load(tx, decision.agreement, meeting)?;
    Ok(meeting.map_or(Sitting::Written, |view| view.meeting.sitting(group)))
}

/// The company that proposed a decision gives it up.
///
/// # Errors
/// `DECISION_STALE`; what [`Decision::withdraw`] refuses.
pub fn withdraw(tx: &mut Tx<'_>, on: Permitted<DecisionView>, revision: i32) -> Outcome<DecisionView> {
    let by = tx.speaking(Verb::DecisionPropose, on.decision.agreement, None)?;
    changing::fresh(revision, on.revision, codes::DECISION_STALE)?;
    let before = on.into_inner();
    let decision = before.decision.clone().withdraw(by)?;
    let told = (events::DECISION_WITHDRAWN, Some(by.company), json!({}));
    changing::keep_decision(tx, &before, decision, Some(told))
}
