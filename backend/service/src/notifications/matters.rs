//! What a mail speaks of, in the eyes of its recipient: what it is called, and whether they may know of it at all.

use crate::{
    agreements::AgreementView,
    boundaries, cases, coordination, deviations, escalations,
    kernel::{Denial, No, Outcome, Tx},
    satisfaction,
};
use concordat_domain::{
    boundaries::FindingKey,
    deviations::Deviation,
    escalations::Owner,
    kernel::{
        ActionId, ActionItemId, AgreementId, BoundaryId, CaseId, CompanyId, DecisionId, DeviationId, EscalationId,
        Event, MeetingId, PersonId, VoiceId,
    },
};
use std::collections::BTreeSet;

/// What somebody sees of a matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// They may not know of it.
    Nothing,
    /// They may know of it; it has no name of its own.
    Something,
    /// They see it under this name.
    As(String),
}

/// The companies that the matter of an event concerns; none where that is not known. In the eyes of the house.
pub(super) fn concerned(tx: &mut Tx<'_>, view: &AgreementView, event: &Event) -> Outcome<BTreeSet<CompanyId>> {
    let agreement = view.agreement.id;
    let mut companies = BTreeSet::new();
    match event.kind.noun() {
        "deviation" => {
            let about = found(deviations::deviation(tx, agreement, DeviationId(event.subject)))?;
            match about.map(|about| about.deviation.scope.company) {
                Some(Some(company)) => companies.extend([company]),
                // a joint figure is everybody's
                Some(None) => companies.extend(parties(tx, view)),
                None => {}
            }
        }
        "action" | "task" => {
            if let Some(about) = found(deviations::action(tx, agreement, ActionId(event.subject)))? {
                companies.extend(about.action.about);
                companies.extend(about.action.tasks.iter().map(|task| task.request.company));
                companies.extend(about.action.consents.keys());
            }
        }
        "case" => {
            if let Some(about) = found(cases::case(tx, agreement, CaseId(event.subject)))? {
                companies.extend(about.case.holder.map(|holder| holder.company));
                companies.extend(about.case.offer.map(|offer| offer.to.company));
            }
        }
        "boundary" => {
            let about = found(boundaries::boundary(tx, agreement, BoundaryId(event.subject)))?;
            companies.extend(about.map(|about| about.boundary.company));
        }
        "escalation" => {
            let about = found(escalations::escalation(tx, agreement, EscalationId(event.subject)))?;
            companies.extend(about.map(|about| about.escalation.matter.company));
        }
        "voice" => {
            let about = found(satisfaction::voice(tx, agreement, VoiceId(event.subject)))?;
            companies.extend(
                about
                    .map(|about| match event.kind.name() {
                        "voice.closed" => vec![about.voice.customer],
                        _ => about.voice.asked.iter().map(|asked| asked.company).collect(),
                    })
                    .unwrap_or_default(),
            );
        }
        "item" => {
            let about = found(coordination::action_item(tx, agreement, ActionItemId(event.subject)))?;
            companies.extend(about.map(|about| about.item.errand.company));
        }
        _ => companies.extend(event.company),
    }
    Ok(companies)
}

/// The persons whose the matter of an event is; none where it names nobody. In the eyes of the house.
pub(super) fn named_people(tx: &mut Tx<'_>, view: &AgreementView, event: &Event) -> Outcome<BTreeSet<PersonId>> {
    let agreement = view.agreement.id;
    Ok(match event.kind.noun() {
        "escalation" => {
            let about = found(escalations::escalation(tx, agreement, EscalationId(event.subject)))?;
            match about.and_then(|about| about.escalation.owner()) {
                Some(Owner::Level { holders, .. }) => holders.into_iter().collect(),
                Some(Owner::Raiser(by)) => BTreeSet::from([by.person]),
                None => BTreeSet::new(),
            }
        }
        "item" => {
            let about = found(coordination::action_item(tx, agreement, ActionItemId(event.subject)))?;
            about.and_then(|about| about.item.errand.person).into_iter().collect()
        }
        _ => BTreeSet::new(),
    })
}

fn parties(tx: &Tx<'_>, view: &AgreementView) -> Vec<CompanyId> {
    let today = view.terms.zone.date_of(tx.now());
    view.terms.parties_on(today).map(|party| party.company).collect()
}

/// What the actor of the transaction sees of what an event happened to.
pub(super) fn seen(tx: &mut Tx<'_>, view: &AgreementView, event: &Event) -> Outcome<Seen> {
    let agreement = view.agreement.id;
    match event.kind.noun() {
        "deviation" => {
            let about = found(deviations::deviation(tx, agreement, DeviationId(event.subject)))?;
            Ok(called(about.map(|about| of_deviation(view, &about.deviation))))
        }
        "action" | "task" => {
            let about = found(deviations::action(tx, agreement, ActionId(event.subject)))?;
            Ok(called(about.map(|about| about.action.title.clone())))
        }
        "case" => {
            let about = found(cases::case(tx, agreement, CaseId(event.subject)))?;
            Ok(called(about.map(|about| format!("{} {}", about.reference, about.case.title).trim().to_owned())))
        }
        "boundary" => {
            let about = found(boundaries::boundary(tx, agreement, BoundaryId(event.subject)))?;
            let title = |about: &boundaries::BoundaryView| {
                let title = about.boundary.shown().map(|shown| shown.content.title.clone()).unwrap_or_default();
                format!("{} {title}", about.boundary.code).trim().to_owned()
            };
            Ok(called(about.map(|about| title(&about))))
        }
        "finding" => of_finding(tx, view, agreement, event),
        "escalation" => {
            let about = found(escalations::escalation(tx, agreement, EscalationId(event.subject)))?;
            Ok(called(about.map(|about| about.escalation.matter.title.clone())))
        }
        "decision" => {
            let about = found(coordination::decision(tx, agreement, DecisionId(event.subject)))?;
            Ok(called(about.map(|about| about.decision.motion.title.clone())))
        }
        "item" => {
            let about = found(coordination::action_item(tx, agreement, ActionItemId(event.subject)))?;
            Ok(called(about.map(|about| about.item.errand.title.clone())))
        }
        "meeting" | "minutes" => {
            let about = found(coordination::meeting(tx, agreement, MeetingId(event.subject)))?;
            let group = about.map(|about| view.terms.group(about.meeting.group).map(|group| group.name.clone()));
            Ok(group.map_or(Seen::Nothing, |group| group.map_or(Seen::Something, Seen::As)))
        }
        _ => Ok(Seen::Something),
    }
}

fn of_deviation(view: &AgreementView, deviation: &Deviation) -> String {
    let kpi = view.terms.kpi(deviation.kpi).map(|kpi| kpi.name.clone()).unwrap_or_default();
    let company = deviation.scope.company.and_then(|company| view.terms.company(company));
    let company = company.map(|company| format!(", {}", company.name)).unwrap_or_default();
    format!("{kpi}, {}{company}", deviation.period)
}

fn of_finding(tx: &mut Tx<'_>, view: &AgreementView, agreement: AgreementId, event: &Event) -> Outcome<Seen> {
    let about = found(boundaries::finding(tx, agreement, FindingKey(event.subject)))?;
    let service = about.as_ref().and_then(|about| view.terms.service(about.known.tracked.finding.service));
    Ok(match (about.is_some(), service) {
        (false, _) => Seen::Nothing,
        (true, None) => Seen::Something,
        (true, Some(service)) => Seen::As(service.name.clone()),
    })
}

fn called(name: Option<String>) -> Seen {
    name.map_or(Seen::Nothing, Seen::As)
}

/// What was found, or nothing where the actor may not see it.
fn found<T>(answer: Outcome<T>) -> Outcome<Option<T>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(No::Denied(Denial::NotFound | Denial::Forbidden) | No::Refused(_)) => Ok(None),
        Err(no) => Err(no),
    }
}
