//! What happens by time alone is recorded once and in order, however many servers look.

use crate::support::{
    cases::{Desk, GRETA, LEA, clock},
    deviations::MIRA,
    world::{World, both},
};
use concordat_domain::agreements::Phase;
use concordat_service::{
    cases::{self, CaseFilter},
    events::{self, EventPage},
    kernel::{Database, SeededChance, Settings},
};
use diesel::{prelude::*, sql_types::Text};
use serde_json::json;
use std::{sync::Arc, time::Duration};

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    told: String,
}

/// What was recorded by time alone: kind and timer, in order.
fn told(desk: &Desk<'_>) -> Vec<String> {
    let world = desk.world;
    let page = EventPage { after: 0, first: 500 };
    let all = world.database.read(&world.person(LEA), |tx| events::deadlines(tx, desk.agreement, page)).unwrap();
    all.into_iter()
        .map(|event| {
            let timer = event.detail["timer"].as_str().unwrap_or("-").to_owned();
            let timer = timer.split(':').take(2).collect::<Vec<_>>().join(":");
            format!("{} {timer}", event.kind.name())
        })
        .collect()
}

/// Another server on the same database.
pub fn another(world: &World) -> Database {
    let settings = Settings { url: world.owner_url.parse().unwrap(), connections: 2, wait: Duration::from_secs(5) };
    let chance = Arc::new(SeededChance::new(2, world.clock.clone()));
    Database::open(&settings, world.clock.clone(), chance).unwrap()
}

fn phase(desk: &Desk<'_>, phase: Phase) -> i64 {
    let filter = CaseFilter { phases: Some(vec![phase]), ..CaseFilter::default() };
    let world = desk.world;
    world.database.read(&world.person(LEA), |tx| cases::count(tx, desk.agreement, &filter)).unwrap()
}

#[test]
fn each_deadline_once_and_in_order() {
    both(|world| {
        let desk = Desk::new(world);
        desk.open(&json!({ "priority": "critical" }));
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        desk.at("08:12");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
        assert_eq!(told(&desk), ["case.due_soon due_soon:response-critical#1"]);
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        desk.at("12:00");
        cases::fire_due(&world.database).unwrap();
        assert_eq!(
            told(&desk),
            [
                "case.due_soon due_soon:response-critical#1",
                "case.breached breached:response-critical#1",
                "case.due_soon due_soon:update-critical#1",
                "case.breached breached:update-critical#1",
                "case.due_soon due_soon:desk#1",
                "case.breached breached:desk#1",
                "case.due_soon due_soon:resolution-critical#1",
                "case.breached breached:resolution-critical#1",
            ]
        );
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
    });
}

#[test]
fn two_servers_at_once_record_each_once() {
    both(|world| {
        let desk = Desk::new(world);
        for _ in 0..12 {
            desk.open(&json!({ "priority": "critical" }));
        }
        desk.at("15:59");
        let other = another(world);
        let fired: usize = std::thread::scope(|scope| {
            let fire = |database: &Database| {
                let database = database.clone();
                scope.spawn(move || cases::fire_due(&database).unwrap())
            };
            [fire(&world.database), fire(&other), fire(&world.database)].map(|one| one.join().unwrap()).iter().sum()
        });
        let told = told(&desk);
        assert_eq!((fired, told.len()), (96, 96), "eight for each of twelve");
        let order = |kind: &str| told.iter().position(|it| it == kind).unwrap();
        assert!(
            order("case.breached breached:response-critical#1") < order("case.due_soon due_soon:update-critical#1")
        );
        assert_eq!(cases::fire_due(&other).unwrap(), 0);
    });
}

#[test]
fn what_is_done_in_time_is_not_told_of() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({ "priority": "critical" }));
        desk.at("08:05");
        let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
        desk.at("08:31");
        desk.tell(LEA, "resolveCase", &case, &json!({}));
        world.at("2026-03-20T08:00:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        assert_eq!(told(&desk), [""; 0]);
    });
}

#[test]
fn a_pause_that_reaches_its_cap_lets_clocks_run_and_lists_say_so() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("08:05");
        let case = desk.tell(LEA, "respondToCase", &case, &json!({}));
        desk.at("08:06");
        let case = desk.tell(LEA, "pauseCase", &case, &json!({ "reason": "awaiting-customer" }));
        assert_eq!((phase(&desk, Phase::Paused), phase(&desk, Phase::Open)), (1, 0));
        world.at("2026-03-07T08:05:59Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        world.at("2026-03-07T08:06:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
        assert_eq!(told(&desk), ["case.pause_capped pause_cap:4"]);
        assert_eq!((phase(&desk, Phase::Paused), phase(&desk, Phase::Open)), (0, 1));
        // eight hours without a word to the customer are over on Monday
        let read = desk.read(LEA, &case);
        assert_eq!(clock(&read, "update#2")["dueAt"], "2026-03-09T14:29:00Z");
        world.at("2026-03-09T14:30:00Z");
        cases::fire_due(&world.database).unwrap();
        assert!(told(&desk).contains(&"case.breached breached:update#2".to_owned()), "{:?}", told(&desk));
    });
}

#[test]
fn a_hand_over_that_waits_too_long_is_told_of() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("08:01");
        let case = desk.tell(LEA, "offerCase", &case, &desk.to("network-team", "nordlicht"));
        desk.at("08:31");
        cases::fire_due(&world.database).unwrap();
        assert_eq!(told(&desk), ["case.acceptance_overdue acceptance:".to_owned() + &team(&desk)]);
        let case = desk.tell(MIRA, "acceptCase", &case, &json!({}));
        desk.at("08:40");
        cases::fire_due(&world.database).unwrap();
        assert_eq!(told(&desk).len(), 1, "{:?}", told(&desk));
        assert_eq!(desk.read(LEA, &case)["holder"]["company"]["code"], "nordlicht");
    });
}

#[test]
fn a_recovery_that_is_overdue_is_told_of_once_for_each_due_date() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        desk.at("08:05");
        let case = desk.tell(LEA, "resolveCase", &case, &json!({}));
        desk.at("12:10");
        let case = desk.tell(GRETA, "rateCase", &case, &json!({ "points": 2 }));
        world.at("2026-03-07T12:09:59Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        world.at("2026-03-07T12:10:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
        let rating = desk.read(LEA, &case)["timeline"].as_array().unwrap().len();
        let overdue = format!("case.recovery_overdue recovery:{rating}");
        assert_eq!(told(&desk), [&*overdue]);
        assert_eq!(cases::fire_due(&another(world)).unwrap(), 0);
        let later =
            json!({ "owner": desk.person(LEA), "company": desk.company("meridian"), "due": "2026-03-09T12:00:00Z" });
        let case = desk.tell(LEA, "recoverCase", &desk.read(LEA, &case), &later);
        world.at("2026-03-09T12:00:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 1);
        assert_eq!(told(&desk), [&*overdue, &*overdue]);
        desk.tell(GRETA, "rateCase", &case, &json!({ "points": 5 }));
        world.at("2026-04-09T12:00:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
    });
}

#[test]
fn a_recovery_that_ends_in_time_is_not_told_of() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        let case = desk.tell(LEA, "resolveCase", &case, &json!({}));
        let case = desk.tell(GRETA, "rateCase", &case, &json!({ "points": 2 }));
        world.at("2026-03-06T12:00:00Z");
        desk.tell(GRETA, "rateCase", &case, &json!({ "points": 5 }));
        world.at("2026-04-06T12:00:00Z");
        assert_eq!(cases::fire_due(&world.database).unwrap(), 0);
        assert_eq!(told(&desk), [""; 0]);
    });
}

fn team(desk: &Desk<'_>) -> String {
    desk.terms.teams.iter().find(|team| team.code == "network-team").unwrap().id.to_string()
}

#[test]
fn deadlines_are_kept_as_they_were_set_and_marked_once_they_were_told_of() {
    both(|world| {
        let desk = Desk::new(world);
        desk.open(&json!({ "priority": "critical" }));
        desk.at("08:12");
        cases::fire_due(&world.database).unwrap();
        let kept = world.database.read(&world.console(), |tx| {
            let rows = diesel::sql_query("SELECT name AS told FROM case_timers WHERE fired ORDER BY at, name");
            Ok(rows.load::<Told>(tx.reading())?)
        });
        let kept: Vec<_> = kept.unwrap().into_iter().map(|row| row.told).collect();
        assert_eq!(kept, ["due_soon:response-critical#1"]);
    });
}
