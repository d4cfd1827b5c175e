//! The customer's side: the path from the first day on, and the live state in neutral words.

use super::{followed, id, raise};
use crate::support::{
    cases::{Desk, GRETA, LEA},
    deviations::MIRA,
    escalations::file,
    world::{World, both},
};
use concordat_domain::access::Verb;
use concordat_service::escalations;
use serde_json::{Value, json};

/// The ladder's agreement in which greta is a customer and nothing else but a signatory.
fn desk(world: &World) -> Desk<'_> {
    Desk::applied(world, &file().replace("{role: customer}, {role: coordinator}", "{role: customer}"))
}

fn customer_case(desk: &Desk<'_>) -> Value {
    let query = "query($code: String!) { agreement(code: $code) {
        customerCases(first: 1) { nodes { id escalations(first: 5) { id state levelName own title } } } } }";
    let code = json!({ "code": desk.terms.code });
    desk.world.data(&desk.world.person(GRETA), query, &code)["agreement"]["customerCases"]["nodes"][0].clone()
}

#[test]
fn a_customer_raises_a_case_reads_the_answer_and_closes_it() {
    both(|world| {
        let desk = desk(world);
        let case = desk.open(&json!({}));
        desk.hand(&case, LEA, ("network-team", "nordlicht"), MIRA);
        let own = customer_case(&desk);
        let input = json!({ "agreement": desk.id(), "case": own["id"], "title": "A week without a word" });
        let done = raise(&desk, GRETA, &input);
        assert_eq!((&done["escalation"], &done["refusals"]), (&Value::Null, &json!([])), "no view from inside");
        let seen = &done["customerEscalation"];
        assert_eq!((&seen["state"], &seen["level"], &seen["levels"]), (&json!("WAITING"), &json!(1), &json!(3)));
        assert_eq!(
            (&seen["title"], &seen["own"], &seen["company"]),
            (&json!("A week without a word"), &json!(true), &Value::Null)
        );
        let on = desk.escalations().remove(0);
        assert_eq!(on.escalation.matter.company, desk.company_id("nordlicht"), "whoever has the case is to answer");
        let of = (Verb::EscalationAnswer, on.escalation.id);
        let answer = |tx: &mut concordat_service::kernel::Tx<'_>, it| escalations::answer(tx, it, 1, "On Friday.");
        desk.on_escalation(&world.database, MIRA, of, answer).unwrap();
        let accept = "mutation($input: AcceptEscalationAnswerInput!) { acceptEscalationAnswer(input: $input) {
            customerEscalation { state answer deadline } escalation { id } refusals { code } } }";
        let of = |id: String, revision: i32| json!({ "input": { "escalation": id, "revision": revision } });
        let greta = world.person(GRETA);
        let stale = world.data(&greta, accept, &of(followed(&on), 1));
        assert_eq!(stale["acceptEscalationAnswer"]["refusals"][0]["code"], "ESCALATION_STALE");
        assert_eq!(world.denied(&greta, accept, &of(id(&on), 2)), "NOT_FOUND", "it is not theirs to see from inside");
        let done = world.data(&greta, accept, &of(followed(&on), 2));
        let seen = &done["acceptEscalationAnswer"]["customerEscalation"];
        assert_eq!(seen, &json!({ "state": "CLOSED", "answer": "On Friday.", "deadline": null }));
    });
}

#[test]
fn a_customer_follows_what_was_raised_about_their_case_without_its_words() {
    both(|world| {
        let desk = desk(world);
        desk.open(&json!({ "kind": "COMPLAINT" }));
        desk.follow();
        let seen = customer_case(&desk);
        let [one] = seen["escalations"].as_array().unwrap().as_slice() else { panic!("{seen}") };
        assert_eq!(
            (&one["title"], &one["own"], &one["levelName"]),
            (&Value::Null, &json!(false), &json!("Team leads"))
        );
        desk.at("12:00");
        assert_eq!(escalations::climb_due(&world.database).unwrap(), 1);
        assert_eq!(customer_case(&desk)["escalations"][0]["levelName"], "Directors");
        let node = "query($id: ID!) { node(id: $id) { __typename } }";
        let on = desk.escalations().remove(0);
        let greta = world.person(GRETA);
        assert_eq!(world.data(&greta, node, &json!({ "id": id(&on) }))["node"], Value::Null);
        assert_eq!(
            world.data(&greta, node, &json!({ "id": followed(&on) }))["node"]["__typename"],
            "CustomerEscalation"
        );
        let withdraw =
            "mutation($input: EscalationReasonInput!) { withdrawEscalation(input: $input) { refusals { code } } }";
        let input = json!({ "input": { "escalation": followed(&on), "revision": 2, "reason": "No." } });
        let told = world.data(&greta, withdraw, &input);
        assert_eq!(told["withdrawEscalation"]["refusals"][0]["code"], "ESCALATION_FOREIGN", "nobody raised it");
    });
}

#[test]
fn the_path_is_known_from_the_first_day() {
    both(|world| {
        let desk = desk(world);
        let query = "query($code: String!) { agreement(code: $code) { escalationPath { name
            levels { name tier answerWithin calendar } } } }";
        let data = world.data(&world.person(GRETA), query, &json!({ "code": desk.terms.code }));
        let path = &data["agreement"]["escalationPath"];
        assert_eq!((&path["name"], &path["levels"][0]["answerWithin"]), (&json!("How matters climb"), &json!("PT4H")));
        let tiers: Vec<_> = path["levels"].as_array().unwrap().iter().map(|level| level["tier"].clone()).collect();
        assert_eq!(tiers, ["OPERATIONAL", "TACTICAL", "STRATEGIC"]);
    });
}
