//! `assessPeriod`.

use super::outsider;
use crate::support::{
    deviations::{Group, IRENE, MIRA, PAUL},
    world::both,
};
use concordat::graphql::{agreements::TAG, kernel::global_id::GlobalId};
use concordat_domain::kernel::AgreementId;
use serde_json::json;
use uuid::Uuid;

const ASSESS: &str = "mutation($input: AssessPeriodInput!) { assessPeriod(input: $input) {
    assessment { id period ended at agreement { code } } refusals { code field } } }";

#[test]
fn a_period_is_assessed_once_and_by_those_who_may() {
    both(|world| {
        let group = Group::new(world);
        let input = |agreement: AgreementId, period: &str| {
            let id = GlobalId::new(TAG, agreement, agreement.0).encode();
            json!({ "input": { "agreement": &*id, "period": period } })
        };
        let march = input(group.agreement, "2026-03");
        let absent = input(AgreementId(Uuid::from_u128(42)), "2026-03");
        let stranger = outsider(&group);
        let hidden = world.answer(&stranger, ASSESS, &march);
        assert_eq!(hidden, world.answer(&stranger, ASSESS, &absent));
        assert_eq!(hidden["errors"][0]["extensions"]["code"], "NOT_FOUND");
        assert_eq!(world.denied(&world.person(MIRA), ASSESS, &march), "FORBIDDEN");
        let first = world.data(&world.person(IRENE), ASSESS, &march);
        let assessment = &first["assessPeriod"]["assessment"];
        assert_eq!(assessment["period"], "2026-03");
        assert_eq!((&assessment["ended"], &assessment["agreement"]["code"]), (&json!(true), &json!("arnau-workplace")));
        let events = world.events(group.agreement).len();
        assert_eq!(world.data(&world.person(PAUL), ASSESS, &march), first, "repeated, it is the same assessment");
        assert_eq!(world.events(group.agreement).len(), events);
        let ahead = world.data(&world.person(IRENE), ASSESS, &input(group.agreement, "2026-Q3"));
        assert_eq!(
            ahead["assessPeriod"],
            json!({ "assessment": null, "refusals": [{ "code": "PERIOD_AHEAD", "field": "period" }] })
        );
        let silent = group.deviation(PAUL, ("sla-met", Some("nordlicht"), "2026-03")).unwrap();
        assert_eq!(silent.deviation.kind.name(), "no_data");
    });
}

#[test]
fn what_is_no_period_is_no_input() {
    both(|world| {
        let group = Group::new(world);
        let id = GlobalId::new(TAG, group.agreement, group.agreement.0).encode();
        let input = json!({ "input": { "agreement": &*id, "period": "March" } });
        let answer = world.answer(&world.person(IRENE), ASSESS, &input);
        assert!(answer["errors"][0]["message"].as_str().unwrap().contains("input"), "{answer}");
    });
}
