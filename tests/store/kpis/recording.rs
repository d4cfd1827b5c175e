//! A batch of measurements: what is new, repeated, corrected or refused, and who may report.

use super::{NORDLICHT, astray, read, record, take};
use crate::support::world::both;
use concordat_service::kernel::{Denial, No};

#[test]
fn the_same_again_changes_nothing_and_another_value_is_a_correction() {
    both(|world| {
        let (id, console) = (world.sample(), world.console());
        let sla = "sla-met nordlicht network 2026-02-03T10:00:00Z 9/10 a";
        let hours = "resolution-hours nordlicht network 2026-02-03T10:00:00Z 4.5 b";
        assert_eq!(take(world, &console, id, &[sla, hours]), ["recorded", "recorded"]);
        assert_eq!(take(world, &console, id, &[hours, sla]), ["unchanged", "unchanged"]);
        let other = "resolution-hours nordlicht network 2026-02-04T10:00:00Z 5 b";
        assert_eq!(take(world, &console, id, &[sla, other]), ["unchanged", "corrected"]);
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn of_one_key_twice_in_a_batch_the_last_one_corrects() {
    both(|world| {
        let (id, console) = (world.sample(), world.console());
        let says = |value: &str| format!("resolution-hours halden network 2026-02-03T10:00:00Z {value} k");
        let lines = [says("1"), says("1"), says("2"), says("1")];
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(take(world, &console, id, &lines), ["recorded", "unchanged", "corrected", "corrected"]);
        assert_eq!(take(world, &console, id, &lines), ["unchanged", "unchanged", "corrected", "corrected"]);
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn each_measurement_stands_or_falls_by_itself() {
    both(|world| {
        let (id, console) = (world.sample(), world.console());
        let taken = take(
            world,
            &console,
            id,
            &[
                "sla-met nordlicht devices 2026-02-03T10:00:00Z 9/10 a",
                "resolution-hours-p90 nordlicht network 2026-02-03T10:00:00Z 3 b",
                "resolution-hours nordlicht network 2024-12-31T22:59:59Z 3 c",
                "resolution-hours nordlicht network 2024-12-31T23:00:00Z 3 d",
                "resolution-hours nordlicht network 2026-03-03T08:00:00Z 3 e",
                "resolution-hours nordlicht network 2026-03-03T08:00:01Z 3 f",
                "resolution-hours nordlicht network 2026-03-01T08:00:01Z -3 g",
            ],
        );
        assert_eq!(
            taken,
            [
                "MEASUREMENT_REPORTER",
                "MEASUREMENT_REPORTER",
                "MEASUREMENT_PARTY",
                "recorded",
                "recorded",
                "MEASUREMENT_FUTURE",
                "MEASUREMENT_VALUE",
            ]
        );
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn an_analyst_reports_for_the_own_company_only() {
    both(|world| {
        let id = world.sample();
        let analyst = world.person(NORDLICHT);
        let (own, other) = (
            "resolution-hours nordlicht network 2026-02-03T10:00:00Z 4 own",
            "resolution-hours halden network 2026-02-03T10:00:00Z 4 other",
        );
        assert_eq!(take(world, &analyst, id, &[own, other]), ["recorded", "MEASUREMENT_BEHALF"]);
        assert_eq!(take(world, &world.console(), id, &[other]), ["recorded"]);
        let stolen = "resolution-hours nordlicht network 2026-02-03T10:00:00Z 4 other";
        assert_eq!(take(world, &analyst, id, &[stolen]), ["MEASUREMENT_TAKEN"]);
        assert_eq!(astray(world, id), None);
    });
}

#[test]
fn who_reports_for_nobody_is_forbidden_and_a_stranger_finds_nothing() {
    both(|world| {
        let id = world.sample();
        let batch = [read(world, id, "resolution-hours nordlicht network 2026-02-03T10:00:00Z 4 own")];
        let coordinator = world.person("tove.lind@nordlicht.example");
        assert!(matches!(record(world, &coordinator, id, &batch), Err(No::Denied(Denial::Forbidden))));
        let stranger = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        assert!(matches!(record(world, &stranger, id, &batch), Err(No::Denied(Denial::NotFound))));
    });
}

#[test]
fn nothing_is_reported_for_an_agreement_that_nobody_signed() {
    both(|world| {
        let id = world.apply(crate::support::agreement::FILE);
        let batch = [read(world, id, "resolution-hours nordlicht network 2026-02-03T10:00:00Z 4 own")];
        let refused = record(world, &world.console(), id, &batch);
        assert!(matches!(refused, Err(No::Refused(why)) if why.0[0].code == "MEASUREMENT_AGREEMENT"));
    });
}
