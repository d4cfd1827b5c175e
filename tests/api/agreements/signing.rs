//! Applying, proposing and signing over GraphQL.

use crate::support::{
    agreement::{FILE, SIGNATORIES, STEWARD},
    world::{World, both},
};
use serde_json::{Value, json};

const APPLY: &str = "mutation($input: ApplyAgreementInput!) { applyAgreement(input: $input) {
    agreement { id state versions { number state } } refusals { code field message } clientMutationId } }";
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

#[test]
fn a_party_that_is_no_steward_may_not_apply_and_an_outsider_hears_nothing() {
    both(|world| {
        world.sample();
        let input = json!({ "input": { "file": FILE } });
        assert_eq!(world.denied(&world.person("jonas.fjell@nordlicht.example"), APPLY, &input), "FORBIDDEN");
        let stranger = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        let known = world.answer(&stranger, APPLY, &input);
        let unknown =
            world.answer(&stranger, APPLY, &json!({ "input": { "file": FILE.replace("arnau-workplace", "none") } }));
        assert_eq!(known, unknown);
    });
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
