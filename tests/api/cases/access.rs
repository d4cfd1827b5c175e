//! What every verb owes: an outsider cannot tell a case from nothing, whoever may not is forbidden, what has changed since
//! it was read is refused, and what was done is done once.

use super::way::resolved;
use crate::support::{
    agreement::FILE,
    cases::{Desk, GRETA, HANS, JONAS, LEA, document},
    deviations::{FELIX, MIRA, PAUL, TOVE},
    world::both,
};
use concordat::graphql::{
    cases::{CASE, CUSTOMER_CASE},
    kernel::global_id::GlobalId,
};
use concordat_domain::access::Actor;
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Verb, who may, who sees the case but may not, and what the verb says beside the case.
type Verb = (&'static str, &'static str, &'static str, Value);

/// Somebody of another agreement.
fn outsider(desk: &Desk<'_>) -> Arc<Actor> {
    desk.world.apply(&FILE.replace("code: arnau-workplace", "code: other").replace("castor", "castor2"));
    desk.world.person("nina.falk@castor2.example")
}

/// Holds verbs to what each of them owes, one after the other.
fn hold(desk: &Desk<'_>, mut case: Value, verbs: Vec<Verb>) -> Value {
    let world = desk.world;
    let strangers = [outsider(desk), Arc::new(Actor::anonymous())];
    for (minute, (field, able, forbidden, more)) in verbs.into_iter().enumerate() {
        desk.at(&format!("13:{minute:02}"));
        let (ours, tag) =
            if field == "rateCase" { (customers(&case), CUSTOMER_CASE) } else { (case["id"].clone(), CASE) };
        let input = |id: &Value, revision: i64| json!({ "input": crate::support::cases::with(json!({ "case": id, "revision": revision }), &more) });
        let revision = case["revision"].as_i64().unwrap();
        let nothing = json!(&*GlobalId::new(tag, desk.agreement, Uuid::from_u128(42)).encode());
        let absent = world.answer(&world.person(able), &document(field), &input(&nothing, revision));
        assert_eq!(absent["errors"][0]["extensions"]["code"], "NOT_FOUND", "{field}");
        for stranger in &strangers {
            let hidden = world.bytes(stranger, &document(field), &input(&ours, revision));
            let there_is_none = world.bytes(stranger, &document(field), &input(&nothing, revision));
            assert_eq!(hidden, there_is_none, "{field}");
            assert_eq!(serde_json::from_slice::<Value>(&hidden).unwrap(), absent, "{field}");
        }
        let code = world.denied(&world.person(forbidden), &document(field), &input(&ours, revision));
        assert_eq!(code, "FORBIDDEN", "{field} by {forbidden}");
        for other in [revision - 1, revision + 1] {
            let stale = world.data(&world.person(able), &document(field), &input(&ours, other));
            assert_eq!(stale[field]["refusals"][0]["code"], "CASE_STALE", "{field}");
            assert_eq!(stale[field]["case"], Value::Null);
        }
        let told = desk.tell(able, field, &case, &more);
        assert_eq!(told["revision"], revision + 1, "{field}");
        let again = world.data(&world.person(able), &document(field), &input(&ours, revision));
        let gone = if field == "acceptCase" { "CASE_NOT_OFFERED" } else { "CASE_STALE" };
        assert_eq!(again[field]["refusals"][0]["code"], gone, "{field} again");
        case["revision"] = told["revision"].clone();
    }
    case
}

/// The id under which its customer knows a case.
fn customers(case: &Value) -> Value {
    let id = GlobalId::decode_as(CASE, &juniper::ID::from(case["id"].as_str().unwrap().to_owned())).unwrap();
    json!(&*GlobalId::new(CUSTOMER_CASE, id.agreement, id.own).encode())
}

#[test]
fn verbs_of_daily_work() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let to = desk.to("network-team", "nordlicht");
        let shares = json!({ "shares": (["nordlicht", "halden"].map(|code| json!({ "company": desk.company(code), "weight": 1 }))) });
        let case = hold(
            &desk,
            case,
            vec![
                ("respondToCase", LEA, JONAS, json!({})),
                ("updateCase", LEA, MIRA, json!({ "note": "On it." })),
                ("offerCase", LEA, FELIX, to.clone()),
                ("refuseCase", MIRA, HANS, json!({ "reason": "Not ours." })),
                ("offerCase", LEA, MIRA, to),
                ("acceptCase", MIRA, JONAS, json!({})),
                ("reprioritiseCase", MIRA, LEA, json!({ "priority": "high" })),
                ("pauseCase", MIRA, LEA, json!({ "reason": "awaiting-customer" })),
                ("resumeCase", MIRA, TOVE, json!({})),
                ("swarmCase", MIRA, LEA, shares),
                ("resolveCase", MIRA, PAUL, json!({})),
                ("reopenCase", MIRA, GRETA, json!({})),
                ("cancelCase", MIRA, LEA, json!({})),
            ],
        );
        assert_eq!(desk.read(LEA, &case)["phase"], "CLOSED");
    });
}

#[test]
fn verbs_of_answering_and_ending() {
    both(|world| {
        let desk = Desk::new(world);
        let case = resolved(&desk);
        let stretch = json!({ "from": "2026-03-02T08:35:00Z", "until": "2026-03-02T08:45:00Z", "reason": "Not so." });
        // the number of the event that disputes: nine came before it
        let verdict = json!({ "dispute": 10, "time": "NOBODY", "reason": "So be it." });
        let owner =
            json!({ "owner": desk.person(MIRA), "company": desk.company("nordlicht"), "due": "2026-03-04T08:00:00Z" });
        let case = hold(
            &desk,
            case,
            vec![
                ("disputeCaseTime", TOVE, MIRA, stretch),
                ("decideCaseDispute", PAUL, MIRA, verdict),
                ("rateCase", GRETA, PAUL, json!({ "points": 1 })),
                ("recoverCase", MIRA, LEA, owner),
                ("closeCase", MIRA, JONAS, json!({})),
            ],
        );
        assert_eq!(desk.read(LEA, &case)["phase"], "CLOSED");
    });
}

#[test]
fn consent_is_held_to_the_same() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-network" }));
        hold(&desk, case, vec![("consentToPause", TOVE, MIRA, json!({}))]);
    });
}

#[test]
fn a_case_is_opened_by_an_agent_for_the_own_company_alone() {
    both(|world| {
        let desk = Desk::new(world);
        let input = json!({ "input": desk.opening(&json!({})) });
        for who in [MIRA, JONAS, GRETA, PAUL] {
            assert_eq!(world.denied(&world.person(who), &document("openCase"), &input), "FORBIDDEN", "{who}");
        }
        let castor = json!({ "input": desk.opening(&json!({ "company": desk.company("castor") })) });
        assert_eq!(world.denied(&world.person(LEA), &document("openCase"), &castor), "FORBIDDEN");
        assert_eq!(world.denied(&outsider(&desk), &document("openCase"), &input), "NOT_FOUND");
    });
}

#[test]
fn an_outsider_reads_nothing_and_no_list() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let stranger = outsider(&desk);
        let query = "query($id: ID!) { node(id: $id) { id } }";
        let nothing = json!(&*GlobalId::new(CASE, desk.agreement, Uuid::from_u128(42)).encode());
        for id in [case["id"].clone(), customers(&case)] {
            let there = world.bytes(&stranger, query, &json!({ "id": id }));
            assert_eq!(there, world.bytes(&stranger, query, &json!({ "id": nothing })));
        }
        for field in
            ["cases(first: 3) { nodes { id } }", "caseTotals { total }", "customerCases(first: 3) { nodes { id } }"]
        {
            let data = world.answer(
                &stranger,
                &format!("{{ agreement(code: \"arnau-workplace\") {{ {field} }} }}"),
                &json!({}),
            );
            assert_eq!(data["data"]["agreement"], Value::Null, "{field}");
        }
    });
}
