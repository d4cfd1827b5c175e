//! What waits of signatures, figures, corrective actions, boundaries and cases.

use super::{MOST, able, end_of, item};
use crate::{
    agreements::{self, AgreementView},
    boundaries::{self, BoundaryFilter},
    cases::{self, CaseFilter},
    deviations::{self, ActionFilter, DeviationFilter},
    escalations::{self, EscalationFilter},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    cases::AwaitedKind,
    deviations::{ActionState, TaskState},
    escalations::Owner,
    notifications::{InboxItem, InboxKind},
};
use std::collections::BTreeSet;

/// Signatures of the actor's companies.
pub(super) fn signatures(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let able = able(tx, Verb::AgreementSign, view.agreement.id);
    if able.is_empty() {
        return Ok(Vec::new());
    }
    let missing = agreements::missing_signatures(tx, view)?;
    let waiting = missing.into_iter().filter(|company| able.contains(company));
    Ok(waiting
        .map(|company| InboxItem {
            part: company.to_string(),
            ..item(view, InboxKind::Signature, view.agreement.id, &view.terms.name)
        })
        .collect())
}

/// Deviations that wait for a verdict.
pub(super) fn reviews(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    if !tx.actor().may(Verb::DeviationReview, Place::shared(agreement)) {
        return Ok(Vec::new());
    }
    let filter = DeviationFilter { states: Some(vec!["open"]), ..DeviationFilter::default() };
    let found = deviations::list(tx, agreement, &filter, None, MOST)?;
    let waiting = found.into_iter().take(MOST).map(|found| {
        let kpi = view.terms.kpi(found.deviation.kpi).map(|kpi| kpi.name.clone()).unwrap_or_default();
        let title = format!("{kpi}, {}", found.deviation.period);
        InboxItem { since: Some(found.raised_at), ..item(view, InboxKind::Review, found.deviation.id, title) }
    });
    Ok(waiting.collect())
}

/// Consents to corrective actions, and tasks.
pub(super) fn actions(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let (consents, accepts) = (able(tx, Verb::ActionConsent, agreement), able(tx, Verb::TaskAccept, agreement));
    let (completes, person) = (able(tx, Verb::TaskComplete, agreement), tx.actor().person());
    if consents.is_empty() && accepts.is_empty() && completes.is_empty() {
        return Ok(Vec::new());
    }
    let filter = ActionFilter { states: Some(vec!["proposed", "acting"]), ..ActionFilter::default() };
    let mut waiting = Vec::new();
    for found in deviations::actions(tx, agreement, &filter, None, MOST)?.into_iter().take(MOST) {
        let action = &found.action;
        let proposed = matches!(action.state, ActionState::Proposed { .. });
        let asked = action.tasks.iter().map(|task| task.request.company).chain(action.about);
        let silent = |company: &_| consents.contains(company) && !action.consents.contains_key(company);
        if proposed && asked.into_iter().any(|company| silent(&company)) {
            let since = Some(found.created_at);
            waiting.push(InboxItem { since, ..item(view, InboxKind::ActionConsent, action.id, &action.title) });
        }
        for task in &action.tasks {
            let request = &task.request;
            let kind = match &task.state {
                TaskState::Proposed if accepts.contains(&request.company) => InboxKind::TaskAnswer,
                TaskState::Accepted { .. }
                    if !proposed && completes.contains(&request.company) && person == Some(request.owner) =>
                {
                    InboxKind::Task
                }
                _ => continue,
            };
            let (part, deadline) = (task.id.to_string(), Some(end_of(view, request.due)));
            waiting.push(InboxItem { part, deadline, ..item(view, kind, action.id, &request.title) });
        }
    }
    Ok(waiting)
}

/// Boundaries that wait for the review of the actor's companies.
pub(super) fn boundaries(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let able = able(tx, Verb::BoundaryReview, agreement);
    if able.is_empty() {
        return Ok(Vec::new());
    }
    let filter = BoundaryFilter { states: Some(vec!["proposed"]), ..BoundaryFilter::default() };
    let found = boundaries::list(tx, agreement, &filter, None, MOST)?;
    let waiting = found.into_iter().take(MOST).filter(|found| {
        let awaited = found.boundary.awaited();
        able.iter().any(|company| awaited.contains(company))
    });
    Ok(waiting
        .map(|found| {
            let title = found.boundary.shown().map(|shown| shown.content.title.clone()).unwrap_or_default();
            let title = format!("{} {title}", found.boundary.code);
            item(view, InboxKind::BoundaryReview, found.boundary.id, title.trim())
        })
        .collect())
}

/// Cases that are offered to the actor's teams.
pub(super) fn offers(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let (agreement, person) = (view.agreement.id, tx.actor().person());
    if able(tx, Verb::CaseHandle, agreement).is_empty() {
        return Ok(Vec::new());
    }
    let mut waiting = Vec::new();
    for team in view.terms.teams.iter().filter(|team| team.members.iter().any(|it| Some(it.person) == person)) {
        let filter = CaseFilter { team: Some(team.id), ..CaseFilter::default() };
        for found in cases::list(tx, agreement, &filter, None, MOST)?.into_iter().take(MOST) {
            let Some(offer) = found.case.offer.filter(|offer| offer.to.team == team.id && found.case.is_open()) else {
                continue;
            };
            let title = format!("{} {}", found.reference, found.case.title);
            let since = Some(offer.at);
            waiting.push(InboxItem { since, ..item(view, InboxKind::CaseOffer, found.case.id, title.trim()) });
        }
    }
    Ok(waiting)
}

/// Consents to pauses and decisions of disputes for which cases wait, of cases that the actor sees.
pub(super) fn answers(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let agreement = view.agreement.id;
    let (consents, decides) =
        (able(tx, Verb::CaseAnswer, agreement), tx.actor().may(Verb::CaseDecide, Place::shared(agreement)));
    if consents.is_empty() && !decides {
        return Ok(Vec::new());
    }
    let own = match cases::sees(tx, agreement)? {
        cases::Sight::All => None,
        cases::Sight::Own(own) => Some(own),
        cases::Sight::Followed { .. } => return Ok(Vec::new()),
    };
    let mut waiting = Vec::new();
    for found in cases::waiting(tx, agreement)? {
        let kind = match found.awaited.kind {
            AwaitedKind::Consent if found.awaited.company.is_some_and(|company| consents.contains(&company)) => {
                InboxKind::PauseConsent
            }
            AwaitedKind::Decision if decides => InboxKind::Dispute,
            _ => continue,
        };
        let sees = own.as_ref().is_none_or(|own| found.companies.iter().any(|company| own.contains(company)));
        if sees && waiting.len() < MOST {
            let (part, since) = (found.awaited.number.to_string(), Some(found.awaited.since));
            waiting.push(InboxItem { part, since, ..item(view, kind, found.case, found.reference) });
        }
    }
    Ok(waiting)
}

/// Escalations whose next move is the actor's.
pub(super) fn escalations(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Vec<InboxItem>> {
    let (agreement, Some(person)) = (view.agreement.id, tx.actor().person()) else { return Ok(Vec::new()) };
    let open = EscalationFilter { states: Some(vec!["open", "answered"]), ..EscalationFilter::default() };
    let came = EscalationFilter { holder: Some(person), ..open.clone() };
    // what came to them first: among very many others it must not be missed
    let mut found = escalations::list(tx, agreement, &came, None, MOST)?;
    found.extend(escalations::list(tx, agreement, &open, None, MOST)?);
    let mut seen = BTreeSet::new();
    found.retain(|found| seen.insert(found.escalation.id));
    let mine = |owner: Option<Owner>| match owner {
        Some(Owner::Level { holders, .. }) => holders.contains(&person),
        Some(Owner::Raiser(by)) => by.person == person,
        None => false,
    };
    let waiting = found.into_iter().filter(|found| mine(found.escalation.owner()));
    Ok(waiting
        .map(|found| InboxItem {
            deadline: found.escalation.deadline(),
            since: Some(found.raised_at),
            ..item(view, InboxKind::Escalation, found.escalation.id, &found.escalation.matter.title)
        })
        .collect())
}
