//! Gaps, overlaps, dead ends and circles worked out by hand, over changes of the clock.

use super::super::samples::*;
use super::super::{Area, Dimension, Responsibility::*, Values, Within};
use super::*;

/// What is found, as kind, boundaries by number, limits, and windows in the zone of the ground.
fn found(ground: &Ground, from: &str, until: &str) -> Vec<String> {
    let coverage = Coverage::of(ground, at(from), at(until));
    let wall = |at: Moment| ground.zone.wall(at).format("%d %H:%M").to_string();
    let one = |it: &Finding| {
        let boundaries: Vec<String> = it.boundaries.iter().map(|id| id.0.as_u64_pair().1.to_string()).collect();
        let limits: Vec<&str> = it.limits.iter().map(|it| it.name()).collect();
        let windows: Vec<String> =
            it.windows.iter().map(|(open, close)| format!("{}-{}", wall(*open), wall(*close))).collect();
        format!("{} [{}] {} {}", it.kind.name(), boundaries.join(","), limits.join(","), windows.join(" ; "))
    };
    let mut all: Vec<String> = coverage.findings().iter().map(one).collect();
    all.sort();
    all
}

#[test]
fn a_gap_lies_between_the_hours_of_two_zones_and_moves_with_the_clock() {
    // Zurich puts its clock forward on 29 March 2026, New York has done so on the 8th
    let zurich = calendar("Europe/Zurich", &["08:00-18:00"], &["08:00-18:00"]);
    let york = calendar("America/New_York", &["13:00-02:00"], &["13:00-02:00"]);
    let mut ground = ground(vec![("zurich", zurich), ("york", york)]);
    ground.demands = vec![demand("all", "always")];
    ground.boundaries = vec![
        drawn(1, Accountable, vec![limit_to(hours("zurich"), 2)]),
        drawn(2, Responsible, vec![limit_to(hours("york"), 1)]),
    ];
    // New York's 13:00 is Zurich's 18:00 until the 29th, then 19:00; its 02:00 is 07:00, then 08:00
    assert_eq!(
        found(&ground, "2026-03-27T23:00:00Z", "2026-03-30T22:00:00Z"),
        [
            "circle [1,2]  28 07:00-28 08:00 ; 29 18:00-29 19:00 ; 30 18:00-30 19:00",
            "gap []  28 07:00-28 08:00 ; 29 18:00-29 19:00 ; 30 18:00-30 19:00",
        ]
    );
    ground.boundaries.remove(1);
    assert_eq!(
        found(&ground, "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
        ["dead_end [1] hours 29 00:00-29 08:00 ; 29 18:00-30 00:00", "gap []  29 00:00-29 08:00 ; 29 18:00-30 00:00"]
    );
}

#[test]
fn two_that_are_accountable_overlap_where_both_work() {
    let mut ground = ground(vec![
        ("day", calendar("Europe/Zurich", &["08:00-18:00"], &[])),
        ("late", calendar("Europe/Zurich", &["16:00-22:00"], &[])),
    ]);
    let europe = Within::Region(names(&["ch", "de"]));
    ground.boundaries = vec![
        drawn(2, Accountable, vec![limit(hours("late")), limit(europe)]),
        drawn(1, Accountable, vec![limit(hours("day"))]),
        drawn(3, Responsible, vec![]),
    ];
    // nothing is demanded, so nothing else is found
    assert_eq!(found(&ground, "2026-06-04T22:00:00Z", "2026-06-07T22:00:00Z"), ["overlap [1,2]  05 16:00-05 18:00"]);
    let coverage = Coverage::of(&ground, at("2026-06-04T22:00:00Z"), at("2026-06-07T22:00:00Z"));
    let any = || Values::Any;
    let area = Area { regions: Values::Only(names(&["ch", "de"])), languages: any(), products: any(), skills: any() };
    assert_eq!(coverage.findings()[0].areas, [area]);
}

#[test]
fn what_nobody_has_named_is_demanded_too() {
    let mut ground = ground(vec![]);
    ground.demands = vec![demand("all", "always")];
    ground.boundaries = vec![
        drawn(1, Responsible, vec![limit_to(Within::Language(names(&["de", "fr"])), 2)]),
        drawn(2, Responsible, vec![limit_to(Within::Language(names(&["en", "fr"])), 1)]),
    ];
    let coverage = Coverage::of(&ground, at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
    let languages: Vec<(&str, &Values)> =
        coverage.findings().iter().map(|it| (it.kind.name(), &it.areas[0].languages)).collect();
    let others = Values::Except(names(&["de", "en", "fr"]));
    assert_eq!(languages, [("gap", &others), ("circle", &others)]);
}

#[test]
fn the_first_limit_passed_decides_and_a_full_one_counts_where_it_is_written() {
    let mut ground = ground(vec![("day", calendar("UTC", &["08:00-18:00"], &["08:00-18:00"]))]);
    ground.zone = crate::kernel::Zone::UTC;
    ground.demands = vec![demand("all", "always")];
    ground.boundaries = vec![
        drawn(1, Responsible, vec![limit_to(hours("day"), 3), limit_to(Within::Concurrent(5), 2)]),
        drawn(2, Responsible, vec![limit_to(Within::Concurrent(3), 1), limit_to(hours("day"), 3)]),
        drawn(3, Responsible, vec![limit(Within::Concurrent(9))]),
    ];
    assert_eq!(
        found(&ground, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"),
        ["circle [1,2] concurrent 01 08:00-01 18:00", "dead_end [3] concurrent 01 00:00-02 00:00",]
    );
}

#[test]
fn who_takes_over_has_to_work_on_the_element_at_that_time() {
    let mut ground = ground(vec![("day", calendar("UTC", &["08:00-18:00"], &["08:00-18:00"]))]);
    ground.zone = crate::kernel::Zone::UTC;
    ground.demands = vec![demand("all", "always")];
    let mut later = drawn(2, Responsible, vec![]);
    later.from = at("2026-06-01T20:00:00Z");
    ground.boundaries = vec![drawn(1, Responsible, vec![limit_to(hours("day"), 2)]), later];
    let expected =
        ["dead_end [1] hours 01 00:00-01 08:00 ; 01 18:00-01 20:00", "gap []  01 00:00-01 08:00 ; 01 18:00-01 20:00"];
    assert_eq!(found(&ground, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"), expected);
    ground.boundaries.push(drawn(3, Informed, vec![]));
    assert_eq!(found(&ground, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"), expected);
}

#[test]
fn a_nearer_boundary_of_the_same_team_counts_while_it_holds() {
    let mut ground = ground(vec![]);
    ground.zone = crate::kernel::Zone::UTC;
    ground.services.push(super::super::Element { id: service(2), parent: Some(service(1)) });
    ground.demands = vec![demand("all", "always")];
    let mut near = drawn(1, Consulted, vec![]);
    (near.id, near.service) = (boundary(9), service(2));
    (near.from, near.until) = (at("2026-06-01T10:00:00Z"), at("2026-06-01T12:00:00Z"));
    ground.boundaries = vec![drawn(1, Responsible, vec![]), near];
    assert_eq!(found(&ground, "2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"), ["gap []  01 10:00-01 12:00"]);
    let coverage = Coverage::of(&ground, at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
    assert_eq!(coverage.findings()[0].service, service(2));
}

#[test]
fn what_is_named_in_vain_is_broken() {
    let mut ground = ground(vec![]);
    let mut wrong = drawn(1, Responsible, vec![limit_to(hours("nights"), 2), limit_to(Within::Concurrent(1), 9)]);
    wrong.company = company(2);
    ground.boundaries = vec![wrong];
    let coverage = Coverage::of(&ground, at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
    let mut notes: Vec<&str> = coverage.findings().iter().filter_map(|it| it.note.as_deref()).collect();
    notes.sort_unstable();
    let member = format!("company {} in team {}", company(2), team(1));
    assert_eq!(notes, ["calendar nights", &member, &format!("team {}", team(9))]);
}

#[test]
fn a_strip_shows_who_covers_what_a_case_needs() {
    let day = calendar("Europe/Zurich", &["08:00-18:00"], &[]);
    let mut ground = ground(vec![("day", day), ("more", calendar("Europe/Zurich", &["06:00-20:00"], &[]))]);
    ground.demands = vec![demand("all", "more")];
    let german = Within::Language(names(&["de"]));
    ground.boundaries =
        vec![drawn(1, Responsible, vec![limit(german), limit(hours("day"))]), drawn(2, Consulted, vec![])];
    let strip = |language: &str| {
        let needs = super::super::Needs { language: Some(language.to_owned()), ..Default::default() };
        let strip =
            Coverage::strip(&ground, service(1), &needs, at("2026-06-04T22:00:00Z"), at("2026-06-06T22:00:00Z"));
        let one = |it: &Stretch| {
            let until = ground.zone.wall(it.until).format("%H:%M");
            format!("{until} {}{}", it.covering.len(), if it.demanded { "!" } else { "" })
        };
        strip.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(strip("de"), "06:00 0, 08:00 0!, 18:00 1!, 20:00 0!, 00:00 0");
    assert_eq!(strip("fr"), "06:00 0, 20:00 0!, 00:00 0");
}

#[test]
fn a_change_opens_closes_and_keeps() {
    let mut ground = ground(vec![("day", calendar("UTC", &["08:00-18:00"], &["08:00-18:00"]))]);
    ground.demands = vec![demand("all", "always")];
    ground.boundaries = vec![drawn(1, Responsible, vec![limit(hours("day"))])];
    let look = |ground: &Ground| {
        Coverage::of_services(ground, &[service(1)], at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"))
    };
    let before = look(&ground);
    ground.boundaries.push(drawn(2, Accountable, vec![limit_to(hours("day"), 1)]));
    let change = Change::between(before.findings(), look(&ground).findings());
    let kinds = |list: &[Finding]| list.iter().map(|it| it.kind.name()).collect::<Vec<_>>();
    assert_eq!((kinds(&change.opened), kinds(&change.closed)), (vec![], vec![]));
    assert_eq!(change.kept.iter().map(|it| it.finding.kind.name()).collect::<Vec<_>>(), ["gap", "dead_end"]);
    ground.boundaries[0] = drawn(1, Responsible, vec![]);
    let change = Change::between(before.findings(), look(&ground).findings());
    assert_eq!((kinds(&change.opened), kinds(&change.closed)), (vec![], vec!["gap", "dead_end"]));
    assert_eq!(before.findings()[0].limits, Vec::<Dimension>::new());
}
