//! Escalations over GraphQL: what is read, each verb held to the same five questions, and the customer's side.

mod customer;
mod reading;
mod verbs;

use super::deviations::Asked;
use crate::support::{cases::Desk, deviations::Group};
use concordat::graphql::{
    escalations::{CUSTOMER_ESCALATION, ESCALATION},
    kernel::global_id::GlobalId,
};
use concordat_service::escalations::EscalationView;
use serde_json::{Value, json};

/// The global id of an escalation.
fn id(on: &EscalationView) -> String {
    GlobalId::new(ESCALATION, on.escalation.agreement, on.escalation.id.0).encode().to_string()
}

/// The global id of an escalation as its customer sees it.
fn followed(on: &EscalationView) -> String {
    GlobalId::new(CUSTOMER_ESCALATION, on.escalation.agreement, on.escalation.id.0).encode().to_string()
}

/// A verb on an escalation.
fn asked(field: &'static str, input: &'static str, on: &EscalationView, more: &Value) -> Asked {
    let mut value = json!({ "escalation": id(on) });
    if let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) {
        all.extend(more.clone());
    }
    let (on_what, stale) = (("escalation", ESCALATION), "ESCALATION_STALE");
    Asked { field, input, value, on: on_what, noun: "escalation", revision: on.revision, stale }
}

/// The same agreement as the tests of deviations see it.
fn group<'w>(desk: &Desk<'w>) -> Group<'w> {
    Group { world: desk.world, agreement: desk.agreement, terms: desk.terms.clone() }
}

/// What comes of raising something in somebody's name: the payload, or the code of the error.
fn raise(desk: &Desk<'_>, who: &str, input: &Value) -> Value {
    let document = "mutation($input: RaiseEscalationInput!) { raiseEscalation(input: $input) {
        escalation { id title level levels levelName state deadline revision company { code } customer { code }
            raised { company { code } } climbs { reason level } facts { name value } owners { name } }
        customerEscalation { id title own state level levels levelName answer company { code } }
        refusals { code field } } }";
    let answer = desk.world.answer(&desk.world.person(who), document, &json!({ "input": input }));
    match answer.get("errors") {
        Some(errors) => errors[0]["extensions"]["code"].clone(),
        None => answer["data"]["raiseEscalation"].clone(),
    }
}
