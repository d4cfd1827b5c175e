//! `agreementEvents`: whoever follows the log is not told what is concealed from them.

use crate::support::{
    deviations::{CLARA, Group, OSKAR, PAUL},
    followed::{Following, serve},
    loopback::Loopback,
    world::both,
};
use concordat::graphql::{agreements::TAG, kernel::global_id::GlobalId};
use concordat_domain::deviations::ReviewVerdict;
use serde_json::{Value, json};

/// The numbers of so many reviews, as somebody follows them from the beginning.
fn reviews(group: &Group<'_>, server: &Loopback, who: &str, count: usize) -> Vec<Value> {
    let agreement = GlobalId::new(TAG, group.agreement, group.agreement.0).encode();
    let query = "subscription($agreement: ID!) {
        agreementEvents(agreement: $agreement, kinds: [\"deviation.reviewed\"], after: 0) { number kind } }";
    let of = json!({ "agreement": &*agreement });
    let mut following = Following::new(server, who, "agreementEvents", query, &of);
    (0..count).map(|_| following.next()["number"].take()).collect()
}

#[test]
fn a_review_of_what_is_concealed_is_passed_over() {
    both(|world| {
        let group = Group::new(world);
        let facts = [("improvements-delivered", "castor", 10), ("sla-met", "nordlicht", 80)];
        group.assess_as(&world.console(), "2026-03", &facts).unwrap();
        let own = group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        group.review(CLARA, &own, ReviewVerdict::Accept).unwrap();
        let concealed = world.events(group.agreement).len();
        group.review(PAUL, &group.slip(), ReviewVerdict::Accept).unwrap();
        let server = serve(world);
        assert_eq!(reviews(&group, &server, CLARA, 2), [json!(concealed), json!(concealed + 1)]);
        assert_eq!(reviews(&group, &server, OSKAR, 1), [json!(concealed + 1)]);
    });
}
