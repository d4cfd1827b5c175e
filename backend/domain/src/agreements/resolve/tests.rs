//! What is wrong with a file is told with line, column and remedy, all at once; ids stay with their codes.

use super::{bad_cases, bad_edges, bad_files, bad_groups, bad_paths};
use crate::agreements::samples::{CASES, EDGES, GROUPS, read_after, resolve, resolve_after};
use crate::agreements::{BoundaryInFile, Claimed, ClockRule, CommittedBy, Terms, ready_to_activate};

const SMALL: &str = include_str!("small.yaml");

/// The small file with changes, each of a text that stands in it once.
fn edited(edits: &[(&str, &str)]) -> String {
    changed(SMALL, edits)
}

fn changed(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn whatever_is_wrong_is_told_with_its_place_and_remedy() {
    let of_groups = [(GROUPS, bad_groups::BAD), (GROUPS, bad_paths::BAD)];
    for (text, bad) in
        [(SMALL, bad_files::BAD), (CASES, bad_cases::BAD), (EDGES, bad_edges::BAD)].into_iter().chain(of_groups)
    {
        for (from, to, expected) in bad {
            let told = resolve(&changed(text, &[(from, to)])).expect_err(to).to_string();
            assert_eq!(told, *expected, "{from} -> {to}");
        }
    }
}

#[test]
fn everything_wrong_is_told_at_once_in_the_order_of_the_file() {
    let text = edited(&[
        ("zone: Europe/Vienna", "zone: Vienna"),
        ("name: Cyd,", "name: Cyd, nmae: Cyd,"),
        ("bound_through: ada", "bound_through: dan"),
        ("kpis: [in-time]", "kpis: [in-time, outages]"),
        ("{company: bob, weight: 2}", "{company: bob, weight: -2}"),
        ("p: 0.9", "p: 90"),
    ]);
    let told = resolve(&text).unwrap_err();
    let lines: Vec<u32> = told.0.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [4, 9, 14, 25, 47, 53], "{told}");
}

#[test]
fn a_large_mistake_is_told_in_few_words() {
    let many = "  - {code: ada, name: Ada, kind: integrator}\n".repeat(5_000);
    let told = resolve(&edited(&[("  - {code: bob, name: Bob, kind: supplier}\n", &many)])).unwrap_err();
    assert_eq!(told.0.len(), 500);
}

#[test]
fn the_small_file_resolves_as_it_says() {
    let terms = resolve(SMALL).unwrap();
    let code = |id| terms.service(id).unwrap().code.clone();
    let below: Vec<String> =
        terms.services_below(terms.service_named("desk").unwrap().id).iter().copied().map(code).collect();
    assert_eq!(below, ["desk", "phone"]);
    let (base, derived) = (terms.kpi_named("hours").unwrap(), terms.kpi_named("hours-p90").unwrap());
    assert_eq!((derived.facts(), &derived.reporters), (base.id, &base.reporters));
    let bob = terms.company_named("bob").unwrap().id;
    assert_eq!(terms.commitments.iter().find(|it| it.code == "happy").unwrap().by, CommittedBy::Individual(bob));
    assert!(!terms.in_force(bob, "2026-01-31".parse().unwrap()) && terms.in_force(bob, "2026-02-01".parse().unwrap()));
    let signing: Vec<_> = terms.signing_companies(terms.effective_from).collect();
    assert_eq!(signing, [terms.company_named("ada").unwrap().id, bob], "cyd is bound through ada, bob joins later");
    assert_eq!(terms.person_at("A@ADA.example").unwrap().name, "A");
    ready_to_activate(&terms).unwrap();
}

#[test]
fn what_is_missing_blocks_activation_only() {
    let lacking = [
        ("topic: satisfaction", "topic: other", "no commitment has the topic `satisfaction`; add at least one"),
        ("topic: improvement", "topic: other", "no commitment has the topic `improvement`; add at least one"),
        (", kpis: [in-time]", "", "nothing measures the commitment `fast`; name its KPIs"),
        ("{role: steward}, ", "", "nobody keeps the agreement; grant somebody the role `steward`"),
        (", grants: [{role: signatory}]", "", "nobody can sign for `bob`; grant somebody the role `signatory` for it"),
    ];
    for (from, to, expected) in lacking {
        let terms = resolve(&edited(&[(from, to)])).unwrap();
        let refusals = ready_to_activate(&terms).unwrap_err();
        let told: Vec<(&str, &str)> = refusals.0.iter().map(|it| (it.code.as_ref(), it.message.as_str())).collect();
        assert_eq!(told, [("AGREEMENT_NOT_READY", expected)]);
    }
}

#[test]
fn ids_and_first_days_stay_with_their_codes() {
    let first = resolve(SMALL).unwrap();
    let changed = edited(&[
        ("effective_from: 2026-01-01", "effective_from: 2026-07-01"),
        ("name: In time", "name: Done in time"),
        ("{company: bob, value: 0.8}", "{company: bob, value: 0.85}"),
        ("  - {code: net, name: Net}", "  - {code: net, name: Net}\n  - {code: new, name: New}"),
        ("      - {code: phone, name: Phone}", "      - {code: phone, name: Telephone}"),
    ]);
    let second = resolve_after(&changed, &first).unwrap();
    let kpi = second.kpi_named("in-time").unwrap();
    assert_eq!(kpi.id, first.kpi_named("in-time").unwrap().id);
    assert_eq!(kpi.name, "Done in time");
    let days: Vec<String> = kpi.targets.iter().map(|target| target.valid_from.to_string()).collect();
    assert_eq!(days, ["2026-01-01", "2026-07-01"], "what is promised anew begins anew");
    let ada = second.company_named("ada").unwrap().id;
    assert_eq!(second.party(ada).unwrap().joins.to_string(), "2026-01-01");
    for service in &first.services {
        assert_eq!(second.service_named(&service.code).unwrap().id, service.id);
    }
    let new = second.service_named("new").unwrap().id;
    assert!(first.service(new).is_none());
    let ids = |terms: &Terms| {
        let groups = terms.groups.iter().map(|it| it.id.0);
        let commitments = terms.commitments.iter().map(|it| it.id.0);
        let people = terms.people.iter().map(|it| it.id.0);
        groups.chain(commitments).chain(people).collect::<Vec<_>>()
    };
    assert_eq!(ids(&first), ids(&second));
}

#[test]
fn teams_and_clocks_resolve_as_the_file_says() {
    let terms = resolve(CASES).unwrap_or_else(|problems| panic!("{problems}"));
    let [ada, bob, cyd] = ["ada", "bob", "cyd"].map(|code| terms.company_named(code).unwrap().id);
    let first = terms.team_named("first-line").unwrap();
    let a = terms.person_at("a@ada.example").unwrap().id;
    assert!(first.includes(ada) && first.includes(cyd) && !first.includes(bob));
    assert!(first.has_member(a, ada) && !first.has_member(a, cyd));
    assert_eq!([first.shortfall(ada), first.shortfall(cyd)].map(|it| it.to_string()), ["1.5", "0"]);
    assert_eq!(
        (first.skills.as_slice(), terms.team(first.id)),
        (["french", "printers"].map(str::to_owned).as_slice(), Some(first))
    );
    let handling = terms.handling.as_ref().unwrap();
    let told = |it: &ClockRule| format!("{} {} {} {:?}", it.code, it.calendar, it.target, it.reopen);
    let clocks: Vec<String> = handling.clocks.iter().map(told).collect();
    assert_eq!(clocks[..3], ["gold-high office PT2H Continue", "high office PT4H Continue", "any office P1D NewCycle"]);
    assert_eq!(handling.clocks[0].warning.to_string(), "0.75");
    assert_eq!(
        handling.pause_reasons.iter().map(|it| it.against).collect::<Vec<_>>(),
        [Claimed::Company(bob), Claimed::Outsider, Claimed::Customer]
    );
    assert_eq!(
        (handling.dispute_window.to_string(), handling.recovery.to_string()),
        ("P14D".to_owned(), "P7D".to_owned())
    );
}

#[test]
fn a_team_keeps_its_id_with_its_code() {
    let first = resolve(CASES).unwrap();
    let changed =
        changed(CASES, &[("name: Back office", "name: The back office"), ("code: first-line", "code: desk-team")]);
    let second = resolve_after(&changed, &first).unwrap();
    let id = |terms: &Terms, code| terms.team_named(code).map(|it| it.id);
    assert_eq!(id(&second, "back-office"), id(&first, "back-office"));
    assert!(id(&second, "first-line").is_none() && id(&second, "desk-team") != id(&first, "first-line"));
}

#[test]
fn demands_resolve_as_the_file_says() {
    let terms = resolve(EDGES).unwrap_or_else(|problems| panic!("{problems}"));
    let [desk, phone, net] = ["desk", "phone", "net"].map(|code| terms.service_named(code).unwrap().id);
    let on = |service| terms.demands_on(service).map(|it| it.code.as_str()).collect::<Vec<_>>();
    assert_eq!([on(desk), on(phone), on(net)], [vec!["desk-hours"], vec!["desk-hours"], vec!["net-always"]]);
    let demand = terms.demand_named("desk-hours").unwrap();
    assert_eq!(demand.languages.iter().collect::<Vec<_>>(), ["french", "german"]);
    let forecast = demand.forecast.unwrap();
    let answer = forecast.answer.unwrap();
    let told = format!("{} {:?} {} {}", forecast.cases, forecast.per, answer.share, answer.within);
    assert_eq!(told, "120 Week 0.8 PT15M");
    assert!(terms.demand_named("net-always").unwrap().forecast.is_none());
}

#[test]
fn boundaries_resolve_as_the_file_says() {
    let terms = resolve(EDGES).unwrap_or_else(|problems| panic!("{problems}"));
    let boundaries = read_after(EDGES, &terms).unwrap().boundaries;
    let [desk, net] = &boundaries[..] else { panic!("{boundaries:?}") };
    let (bob, back_office) = (terms.company_named("bob").unwrap().id, terms.team_named("back-office").unwrap().id);
    assert_eq!((net.code.as_str(), net.company, net.content.team), ("bob-net", bob, back_office));
    assert_eq!((desk.place.line, desk.place.column), (115, 11));
    let dimensions =
        |it: &BoundaryInFile| it.content.limits.iter().map(|limit| limit.within.dimension().name()).collect::<Vec<_>>();
    assert_eq!(dimensions(desk), ["hours", "language", "concurrent", "response"], "in the order of the file");
    assert_eq!(dimensions(net), ["region", "product", "skill", "volume"]);
    let beyond = &desk.content.limits[0].beyond;
    let to = beyond.take_over.as_ref().unwrap();
    assert_eq!((to.company, to.team, beyond.note.as_deref()), (bob, back_office, Some("By phone.")));
    assert_eq!(
        (to.information.join(" "), to.acceptance.unwrap().to_string()),
        ("Customer Fault".into(), "PT30M".into())
    );
    assert_eq!(desk.content.limits[1].beyond, crate::boundaries::Beyond::default());
}

#[test]
fn boundaries_are_not_signed() {
    let without = &EDGES[..EDGES.find("boundaries:").unwrap()];
    assert_eq!(resolve(EDGES).unwrap().digest(), resolve(without).unwrap().digest());
}
