//! Which events are of something that is concealed from whoever is told of them: every noun is asked about its own.

use crate::{
    cases, coordination, deviations, escalations,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, Event},
};
use std::collections::HashSet;
use uuid::Uuid;

/// Those of some events whose subject is not concealed from the actor.
///
/// # Errors
/// A fault of the database.
pub fn disclosed(tx: &mut Tx<'_>, agreement: AgreementId, found: Vec<Event>) -> Outcome<Vec<Event>> {
    let of = |nouns: &[&str]| -> Vec<Uuid> {
        found.iter().filter(|event| nouns.contains(&event.kind.noun())).map(|event| event.subject).collect()
    };
    let (decided, handled) = (of(&["deviation", "action", "task"]), of(&["case"]));
    let raised = of(&["escalation"]);
    let put: Vec<&Event> = found.iter().filter(|event| event.kind.noun() == "agenda_item").collect();
    let mut hidden = HashSet::new();
    if !decided.is_empty() {
        hidden.extend(deviations::concealed(tx, agreement, &decided)?);
    }
    if !handled.is_empty() {
        hidden.extend(cases::concealed(tx, agreement, &handled)?);
    }
    if !raised.is_empty() {
        hidden.extend(escalations::concealed(tx, agreement, &raised)?);
    }
    let unseen = if put.is_empty() { HashSet::new() } else { coordination::concealed(tx, agreement, &put)? };
    // which of its systems a company has told of what is its own
    let actor = tx.actor().clone();
    let own = |event: &Event| {
        let place = Place { agreement, owner: event.company };
        event.kind.noun() != "webhook" || actor.may(Verb::WebhookView, place)
    };
    let told = |event: &Event| !hidden.contains(&event.subject) && !unseen.contains(&event.number) && own(event);
    Ok(found.into_iter().filter(told).collect())
}
