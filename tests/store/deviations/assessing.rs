//! Assessing on both databases: what it keeps, that it repeats without a trace, that corrections stand beside it.

use crate::support::{
    deviations::{CLARA, Group, IRENE, MIRA, PAUL},
    world::{World, both},
};
use concordat_domain::{deviations::State, kernel::Period};
use concordat_service::{
    deviations,
    kernel::{Denial, No},
};
use proptest::{prelude::*, test_runner::TestRunner};

fn frozen(group: &Group<'_>, month: &str) -> Vec<String> {
    let periods = [Period::parse(month).unwrap()];
    let read = |tx: &mut concordat_service::kernel::Tx<'_>| deviations::frozen(tx, group.agreement, &periods);
    let all = group.world.database.read(&group.world.person(PAUL), read).unwrap();
    let mut all: Vec<String> = all.figures().map(|figure| format!("{figure:?}")).collect();
    all.sort();
    all
}

#[test]
fn a_month_is_frozen_once_and_a_correction_stands_beside_it() {
    both(|world| {
        let group = Group::new(world);
        let first = group.assess("2026-03", 80);
        assert!(first.held.ended && first.frozen > 20, "{} figures", first.frozen);
        let seen = frozen(&group, "2026-03");
        assert_eq!(seen.len(), first.frozen);
        let again = group.assess("2026-03", 100);
        assert_eq!((again.frozen, again.restated.is_empty()), (0, false));
        assert_eq!(frozen(&group, "2026-03"), seen);
        assert!(matches!(group.slip().deviation.state, State::Closed { .. }), "cleared by the correction");
    });
}

#[test]
fn a_running_month_shows_risks_once_a_day_and_freezes_nothing() {
    both(|world| {
        let group = Group::new(world);
        world.at("2026-04-29T08:00:00Z");
        let running = group.assess("2026-04", 1);
        assert_eq!((running.held.ended, running.frozen), (false, 0));
        let risk = group.deviation(PAUL, ("sla-met", Some("nordlicht"), "2026-04")).unwrap();
        assert_eq!(risk.deviation.kind.name(), "at_risk");
        let events = world.events(group.agreement).len();
        group.assess("2026-04", 1);
        assert_eq!(world.events(group.agreement).len(), events, "the same day again");
        world.at("2026-04-30T08:00:00Z");
        group.assess("2026-04", 1);
        assert_eq!(world.events(group.agreement).len(), events + 1);
    });
}

#[test]
fn steward_and_coordinators_assess_and_nobody_else() {
    both(|world| {
        let group = Group::new(world);
        let tried = |who| group.assess_as(&world.person(who), "2026-03", &[]).map(|assessed| assessed.held.ended);
        assert!(tried(PAUL).unwrap() && tried(IRENE).unwrap() && tried(CLARA).unwrap());
        assert!(matches!(tried(MIRA), Err(No::Denied(Denial::Forbidden))));
        let ahead = group.assess_as(&world.person(IRENE), "2026-05", &[]);
        assert!(matches!(ahead, Err(No::Refused(why)) if why.0[0].code == "PERIOD_AHEAD"));
    });
}

const REPORTERS: [&str; 5] = ["meridian", "nordlicht", "castor", "halden", "berger"];

/// Months with the share of each company that reported.
fn months() -> impl Strategy<Value = Vec<[Option<i32>; 5]>> {
    let share = || prop::option::of(prop_oneof![Just(100), 60..100_i32]);
    prop::collection::vec([share(), share(), share(), share(), share()], 1..4)
}

#[test]
fn assessing_again_decides_nothing() {
    let world = World::sqlite();
    let group = Group::new(&world);
    world.at("2027-01-10T08:00:00Z");
    let config = proptest::test_runner::Config { cases: 12, failure_persistence: None, ..Default::default() };
    let outcome = TestRunner::new(config).run(&months(), |months| {
        for (place, shares) in months.iter().enumerate() {
            let month = format!("2026-{:02}", place + 3);
            let facts: Vec<_> = REPORTERS
                .iter()
                .zip(shares)
                .filter_map(|(company, share)| Some(("sla-met", *company, (*share)?)))
                .collect();
            let assess = || group.assess_as(&world.console(), &month, &facts).unwrap();
            assess();
            let events = world.events(group.agreement).len();
            let again = assess();
            prop_assert_eq!((again.frozen, again.deviations.len(), again.actions.len()), (0, 0, 0));
            prop_assert_eq!(world.events(group.agreement).len(), events);
        }
        Ok(())
    });
    outcome.unwrap();
}
