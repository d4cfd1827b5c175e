//! Events become messages to the systems that asked for them, as far as their company may see the events.

use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
    notifications::store,
};
use concordat_domain::{
    access::{Actor, Grant, Place, Role, Scope, Verb, Who},
    kernel::{AgreementId, CompanyId, DeliveryId, Event, PersonId},
    notifications::webhook::{Delivery, DeliveryState, EVENTS, Webhook},
};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// Leaves out what is concealed from the actor: it takes more than one noun to know that.
pub type Disclosed<'a> = &'a dyn Fn(&mut Tx<'_>, AgreementId, Vec<Event>) -> Outcome<Vec<Event>>;

/// Puts a message for each webhook that hears of an event into the outbox, once.
///
/// # Errors
/// A fault of the database.
pub fn react(tx: &mut Tx<'_>, view: &AgreementView, events: &[Event], disclosed: Disclosed<'_>) -> Outcome<()> {
    let agreement = view.agreement.id;
    let told: Vec<&Event> = events.iter().filter(|event| !EVENTS.contains(&event.kind)).collect();
    let hooks: Vec<Webhook> = store::webhooks::all(tx, agreement)?.into_iter().map(|one| one.webhook).collect();
    let mut hears: BTreeMap<CompanyId, Vec<Webhook>> = BTreeMap::new();
    for hook in hooks.into_iter().filter(|hook| told.iter().any(|event| hook.hears(&event.kind))) {
        hears.entry(hook.company).or_default().push(hook);
    }
    let mut new = Vec::new();
    for (company, hooks) in hears {
        let heard: Vec<&Event> =
            told.iter().copied().filter(|event| hooks.iter().any(|hook| hook.hears(&event.kind))).collect();
        let seen = seen_by(tx, view, company, &heard, disclosed)?;
        for event in heard.into_iter().filter(|event| seen.contains(&event.number)) {
            for hook in hooks.iter().filter(|hook| hook.hears(&event.kind)) {
                new.push(message(tx, hook, event));
            }
        }
    }
    store::deliveries::insert(tx, &new)
}

fn message(tx: &Tx<'_>, hook: &Webhook, event: &Event) -> Delivery {
    Delivery {
        id: DeliveryId(tx.id()),
        webhook: hook.id,
        agreement: hook.agreement,
        event: event.number,
        kind: event.kind.name().to_owned(),
        subject: event.subject,
        at: event.at,
        state: DeliveryState::Waiting,
        due: tx.now(),
        tries: 0,
        attempts: Vec::new(),
    }
}

/// The numbers of those events that a coordinator of a company sees. None for a company that is bound no more, or that
/// nobody coordinates for.
pub(super) fn seen_by(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    company: CompanyId,
    events: &[&Event],
    disclosed: Disclosed<'_>,
) -> Outcome<HashSet<i64>> {
    let agreement = view.agreement.id;
    let today = view.terms.zone.date_of(tx.now());
    let coordinated = view.terms.people.iter().any(|person| person.holds(Role::Coordinator, company));
    let eyes = Arc::new(coordinator(agreement, company));
    if !coordinated || !view.terms.in_force(company, today) || !eyes.may(Verb::EventView, Place::shared(agreement)) {
        return Ok(HashSet::new());
    }
    let own = events.iter().map(|event| (*event).clone()).collect();
    let seen = tx.in_the_eyes_of(&eyes, |tx| disclosed(tx, agreement, own))?;
    Ok(seen.into_iter().map(|event| event.number).collect())
}

/// A coordinator of a company, nobody in particular.
fn coordinator(agreement: AgreementId, company: CompanyId) -> Actor {
    let who = Who::Person { id: PersonId(Uuid::nil()), company, operator: false };
    let grants = vec![Grant { agreement, company, role: Role::Coordinator }];
    Actor { who, grants, prospects: Vec::new(), scopes: vec![Scope::Read], token: None }
}
