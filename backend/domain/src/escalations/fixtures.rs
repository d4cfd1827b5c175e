//! A small agreement with two escalation paths, for the tests of this noun.

use super::*;
use crate::agreements::{KnownIds, Terms, Trigger};
use crate::kernel::*;
use serde_json::json;
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

const SMALL: &str =
    concat!(include_str!("../agreements/resolve/small.yaml"), include_str!("../agreements/resolve/small_cases.yaml"));

/// So many hours after a Monday at eight in UTC, at nine in Vienna.
pub fn hour(number: i64) -> Moment {
    Moment::parse("2026-03-02T08:00:00Z").unwrap().plus_seconds(number * 3_600)
}

static TERMS: LazyLock<Arc<Terms>> = LazyLock::new(|| Arc::new(made()));

/// The small agreement with a general path of three levels by the wall clock and dan's own of two by office hours.
pub fn terms() -> Arc<Terms> {
    TERMS.clone()
}

fn made() -> Terms {
    let people = "\n  - {email: c@bob.example, name: C, company: bob, grants: [{role: coordinator}]}\n  - {email: d@dan.example, name: D, \
                  company: dan, grants: [{role: customer}]}\nservices:";
    let text = SMALL.replacen("\nservices:", people, 1);
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let plain = Terms::resolve(text.as_bytes(), &KnownIds::default(), &mut ids).unwrap_or_else(|no| panic!("{no}"));
    let (bob, dan) = (plain.company_named("bob").unwrap().id, plain.company_named("dan").unwrap().id);
    let person = |email: &str| plain.person_at(email).unwrap().id;
    let level = |name: &str, tier: &str, within: &str, calendar: Option<&str>, person: PersonId| {
        let mut level = json!({ "name": name, "tier": tier, "answer_within": within, "role": "coordinator",
            "holders": [{ "company": bob, "person": person }] });
        if let Some(calendar) = calendar {
            level["calendar"] = json!(calendar);
        }
        level
    };
    let (second, first) = (person("b@bob.example"), person("c@bob.example"));
    let triggers = json!([{ "on": "raised" }, { "on": "no_response" }, { "on": "reopened", "times": 2 }, { "on": "reopened", "times": 4 }]);
    let mut document: serde_json::Value = serde_json::from_str(plain.json()).unwrap();
    document["escalations"] = json!([
        { "id": Uuid::from_u128(901), "code": "all", "name": "How matters climb", "triggers": triggers, "levels": [
            level("Team leads", "operational", "PT4H", None, first),
            level("Directors", "tactical", "PT8H", None, second),
            level("Top management", "strategic", "P1D", None, second),
        ] },
        { "id": Uuid::from_u128(902), "code": "dan", "name": "Your way up", "customer": dan, "triggers": [{ "on": "red_flag" }], "levels": [
            level("Team leads", "operational", "PT4H", Some("office"), first),
            level("Directors", "tactical", "PT8H", Some("office"), second),
        ] },
    ]);
    Terms::from_json(&document.to_string()).unwrap()
}

pub fn paths() -> Paths {
    Paths::of(1, terms())
}

fn by(email: &str, number: i64) -> By {
    let terms = terms();
    let person = terms.person_at(email).unwrap();
    By { person: person.id, company: person.company, at: hour(number) }
}

/// Bob's coordinator, at an hour.
pub fn holder(number: i64) -> By {
    by("c@bob.example", number)
}

/// Dan's person, at an hour.
pub fn customer(number: i64) -> By {
    by("d@dan.example", number)
}

/// What a matter says that concerns bob.
pub fn matter(trigger: Trigger, customer: Option<CompanyId>) -> Matter {
    let terms = terms();
    Matter {
        trigger,
        subject: Subject::Case { case: CaseId(Uuid::from_u128(800)) },
        company: terms.company_named("bob").unwrap().id,
        customer,
        title: " No network ".into(),
        note: None,
        facts: vec![Fact::new("priority", "high")],
    }
}

/// An escalation on the general path since hour 0. The customer, when it is theirs, has no path for it of their own.
pub fn raised_by(raised: Option<By>) -> Escalation {
    let mut matter = matter(Trigger::Raised, None);
    let ids = (EscalationId(Uuid::from_u128(700)), AgreementId(Uuid::from_u128(600)));
    let mut escalation = Escalation::raise(ids, &paths(), matter.clone(), raised, hour(0)).unwrap();
    matter.customer = raised.map(|by| by.company);
    escalation.matter.customer = matter.customer;
    escalation
}
