//! Rows and ledgers that are kept equal what the logs say, whatever happened in whatever order.

use crate::support::{
    cases::{Desk, HANS, LEA, NINA, SARA, document, with},
    deviations::{MIRA, PAUL, TOVE},
    world::both,
};
use concordat_domain::{
    agreements::Phase,
    cases::{Part, Rulebook},
    kernel::{CaseId, CompanyId, Span},
};
use concordat_service::{
    cases::{self, CaseFilter, CaseView},
    kernel::Permitted,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A walk that is the same each time.
struct Walk(u64);

impl Walk {
    fn next(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % below
    }
}

fn all(desk: &Desk<'_>, filter: &CaseFilter) -> Vec<CaseView> {
    let world = desk.world;
    let list = world.database.read(&world.person(LEA), |tx| cases::list(tx, desk.agreement, filter, None, 200));
    list.unwrap().into_iter().map(Permitted::into_inner).collect()
}

/// One of the things that people do; most of what does not fit the moment is refused, which is well.
fn step(desk: &Desk<'_>, walk: &mut Walk, id: &Value) {
    let world = desk.world;
    let now = desk.read(LEA, &json!({ "id": id }));
    let reasons = ["awaiting-customer", "awaiting-part", "awaiting-network"];
    let teams = [
        ("service-desk", "meridian"),
        ("network-team", "nordlicht"),
        ("network-team", "halden"),
        ("device-team", "castor"),
        ("workshop", "berger"),
    ];
    let (team, company) = teams[walk.next(teams.len())];
    let share = |code: &str, weight: usize| json!({ "company": desk.company(code), "weight": weight + 1 });
    let shares = ["meridian", "nordlicht", "halden"].map(|code| share(code, walk.next(4)));
    let (from, until) = (now["openedAt"].clone(), now["latestAt"].clone());
    let words = [
        ("offerCase", desk.to(team, company)),
        ("acceptCase", json!({})),
        ("offerCase", desk.to(team, company)),
        ("acceptCase", json!({})),
        ("refuseCase", json!({ "reason": "No." })),
        ("pauseCase", json!({ "reason": (reasons[walk.next(3)]) })),
        ("resumeCase", json!({})),
        ("consentToPause", json!({})),
        ("respondToCase", json!({})),
        ("updateCase", json!({ "told": true })),
        ("resolveCase", json!({})),
        ("reopenCase", json!({})),
        ("swarmCase", json!({ "shares": (shares) })),
        ("swarmCase", json!({ "shares": [] })),
        ("reprioritiseCase", json!({ "priority": (["critical", "high", "normal"][walk.next(3)]) })),
        ("disputeCaseTime", json!({ "from": from, "until": until, "reason": "Not ours." })),
        (
            "decideCaseDispute",
            json!({ "dispute": walk.next(12), "time": (["NOBODY", "PAUSE", "STAYS"][walk.next(3)]), "reason": "So." }),
        ),
    ];
    let (field, more) = words[walk.next(words.len())].clone();
    for who in [LEA, MIRA, SARA, NINA, HANS, TOVE, PAUL] {
        let input = with(json!({ "case": id, "revision": now["revision"] }), &more);
        let done = world.answer(&world.person(who), &document(field), &json!({ "input": input }));
        if !done["data"][field]["case"].is_null() {
            return;
        }
    }
}

#[test]
fn they_equal_the_replay_of_every_log_after_every_step() {
    both(|world| {
        let desk = Desk::new(world);
        let mut walk = Walk(7);
        let ids: Vec<Value> = (0..6).map(|_| desk.open(&json!({}))["id"].clone()).collect();
        for minute in 1..90_i64 {
            world.clock.set(
                concordat_domain::kernel::Moment::parse("2026-03-02T08:00:00Z").unwrap().plus_seconds(minute * 1_740),
            );
            step(&desk, &mut walk, &ids[usize::try_from(minute).unwrap() % ids.len()]);
            if minute % 10 == 0 {
                cases::fire_due(&world.database).unwrap();
                by_phase(&desk);
                by_time_left(&desk);
            }
        }
        // what is still open is kept as of when it was last touched
        for id in &ids {
            for who in [LEA, MIRA, SARA, NINA, HANS] {
                let now = desk.read(LEA, &json!({ "id": id }));
                let input = json!({ "input": { "case": id, "revision": now["revision"] } });
                world.answer(&world.person(who), &document("resolveCase"), &input);
            }
        }
        let resolved = CaseFilter { phases: Some(vec![Phase::Resolved]), ..CaseFilter::default() };
        assert_eq!(all(&desk, &resolved).len(), ids.len());
        ledgers(&desk);
    });
}

/// The phase of each row is the phase that its log gives.
fn by_phase(desk: &Desk<'_>) {
    for phase in [Phase::Open, Phase::Paused, Phase::Resolved, Phase::Closed] {
        let filter = CaseFilter { phases: Some(vec![phase]), ..CaseFilter::default() };
        let kept: BTreeSet<CaseId> = all(desk, &filter).iter().map(|view| view.case.id).collect();
        let told: BTreeSet<CaseId> = all(desk, &CaseFilter::default())
            .iter()
            .filter(|view| view.case.phase(view.at) == phase)
            .map(|view| view.case.id)
            .collect();
        assert_eq!(kept, told, "{phase:?}");
    }
}

/// Every team's queue has what it holds, by the earliest deadline toward the customer that its clocks tell.
fn by_time_left(desk: &Desk<'_>) {
    let world = desk.world;
    for team in &desk.terms.teams {
        let queue = world.database.read(&world.person(LEA), |tx| cases::queue(tx, desk.agreement, team.id, None, 100));
        let kept: Vec<_> = queue.unwrap().into_iter().map(|(due, view)| (due, view.case.id)).collect();
        let mut told: Vec<_> = all(desk, &CaseFilter::default())
            .iter()
            .filter(|view| view.case.is_open() && view.case.holder.is_some_and(|holder| holder.team == team.id))
            .map(|view| {
                let clocks = view.case.clocks(&view.rules, view.at);
                let going = clocks.iter().filter(|clock| clock.company.is_none() && clock.is_going());
                let due = going.filter_map(|clock| clock.due).min();
                (due.unwrap_or(concordat_domain::kernel::Moment::MAX), view.case.id)
            })
            .collect();
        told.sort_unstable();
        assert_eq!(kept, told, "{}", team.code);
    }
}

/// The sums that are kept are the sums over all ledgers, worked out anew.
fn ledgers(desk: &Desk<'_>) {
    let world = desk.world;
    let kept = world.database.read(&world.person(LEA), |tx| cases::ledger(tx, desk.agreement, &CaseFilter::default()));
    let (kept, _) = kept.unwrap();
    type Key = (String, Option<CompanyId>, Option<CompanyId>, Option<String>);
    let mut sums: BTreeMap<Key, Span> = BTreeMap::new();
    let mut whole = Span::ZERO;
    for view in all(desk, &CaseFilter::default()) {
        let ledger = view.case.ledger(&view.rules, view.at);
        assert_eq!(ledger.total, ledger.parts.iter().map(|(_, time)| *time).sum::<Span>());
        assert_eq!(
            ledger.total,
            view.case
                .work()
                .map(|(from, until)| { view.rules.at(from).customers().elapsed(from, until.unwrap_or(view.at)) })
                .sum::<Span>(),
            "every open second"
        );
        whole += ledger.total;
        for (part, time) in ledger.parts {
            let (holder, reason) = match &part {
                Part::Pause { holder, reason, .. } => (*holder, Some(reason.clone())),
                _ => (None, None),
            };
            *sums.entry((part.name().to_owned(), part.charged(), holder, reason)).or_default() += time;
        }
    }
    sums.retain(|_, time| time.is_positive());
    let rows = kept.into_iter().filter(|part| part.time.is_positive());
    let kept: BTreeMap<Key, Span> =
        rows.map(|part| ((part.part, part.company, part.holder, part.reason), part.time)).collect();
    assert_eq!(kept, sums);
    assert_eq!(kept.values().copied().sum::<Span>(), whole);
    assert!(kept.len() > 5, "the walk is worth its while: {kept:?}");
    assert!(Rulebook::of(&desk.terms).is_some());
}
