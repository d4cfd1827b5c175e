//! Plans: what changes is told by name, and nothing else.

use super::{Plan, Shown};
use crate::agreements::{
    Terms,
    samples::{CASES, DEMO, EDGES, GROUPS, demo, resolve, resolve_after},
};
use crate::kernel::CompanyId;

/// A plan for somebody who reaches some companies' people, and sees every path.
fn reaching(before: Option<&Terms>, after: &Terms, people: &dyn Fn(CompanyId) -> bool) -> Plan {
    Plan::shown(before, after, &Shown { people, paths: &|_| true })
}

fn plan(edits: &[(&str, &str)]) -> String {
    let before = demo();
    let mut text = DEMO.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let after = resolve_after(&text, &before).unwrap_or_else(|problems| panic!("{problems}"));
    Plan::between(Some(&before), &after).to_string()
}

#[test]
fn the_same_file_plans_nothing() {
    assert_eq!(plan(&[]), "nothing changes");
    assert_eq!(plan(&[("name: Emil Rauch", "name:   'Emil Rauch'   # the same")]), "nothing changes");
}

#[test]
fn changes_are_told_by_name_from_old_to_new() {
    let told = plan(&[
        ("value: 10, warning: 9", "value: 9.5, warning: 9"),
        ("grants: [{role: analyst}, {role: analyst, company: berger}]", "grants: [{role: analyst}, {role: auditor}]"),
        ("{company: castor}\n  - {company: halden}", "{company: castor}\n  - {company: halden, leaves: 2026-07-01}"),
        ("{code: devices, name: Devices and repair}", "{code: devices, name: Devices}"),
        ("    kpis: [hand-over-minutes-p50, backlog]", "    kpis: [backlog]"),
    ]);
    let expected = "\
~ commitments.smooth-hand-overs.kpis: [backlog, hand-over-minutes-p50] -> [backlog]
~ kpis.resolution-hours.targets.joint from 2025-01-01.value: 10 -> 9.5
+ parties.halden.leaves: 2026-07-01
- people.emil.rauch@castor.example.grants.analyst for berger: company berger, role analyst
+ people.emil.rauch@castor.example.grants.auditor: role auditor
~ services.devices.name: Devices and repair -> Devices
2 added, 3 changed, 1 removed";
    assert_eq!(told, expected);
}

#[test]
fn a_service_that_moves_is_changed_and_not_removed() {
    let told = plan(&[(
        "      - {code: devices, name: Devices and repair}\n      - {code: network",
        "  - {code: devices, name: Devices and repair}\n  - {code: network",
    )]);
    assert_eq!(
        told,
        "~ services.devices.part_of: workplace -> nothing\n~ services.network.part_of: workplace -> nothing\n0 added, 2 changed, 0 removed"
    );
}

#[test]
fn changes_of_calendars_teams_and_clocks_are_told_one_by_one() {
    let before = resolve(CASES).unwrap();
    let edits = [
        ("{date: 2026-12-31}]", "{date: 2026-12-30}]"),
        ("tue: [08:00-17:00]", "tue: [08:00-16:00]"),
        ("staff: 2.5", "staff: 3"),
        ("members: [a@ada.example]", "members: []"),
        (
            "    - {code: any,",
            "    - {code: low, measure: resolution, priorities: [low], target: P2D}\n    - {code: any,",
        ),
        ("target: PT4H, warning: 0.5", "target: PT3H"),
        ("cap: P5D", "cap: P3D"),
        ("{code: high, name: High}, {code: low, name: Low}", "{code: low, name: Low}, {code: high, name: High}"),
    ];
    let text = edits.iter().fold(CASES.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    let after = resolve_after(&text, &before).unwrap_or_else(|problems| panic!("{problems}"));
    let expected = "\
+ calendars.office.exceptions.2026-12-30: date 2026-12-30
- calendars.office.exceptions.2026-12-31: date 2026-12-31
~ calendars.office.hours.tue: [08:00-17:00] -> [08:00-16:00]
~ cases.clocks.high.target: PT4H -> PT3H
~ cases.clocks.high.warning: 0.5 -> 0.75
+ cases.clocks.low: calendar office, code low, measure resolution, priorities [low], reopen continue, target P2D, warning 0.75
~ cases.pause_reasons.wait-user.cap: P5D -> P3D
~ teams.first-line.companies.ada.staff: 2.5 -> 3
- teams.first-line.members: [a@ada.example]
~ cases.priorities in order: [high, low] -> [low, high]
2 added, 6 changed, 2 removed";
    assert_eq!(Plan::between(Some(&before), &after).to_string(), expected);
}

#[test]
fn teams_and_the_handling_of_cases_that_are_new_are_told_entry_by_entry() {
    let (cases, without) = (resolve(CASES).unwrap(), CASES.split("\ncalendars:").next().unwrap());
    let told = Plan::between(Some(&resolve_after(without, &cases).unwrap()), &cases);
    let paths: Vec<&str> = told.changes.iter().map(|change| change.path.as_str()).collect();
    for path in ["calendars.office", "teams.back-office", "cases.calendar", "cases.clocks.bob-any", "cases.stages.new"]
    {
        assert!(paths.contains(&path), "{path}: {paths:?}");
    }
    let unreached = reaching(None, &cases, &|_| false).to_string();
    assert!(unreached.contains("teams.first-line") && !unreached.contains('@'), "{unreached}");
}

#[test]
fn the_first_version_adds_everything_entry_by_entry() {
    let told = Plan::between(None, &demo());
    let paths: Vec<&str> = told.changes.iter().map(|change| change.path.as_str()).collect();
    assert!(paths.contains(&"kpis.sla-met") && paths.contains(&"companies.berger"), "{paths:?}");
    assert!(told.changes.iter().all(|change| change.before.is_none()));
    assert!(
        told.to_string().contains("+ services.network: code network, name Network and hosting, part_of workplace\n")
    );
}

#[test]
fn people_are_named_to_whoever_reaches_them_only() {
    let all = demo();
    let castor = all.company_named("castor").unwrap().id;
    for (told, theirs) in
        [(reaching(None, &all, &|_| false), false), (reaching(None, &all, &|one| one == castor), true)]
    {
        let told = told.to_string();
        assert_eq!(told.contains("clara.weiss@castor.example"), theirs);
        assert_eq!(told.matches('@').count() > 0, theirs, "{told}");
        assert!(!told.contains("tove.lind"), "neither as a person nor as a member of a group");
        assert!(told.contains("kpis.sla-met"), "what is promised is told to everybody");
    }
}

#[test]
fn changes_of_demands_are_told_field_by_field() {
    let before = resolve(EDGES).unwrap();
    let edits = [
        ("regions: [north, south]", "regions: [north]"),
        ("cases: 120, per: week", "cases: 150, per: week"),
        ("{code: net-always, service: net,", "{code: net-night, service: net,"),
    ];
    let text = edits.iter().fold(EDGES.to_owned(), |text, (from, to)| text.replacen(from, to, 1));
    let after = resolve_after(&text, &before).unwrap_or_else(|problems| panic!("{problems}"));
    let expected = "\
~ demands.desk-hours.forecast.cases: 120 -> 150
~ demands.desk-hours.regions: [north, south] -> [north]
- demands.net-always: calendar every-hour, code net-always, products [lines], service net, skills [routing]
+ demands.net-night: calendar every-hour, code net-night, products [lines], service net, skills [routing]
1 added, 2 changed, 1 removed";
    assert_eq!(Plan::between(Some(&before), &after).to_string(), expected);
}

/// What changes in the small agreement with groups, for somebody who reaches those companies only.
fn group_plan(edits: &[(&str, &str)], reached: &[&str]) -> String {
    let before = resolve(GROUPS).unwrap();
    let text = edits.iter().fold(GROUPS.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let after = resolve_after(&text, &before).unwrap_or_else(|problems| panic!("{problems}"));
    let known = |id| reached.contains(&after.company(id).map_or("", |company| company.code.as_str()));
    reaching(Some(&before), &after, &known).to_string()
}

#[test]
fn changes_of_groups_paths_and_common_ground_are_told_one_by_one() {
    let told = group_plan(
        &[
            ("quorum: all", "quorum: two_thirds"),
            ("role: chair, deputy: a2@ada.example, since", "role: chair, since"),
            ("starts: 2026-01-12T09:00}", "starts: 2026-01-12T09:30}"),
            ("answer_within: P2D, role", "answer_within: P1D, role"),
            ("customer: dan", "customer: eve"),
            ("meaning: Many cannot work.", "meaning: Many wait."),
            ("weight: 2.5", "weight: 3"),
        ],
        &["ada", "bob"],
    );
    let expected = "\
~ escalations.all.levels.2.answer_within: P2D -> P1D
~ escalations.dans.customer: dan -> eve
~ groups.council.cadences.weekly.starts: 2026-01-12T09:00 -> 2026-01-12T09:30
- groups.council.members.a@ada.example.deputy: a2@ada.example
~ groups.council.quorum: all -> two_thirds
~ health.weights.acceptance.weight: 2.5 -> 3
~ vocabulary.severity high.meaning: Many cannot work. -> Many wait.
0 added, 6 changed, 1 removed";
    assert_eq!(told, expected);
    assert_eq!(group_plan(&[], &["ada"]), "nothing changes");
}

#[test]
fn a_plan_names_no_deputy_and_no_holder_of_a_company_that_is_not_reached() {
    let edits = [
        ("level: senior, calendar: office", "level: senior, deputy: b2@bob.example"),
        (
            "{company: bob, person: b2@bob.example}",
            "{company: ada, person: a@ada.example}, {company: bob, person: b2@bob.example}",
        ),
    ];
    let told = group_plan(&edits, &["ada"]);
    assert!(!told.contains("bob.example") && told.contains("a@ada.example"), "{told}");
    assert!(group_plan(&edits, &["ada", "bob"]).contains("deputy: b2@bob.example"));
}

#[test]
fn a_plan_tells_of_no_path_of_a_customer_that_is_not_shown() {
    let terms = resolve(GROUPS).unwrap();
    let of = |path: &str| {
        Plan::shown(None, &terms, &Shown { people: &|_| true, paths: &|_| false }).to_string().contains(path)
    };
    assert!(of("escalations.all") && !of("escalations.dans"));
    assert!(Plan::between(None, &terms).to_string().contains("escalations.dans"));
}
