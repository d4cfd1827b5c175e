//! Many deadlines that have passed at once, and two servers that look: each climbs once, in the order of the deadlines.

use crate::support::{
    cases::Desk,
    escalations::{another, laddered},
    world::{World, both},
};
use concordat_domain::{escalations::Why, kernel::Moment};
use concordat_service::{
    escalations,
    events::{self, EventFilter, EventPage},
    kernel::Database,
};

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

#[test]
fn two_servers_let_each_climb_once_and_in_the_order_of_the_deadlines() {
    let all = timers();
    both(|world| {
        let began = std::time::Instant::now();
        let desk = raised(world, all);
        let made = began.elapsed();
        world.at("2026-03-02T14:00:00Z");
        let other = another(world, 2);
        let began = std::time::Instant::now();
        let each: Vec<usize> = std::thread::scope(|scope| {
            let climb = |database: &Database| {
                let database = database.clone();
                scope.spawn(move || escalations::climb_due(&database).unwrap())
            };
            [climb(&world.database), climb(&other)].map(|one| one.join().unwrap()).into()
        });
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
