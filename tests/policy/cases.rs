//! Cases between competitors: who sees one, who finds it in a sum, a list or a log, and what its customer reads.

use super::{
    cast::{CANARIES, Cast, Player, told},
    matrix::codes,
};
use crate::support::world::World;
use concordat_domain::{
    access::{Role, Verb},
    kernel::{AgreementId, CaseId},
};
use concordat_service::{
    cases,
    events::{self, EventPage},
    kernel::{No, Outcome, Tx},
};
use serde_json::Value;
use std::collections::BTreeSet;

/// The cases of alpha: the title and who took part.
const CASES: [(&str, &[&str]); 8] = [
    ("title of north in alpha", &["north"]),
    ("title of south in alpha", &["south"]),
    ("title of east in alpha", &["east"]),
    ("handed title", &["south", "east"]),
    ("offered title", &["south", "east"]),
    ("waiting for north", &["north", "south"]),
    ("waiting for south", &["south", "east"]),
    ("waiting for east", &["east", "north"]),
];

fn titles(nodes: &Value) -> BTreeSet<String> {
    nodes.as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap().to_owned()).collect()
}

/// The cases that somebody should see.
fn due(player: &Player, open: bool) -> BTreeSet<String> {
    let verb = if open { Verb::CaseView } else { Verb::CaseViewConcealed };
    let sees = |parties: &[&str]| parties.iter().any(|company| player.may(verb, Some(company)));
    CASES.iter().filter(|(_, parties)| sees(parties)).map(|(title, _)| (*title).to_owned()).collect()
}

fn in_alpha(cast: &Cast, player: &Player, inside: &str) -> Value {
    let answer = cast.ask(player, &format!("{{ agreement(code: \"alpha\") {{ {inside} }} }}"));
    assert!(answer.get("errors").is_none(), "{} {inside}: {answer}", player.name);
    answer["data"]["agreement"].clone()
}

/// Everybody's lists, counts, sums, queues, replays, logs and deadlines hold the cases that they see, and no other.
fn everything_agrees(cast: &Cast, open: bool) {
    let things = cast.things("alpha", "south");
    let steward = cast.player("steward@north.example");
    let all = in_alpha(cast, steward, "cases(first: 50) { nodes { id title reference } }")["cases"]["nodes"].clone();
    assert_eq!(titles(&all).len(), CASES.len());
    let mut problems = Vec::new();
    for player in &cast.players {
        let seen = due(player, open);
        for case in all.as_array().unwrap() {
            let node = |id: &str| cast.ask(player, &format!("{{ node(id: {id:?}) {{ ... on Case {{ title }} }} }}"));
            let (found, absent) = (node(case["id"].as_str().unwrap()), node(things.absent().id("case")));
            let sees = seen.contains(case["title"].as_str().unwrap());
            if sees == found["data"]["node"].is_null() || (!sees && found != absent) {
                problems.push(format!("{} sees {sees}: {found}", player.name));
            }
        }
        if !player.may_at_all(Verb::CaseView) {
            continue;
        }
        let of = |inside: &str| in_alpha(cast, player, inside);
        let listed = of("cases(first: 50) { totalCount nodes { title } }");
        assert_eq!(titles(&listed["cases"]["nodes"]), seen, "{}", player.name);
        assert_eq!(listed["cases"]["totalCount"], seen.len(), "{}", player.name);
        assert_eq!(of("caseTotals { cases }")["caseTotals"]["cases"], seen.len(), "{}", player.name);
        for case in all.as_array().unwrap() {
            let filter = format!("filter: {{reference: {}}}", case["reference"]);
            let count = usize::from(seen.contains(case["title"].as_str().unwrap()));
            let found = of(&format!("cases(first: 9, {filter}) {{ totalCount }} caseTotals({filter}) {{ cases }}"));
            assert_eq!((&found["cases"]["totalCount"], &found["caseTotals"]["cases"]), (&count.into(), &count.into()));
        }
        let queues = ["team", "bench"].map(|team| {
            let queue = of(&format!("caseQueue(team: {:?}, first: 50) {{ nodes {{ title }} }}", things.id(team)));
            titles(&queue["caseQueue"]["nodes"])
        });
        assert!(queues.iter().all(|queue| queue.is_subset(&seen)), "{} {queues:?}", player.name);
        if player.may_at_all(Verb::CaseReplay) {
            let replayed = of("caseReplay(change: {}) { cases }");
            assert_eq!(replayed["caseReplay"]["cases"], seen.len(), "{}", player.name);
        }
        if player.may_at_all(Verb::EventView) {
            let log = of("events(first: 100, kinds: [\"case.opened\"]) { nodes { number } }");
            assert_eq!(log["events"]["nodes"].as_array().unwrap().len(), seen.len(), "{}", player.name);
        }
    }
    assert!(problems.is_empty(), "{}", told(&problems));
    deadlines(cast, open);
}

/// What the subscription to deadlines brings to each, once they have passed.
fn deadlines(cast: &Cast, open: bool) {
    cast.world.at("2026-04-10T08:00:00Z");
    assert!(cases::fire_due(&cast.world.database).unwrap() > 0);
    for player in cast.players.iter().filter(|player| player.may_at_all(Verb::CaseView)) {
        let look = |tx: &mut Tx<'_>| brought(tx, cast.alpha);
        let found = cast.world.database.read(&player.actor, look).unwrap();
        assert!(found.is_subset(&due(player, open)), "{}: {found:?}", player.name);
        assert!(found.len() > 1, "{}: {found:?}", player.name);
    }
    for player in cast.players.iter().filter(|player| !player.may_at_all(Verb::CaseView)) {
        let look = |tx: &mut Tx<'_>| brought(tx, cast.alpha);
        let denied = cast.world.database.read(&player.actor, look);
        assert!(matches!(denied, Err(No::Denied(_))), "{}", player.name);
    }
}

fn brought(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<BTreeSet<String>> {
    let found = events::deadlines(tx, agreement, EventPage { after: 0, first: 100 })?;
    let ids: Vec<CaseId> = found.iter().map(|event| CaseId(event.subject)).collect();
    Ok(cases::some(tx, agreement, &ids)?.into_iter().map(|view| view.case.title.clone()).collect())
}

#[test]
fn a_concealed_case_is_found_by_its_parties_and_by_nobody_else() {
    Cast::both().iter().for_each(|cast| everything_agrees(cast, false));
}

#[test]
fn an_open_case_is_found_by_every_party() {
    let worlds = std::iter::once(World::sqlite()).chain(World::postgres());
    worlds.for_each(|world| everything_agrees(&Cast::disclosing(world, "open"), true));
}

#[test]
fn a_customer_follows_its_cases_and_reads_of_no_person_company_or_ledger() {
    let cast = Cast::new();
    let customer = cast.player("customer@town.example");
    let asked = "customerCases(first: 50) { nodes { id title told { note } resolution rating companies { code } \
                 promises { measure state } stages { code current } service { code } } }";
    let shown = in_alpha(&cast, customer, asked)["customerCases"]["nodes"].clone();
    assert_eq!(titles(&shown).len(), CASES.len(), "it brought them all");
    let text = shown.to_string();
    for canary in CANARIES.iter().filter(|canary| canary.agreement == "alpha") {
        assert_eq!(text.contains(canary.words), canary.told, "{}", canary.words);
    }
    assert!(shown.as_array().unwrap().iter().all(|case| case["companies"] == serde_json::json!([])));
    for company in ["north", "south", "east"] {
        assert!(!text.contains(&format!("\"{company}\"")) && !text.contains(&format!("of {company} in beta")));
    }
    for inside in ["cases(first: 1) { nodes { id } }", "caseTotals { cases }", "caseReplay(change: {}) { cases }"] {
        let answer = cast.ask(customer, &format!("{{ agreement(code: \"alpha\") {{ {inside} }} }}"));
        assert_eq!(codes(&answer), ["FORBIDDEN"], "{inside}");
    }
}

#[test]
fn who_works_for_no_party_follows_no_concealed_case() {
    Cast::both().iter().for_each(|cast| {
        let north = cast.player("coordinator@north.example");
        let followed = in_alpha(cast, north, "customerCases(first: 50) { nodes { id title } }");
        assert_eq!(titles(&followed["customerCases"]["nodes"]), due(north, false));
        let (south, absent) = (cast.things("alpha", "south"), cast.things("alpha", "south").absent());
        let node = |id: &str| cast.ask(north, &format!("{{ node(id: {id:?}) {{ ... on CustomerCase {{ title }} }} }}"));
        assert_eq!(node(south.id("customerCase")), node(absent.id("customerCase")));
        // pages hold as many as were asked for, whatever lies between
        let page = in_alpha(cast, north, "customerCases(first: 2) { nodes { title } pageInfo { hasNextPage } }");
        assert_eq!(page["customerCases"]["nodes"].as_array().unwrap().len(), 2);
        assert_eq!(page["customerCases"]["pageInfo"]["hasNextPage"], true);
    });
}

#[test]
fn whoever_is_charged_with_a_pause_sees_the_case() {
    let cast = Cast::new();
    let (north, south) = (cast.things("alpha", "north"), cast.player("coordinator@south.example"));
    let node = format!("{{ node(id: {:?}) {{ ... on Case {{ title }} }} }}", north.id("case"));
    assert!(cast.ask(south, &node)["data"]["node"].is_null());
    let pause = format!(
        "mutation {{ pauseCase(input: {{case: {:?}, revision: 2, reason: \"claim\"}}) {{ refusals {{ code }} }} }}",
        north.id("case")
    );
    assert!(codes(&cast.ask(cast.player("contact_agent@north.example"), &pause)).is_empty());
    assert_eq!(cast.ask(south, &node)["data"]["node"]["title"], "title of north in alpha");
    let east = cast.player("coordinator@east.example");
    assert!(cast.ask(east, &node)["data"]["node"].is_null(), "nobody else does");
}

#[test]
fn measurements_of_cases_are_their_companies_own_and_no_event_betrays_them() {
    let cast = Cast::new();
    for player in cast.players.iter().filter(|player| player.may_at_all(Verb::MeasurementView)) {
        let found = in_alpha(
            &cast,
            player,
            "measurements(first: 50, filter: {kpis: [\"time\"]}) { nodes { company { code } } }",
        );
        let nodes = found["measurements"]["nodes"].as_array().unwrap().clone();
        let others = nodes.iter().filter(|node| !player.may(Verb::MeasurementView, node["company"]["code"].as_str()));
        assert_eq!(others.count(), 0, "{} {found}", player.name);
    }
    let steward = cast.player("steward@north.example");
    let all =
        in_alpha(&cast, steward, "measurements(first: 50, filter: {kpis: [\"time\"]}) { nodes { company { code } } }");
    assert!(!all["measurements"]["nodes"].as_array().unwrap().is_empty(), "there are some: {all}");
    let log = "events(first: 100, kinds: [\"measurements.recorded\"]) { nodes { at } }";
    let told = in_alpha(&cast, cast.player("coordinator@north.example"), log);
    let of_cases = told["events"]["nodes"].as_array().unwrap().iter();
    assert_eq!(of_cases.filter(|node| node["at"].as_str().unwrap() > "2026-04-03T08:30").count(), 0, "{told}");
}

#[test]
fn everybody_in_the_cast_has_cases_to_see_or_none() {
    let cast = Cast::new();
    let count = |name: &str| due(cast.player(name), false).len();
    assert_eq!(count("steward@north.example"), CASES.len());
    assert_eq!(count("coordinator@north.example"), 3);
    assert_eq!(count("coordinator@east.example"), 5);
    assert_eq!(due(cast.player("customer@town.example"), false).len(), 0);
    assert!(cast.players.iter().any(|player| player.standing == super::cast::Standing::Holds(Role::Engineer)));
}
