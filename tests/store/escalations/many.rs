//! Many deadlines that have passed at once, and two server processes that look: each climbs once, in the order of the deadlines.

use crate::support::{
    cases::Desk,
    escalations::laddered,
    world::{World, both},
};
use concordat_domain::{escalations::Why, kernel::Moment};
use concordat_service::{
    escalations,
    events::{self, EventFilter, EventPage},
    kernel::{Database, SeededChance, SetClock, Settings},
};
use std::{
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

/// Holds the URL of the database that another server process looks after.
const LOOKS_AFTER: &str = "CONCORDAT_TEST_LOOKS_AFTER";

/// When both look: everything was raised within minutes of eight, and had four hours.
const LATE: &str = "2026-03-02T14:00:00Z";

/// So many; `LADDER_TIMERS` says otherwise.
const TIMERS: usize = 2_000;

/// So many are raised at a time, a second after those before.
const BATCH: usize = 500;

fn timers() -> usize {
    std::env::var("LADDER_TIMERS").ok().and_then(|text| text.parse().ok()).unwrap_or(TIMERS)
}

/// The deadlines that the log says have passed, in its order.
fn passed(desk: &Desk<'_>) -> Vec<Moment> {
    let filter = EventFilter { kinds: vec!["escalation.climbed".into()], ..EventFilter::default() };
    let (mut all, mut after) = (Vec::new(), 0);
    loop {
        let page = EventPage { after, first: 10_000 };
        let read = |tx: &mut concordat_service::kernel::Tx<'_>| events::events(tx, desk.agreement, &filter, page);
        let found = desk.world.database.read(&desk.world.console(), read).unwrap();
        let Some(last) = found.last() else { return all };
        after = last.number;
        all.extend(found.iter().map(|event| Moment::parse(event.detail["due"].as_str().unwrap()).unwrap()));
    }
}

fn raised(world: &World, all: usize) -> Desk<'_> {
    let desk = laddered(world);
    for from in (0..all).step_by(BATCH) {
        world.clock.set(Moment::parse("2026-03-02T08:00:00Z").unwrap().plus_seconds((from / BATCH) as i64));
        desk.overdue(from, BATCH.min(all - from));
    }
    desk
}

/// Lets everything climb that is due where the process was started for that; otherwise there is nothing to test.
#[test]
fn as_another_server() {
    let Ok(url) = std::env::var(LOOKS_AFTER) else { return };
    let clock = Arc::new(SetClock::at(Moment::parse(LATE).unwrap()));
    let chance = Arc::new(SeededChance::new(2, clock.clone()));
    let settings = Settings { url: url.parse().unwrap(), connections: 2, wait: Duration::from_secs(30) };
    let database = Database::open(&settings, clock, chance).unwrap();
    println!("it let climb {}", escalations::climb_due(&database).unwrap());
}

fn another_server(world: &World) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "--quiet", "--nocapture", "store::escalations::many::as_another_server"]);
    command.env(LOOKS_AFTER, &world.url).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap()
}

/// How many another server let climb, once it has come to its end.
fn climbed(other: Child) -> usize {
    let output = other.wait_with_output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let count = text.lines().find_map(|line| line.split_once("it let climb ")).map(|(_, count)| count.parse().unwrap());
    count.unwrap_or_else(|| panic!("{text}"))
}

#[test]
fn two_servers_let_each_climb_once_and_in_the_order_of_the_deadlines() {
    let all = timers();
    both(|world| {
        let began = std::time::Instant::now();
        let desk = raised(world, all);
        let made = began.elapsed();
        world.at(LATE);
        let began = std::time::Instant::now();
        let other = another_server(world);
        let each = [escalations::climb_due(&world.database).unwrap(), climbed(other)];
        println!("{all} raised in {made:?}, climbed by {each:?} in {:?}", began.elapsed());
        assert_eq!(each.iter().sum::<usize>(), all);
        assert_eq!(escalations::climb_due(&world.database).unwrap(), 0);
        let passed = passed(&desk);
        assert_eq!(passed.len(), all);
        assert!(passed.is_sorted(), "out of order");
        let found = desk.escalations();
        assert_eq!(found.len(), all);
        for view in &found {
            let steps: Vec<_> = view.escalation.climbs.iter().map(|climb| (climb.level, climb.why)).collect();
            assert_eq!(steps, [(0, Why::Raised), (1, Why::Unanswered)]);
        }
        assert_eq!(escalations::unsound(&world.database).unwrap(), []);
    });
}
