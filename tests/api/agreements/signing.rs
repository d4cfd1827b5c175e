//! Applying, proposing and signing over GraphQL.

use crate::support::{
    agreement::{FILE, SIGNATORIES, STEWARD},
    world::{World, both},
};
use serde_json::{Value, json};

const APPLY: &str = "mutation($input: ApplyAgreementInput!) { applyAgreement(input: $input) {
    agreement { id state versions { number state } } refusals { code field message } clientMutationId } }";
const PLAN: &str = "mutation($input: ApplyAgreementInput!) { planAgreement(input: $input) {
    changes { path } refusals { code } } }";
const PROPOSE: &str = "mutation($input: AgreementInput!) { proposeAgreement(input: $input) {
    agreement { state versions { state missingSignatures { code } } } refusals { code } } }";
const SIGN: &str = "mutation($input: SignAgreementInput!) { signAgreement(input: $input) {
    agreement { state versions { digest state missingSignatures { code } } } refusals { code message } } }";

fn ids(world: &World, email: &str) -> Value {
    let query = "{ agreement(code: \"arnau-workplace\") { id versions { digest } parties { company { id code } } } }";
    world.data(&world.person(email), query, &json!({}))["agreement"].take()
}

fn signature(world: &World, email: &str, company: &str) -> Value {
    let agreement = ids(world, email);
    let parties = agreement["parties"].as_array().unwrap();
    let party = parties.iter().find(|party| party["company"]["code"] == company).unwrap();
    json!({ "input": { "agreement": agreement["id"], "company": party["company"]["id"], "digest": agreement["versions"][0]["digest"] } })
}

#[test]
fn from_the_file_to_active() {
    both(|world| {
        let done = world.data(&world.console(), APPLY, &json!({ "input": { "file": FILE, "clientMutationId": "m1" } }));
        assert_eq!(done["applyAgreement"]["clientMutationId"], "m1");
        assert_eq!(done["applyAgreement"]["agreement"]["state"], "DRAFT");
        let id = ids(world, STEWARD)["id"].clone();
        let done = world.data(&world.person(STEWARD), PROPOSE, &json!({ "input": { "agreement": id } }));
        let missing = &done["proposeAgreement"]["agreement"]["versions"][0]["missingSignatures"];
        assert_eq!(missing.as_array().unwrap().len(), 5);
        for (email, company) in SIGNATORIES {
            let input = signature(world, email, company);
            let done = world.data(&world.person(email), SIGN, &input);
            assert_eq!(done["signAgreement"]["refusals"], json!([]));
        }
        let query = "{ agreement(code: \"arnau-workplace\") { state } }";
        assert_eq!(world.data(&world.person(STEWARD), query, &json!({}))["agreement"]["state"], "ACTIVE");
    });
}

#[test]
fn a_bad_file_is_refused_with_its_places() {
    both(|world| {
        let broken = FILE.replace("kind: quantile\n    p: 0.5", "kind: quantile\n    p: 5");
        let done = world.data(&world.console(), APPLY, &json!({ "input": { "file": broken } }));
        let refusal = &done["applyAgreement"]["refusals"][0];
        assert_eq!(refusal["code"], "AGREEMENT_FILE");
        assert!(refusal["message"].as_str().unwrap().starts_with("line "), "{refusal}");
        assert_eq!(done["applyAgreement"]["agreement"], json!(null));
    });
}

/// A file of an agreement that is not there, and one of an agreement in which the steward of the first has no part.
fn absent_and_hidden(world: &World) -> [Value; 2] {
    let other = FILE.replace("arnau-workplace", "hidden-workplace").replace(STEWARD, "other.steward@arnau.example");
    world.apply(&other);
    let input = |file: String| json!({ "input": { "file": file } });
    [input(FILE.replace("arnau-workplace", "absent-workplace")), input(other)]
}

#[test]
fn whoever_may_apply_no_file_anywhere_is_denied_before_it_is_read() {
    both(|world| {
        world.sample();
        let [absent, hidden] = absent_and_hidden(world);
        let (own, broken) = (json!({ "input": { "file": FILE } }), json!({ "input": { "file": "no: [file" } }));
        let nobody = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        let party = world.person("jonas.fjell@nordlicht.example");
        for file in [own, broken, absent, hidden] {
            for query in [PLAN, APPLY] {
                assert_eq!(world.denied(&nobody, query, &file), "UNAUTHENTICATED");
                assert_eq!(world.denied(&party, query, &file), "FORBIDDEN");
            }
        }
    });
}

#[test]
fn a_steward_cannot_tell_a_hidden_agreement_from_none_by_a_file() {
    both(|world| {
        world.sample();
        let [absent, hidden] = absent_and_hidden(world);
        let steward = world.person(STEWARD);
        for query in [PLAN, APPLY] {
            assert_eq!(world.denied(&steward, query, &hidden), "NOT_FOUND");
            assert_eq!(world.bytes(&steward, query, &absent), world.bytes(&steward, query, &hidden));
        }
        let plan = |file: &str| {
            let done = world.data(&steward, PLAN, &json!({ "input": { "file": file } }));
            let count = |part: &str| done["planAgreement"][part].as_array().map(Vec::len);
            (count("changes"), count("refusals"))
        };
        assert_eq!(plan(FILE), (Some(0), Some(0)));
        assert_eq!(plan("no: [file"), (None, Some(1)));
        let done = world.data(&world.console(), PLAN, &absent);
        assert!(done["planAgreement"]["changes"].as_array().is_some_and(|changes| !changes.is_empty()), "{done}");
    });
}

#[test]
fn few_files_are_planned_in_one_operation() {
    let world = World::sqlite();
    let file = json!({ "input": { "file": FILE } });
    let ask = |many: usize| {
        let plans: String =
            (0..many).map(|n| format!("p{n}: planAgreement(input: $input) {{ refusals {{ code }} }} ")).collect();
        world.answer(&world.console(), &format!("mutation($input: ApplyAgreementInput!) {{ {plans} }}"), &file)
    };
    assert_eq!(ask(3).get("errors"), None);
    assert_eq!(ask(4)["errors"][0]["extensions"]["code"], "COST_EXCEEDED");
}

#[test]
fn signing_twice_or_what_was_not_read_is_refused() {
    both(|world| {
        let id = world.apply(FILE);
        world.propose(id);
        let (email, company) = SIGNATORIES[1];
        let mut input = signature(world, email, company);
        let code = |done: &Value| done["signAgreement"]["refusals"][0]["code"].clone();
        input["input"]["digest"] = json!("0".repeat(64));
        assert_eq!(code(&world.data(&world.person(email), SIGN, &input)), "SIGNATURE_DIGEST");
        input = signature(world, email, company);
        assert_eq!(code(&world.data(&world.person(email), SIGN, &input)), json!(null));
        assert_eq!(code(&world.data(&world.person(email), SIGN, &input)), "SIGNATURE_REPEATED");
    });
}
