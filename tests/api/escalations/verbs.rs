//! Each verb on an escalation, held to what every verb owes.

use super::{asked, group, raise};
use crate::support::{
    cases::{Desk, JONAS, NINA},
    deviations::{CLARA, FELIX, OSKAR, TOVE},
    escalations::laddered,
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::escalations::{self, EscalationView};
use serde_json::{Value, json};

/// A matter that halden raised and castor is to answer, on a Monday at nine in Vienna.
fn raised(world: &World) -> (Desk<'_>, EscalationView) {
    let desk = laddered(world);
    let view = desk.raise(&world.database, OSKAR, "castor", "The rota").unwrap();
    (desk, view)
}

fn answered(desk: &Desk<'_>, on: &EscalationView) -> EscalationView {
    let of = (Verb::EscalationAnswer, on.escalation.id);
    desk.on_escalation(&desk.world.database, NINA, of, |tx, it| escalations::answer(tx, it, on.revision, "Tomorrow."))
        .unwrap()
}

#[test]
fn raise_a_matter() {
    both(|world| {
        let desk = laddered(world);
        let input = json!({ "agreement": desk.id(), "concerns": desk.company("castor"), "title": "The rota" });
        let done = raise(&desk, TOVE, &input);
        assert_eq!(done["refusals"], json!([]));
        let it = &done["escalation"];
        assert_eq!((&it["level"], &it["levels"], &it["levelName"]), (&json!(1), &json!(3), &json!("Team leads")));
        assert_eq!((&it["deadline"], &it["state"]), (&json!("2026-03-02T12:00:00Z"), &json!("OPEN")));
        assert_eq!(
            (&it["raised"]["company"]["code"], &it["owners"]),
            (&json!("nordlicht"), &json!([{ "name": "Nina Falk" }]))
        );
        assert_eq!(done["customerEscalation"], Value::Null);
        let again = raise(&desk, OSKAR, &input);
        assert_eq!(again["refusals"][0]["code"], "ESCALATION_RAISED");
        let nobodys = raise(&desk, TOVE, &json!({ "agreement": desk.id(), "title": "Whose?" }));
        assert_eq!(
            (&nobodys["refusals"][0]["code"], &nobodys["refusals"][0]["field"]),
            (&json!("ESCALATION_COMPANY"), &json!("concerns"))
        );
        let wordless = json!({ "agreement": desk.id(), "concerns": desk.company("castor"), "title": "\u{7}" });
        assert_eq!(raise(&desk, TOVE, &wordless)["refusals"][0]["code"], "ESCALATION_STATEMENT");
        for who in [FELIX, JONAS] {
            assert_eq!(raise(&desk, who, &input), "FORBIDDEN", "{who}");
        }
        let other = json!({ "agreement": desk.id(), "concerns": desk.company("castor"), "title": "x", "company": desk.company("castor") });
        assert_eq!(raise(&desk, TOVE, &other), "FORBIDDEN", "for another company");
        let outsider = super::super::deviations::outsider(&group(&desk));
        let document =
            "mutation($input: RaiseEscalationInput!) { raiseEscalation(input: $input) { refusals { code } } }";
        let absent = "QQGJAAAAcACAAAAAAAAAAQGJAAAAcACAAAAAAAAAAQ";
        let nowhere = json!({ "input": { "agreement": absent, "title": "x" } });
        let hidden = world.answer(&outsider, document, &json!({ "input": input }));
        assert_eq!(hidden, world.answer(&outsider, document, &nowhere));
    });
}

#[test]
fn acknowledge() {
    both(|world| {
        let (desk, on) = raised(world);
        let asked = asked("acknowledgeEscalation", "EscalationInput", &on, &json!({}));
        let done = asked.hold(&group(&desk), NINA, TOVE, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "OPEN");
        assert_eq!(desk.escalation(on.escalation.id).escalation.deadline(), on.escalation.deadline());
    });
}

#[test]
fn answer() {
    both(|world| {
        let (desk, on) = raised(world);
        let more = json!({ "answer": "Two more people from tomorrow on." });
        let asked = asked("answerEscalation", "AnswerEscalationInput", &on, &more);
        assert_eq!(asked.refused(&group(&desk), CLARA, json!({})), ["ESCALATION_HOLDER"], "a level too soon");
        assert_eq!(asked.refused(&group(&desk), NINA, json!({ "answer": " " })), ["ESCALATION_STATEMENT"]);
        let done = asked.hold(&group(&desk), NINA, TOVE, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "ANSWERED");
    });
}

#[test]
fn close() {
    both(|world| {
        let (desk, on) = raised(world);
        let asked_close = |on: &EscalationView| asked("closeEscalation", "EscalationInput", on, &json!({}));
        assert_eq!(asked_close(&on).refused(&group(&desk), NINA, json!({})), ["ESCALATION_UNANSWERED"]);
        let on = answered(&desk, &on);
        assert_eq!(asked_close(&on).refused(&group(&desk), NINA, json!({})), ["ESCALATION_RAISER"]);
        desk.at("12:00");
        assert_eq!(escalations::climb_due(&world.database).unwrap(), 1);
        let silent = desk.escalation(on.escalation.id);
        let done = asked_close(&silent).hold(&group(&desk), NINA, TOVE, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "CLOSED");
    });
}

#[test]
fn accept() {
    both(|world| {
        let (desk, on) = raised(world);
        let on = answered(&desk, &on);
        let asked = asked("acceptEscalationAnswer", "AcceptEscalationAnswerInput", &on, &json!({}));
        assert_eq!(
            asked.refused(&group(&desk), NINA, json!({})),
            ["ESCALATION_FOREIGN"],
            "nobody accepts their own answer"
        );
        let done = asked.hold(&group(&desk), OSKAR, FELIX, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "CLOSED");
    });
}

#[test]
fn reject() {
    both(|world| {
        let (desk, on) = raised(world);
        let on = answered(&desk, &on);
        let more = json!({ "reason": "Tomorrow is too late." });
        let asked = asked("rejectEscalationAnswer", "EscalationReasonInput", &on, &more);
        let done = asked.hold(&group(&desk), OSKAR, TOVE, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "OPEN");
        assert_eq!(desk.escalation(on.escalation.id).escalation.level(), 1, "it climbed");
    });
}

#[test]
fn withdraw() {
    both(|world| {
        let (desk, on) = raised(world);
        let asked = asked("withdrawEscalation", "EscalationReasonInput", &on, &json!({ "reason": "It is settled." }));
        let done = asked.hold(&group(&desk), OSKAR, TOVE, &["ESCALATION_STALE"]);
        assert_eq!(done["state"], "WITHDRAWN");
    });
}

#[test]
fn two_who_answer_at_once() {
    both(|world| {
        let (desk, on) = raised(world);
        let of = (Verb::EscalationAnswer, on.escalation.id);
        let answer = |text: &'static str| {
            desk.on_escalation(&world.database, NINA, of, move |tx, it| escalations::answer(tx, it, 1, text))
        };
        let done: Vec<bool> = std::thread::scope(|scope| {
            ["One.", "Other."]
                .map(|text| scope.spawn(move || answer(text).is_ok()))
                .map(|one| one.join().unwrap())
                .into()
        });
        assert_eq!(done.iter().filter(|done| **done).count(), 1, "one wins, the other is told");
        assert_eq!(desk.escalation(on.escalation.id).escalation.answers.len(), 1);
    });
}
