//! What is wrong with a file is told with line, column and remedy, all at once; ids stay with their codes.

use super::bad_files::BAD;
use crate::agreements::samples::{resolve, resolve_after};
use crate::agreements::{CommittedBy, ready_to_activate};

const SMALL: &str = include_str!("small.yaml");

/// The small file with changes, each of a text that stands in it once.
fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(SMALL.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn whatever_is_wrong_is_told_with_its_place_and_remedy() {
    for (from, to, expected) in BAD {
        let told = resolve(&edited(&[(from, to)])).expect_err(to).to_string();
        assert_eq!(told, *expected, "{from} -> {to}");
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
    let ids = |terms: &crate::agreements::Terms| {
        let groups = terms.groups.iter().map(|it| it.id.0);
        let commitments = terms.commitments.iter().map(|it| it.id.0);
        let people = terms.people.iter().map(|it| it.id.0);
        groups.chain(commitments).chain(people).collect::<Vec<_>>()
    };
    assert_eq!(ids(&first), ids(&second));
}
