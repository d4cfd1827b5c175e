//! What is true of every escalation at every moment: an owner, a next deadline, one climb for each deadline.

use super::super::fixtures::*;
use super::*;
use crate::escalations::Paths;
use crate::kernel::{By, Moment};
use proptest::prelude::*;

/// What somebody does, or how much time goes by.
#[derive(Clone, Copy, Debug)]
enum Step {
    Acknowledge,
    Answer,
    Accept,
    Reject,
    Close,
    Withdraw,
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => Just(Step::Acknowledge),
        4 => Just(Step::Answer),
        1 => Just(Step::Accept),
        4 => Just(Step::Reject),
        1 => Just(Step::Close),
        1 => Just(Step::Withdraw),
        8 => (1_i64..200_000).prop_map(Step::Wait),
    ]
}

fn taken(it: &Escalation, step: Step, paths: &Paths, now: Moment) -> Escalation {
    let at = |by: By| By { at: now, ..by };
    let (own, other) = (at(customer(0)), at(holder(0)));
    let done = match step {
        Step::Acknowledge => it.clone().acknowledge(other),
        Step::Answer => it.clone().reply("So it is.", other, paths),
        Step::Accept => it.clone().accept(own),
        Step::Reject => it.clone().reject("No.", own, paths),
        Step::Close => it.clone().close(other),
        Step::Withdraw => it.clone().withdraw("No more.", own),
        Step::Wait(_) => Ok(it.clone().expire(paths, now)),
    };
    done.unwrap_or_else(|_| it.clone())
}

proptest! {
    #[test]
    fn whatever_happens_it_has_an_owner_and_a_deadline_until_it_is_answered(
        steps in proptest::collection::vec(step(), 1..40),
        raised in any::<bool>(),
    ) {
        let paths = paths();
        let mut it = raised_by(raised.then(|| customer(0)));
        let mut now = hour(0);
        for step in steps {
            if let Step::Wait(seconds) = step {
                now = now.plus_seconds(seconds);
            }
            let before = it.clone();
            it = taken(&it, step, &paths, now);
            prop_assert_eq!(it.faults(), Vec::<&str>::new(), "{:?} after {:?}", step, before);
            let passed = before.deadline().is_some_and(|due| due <= now) && matches!(step, Step::Wait(_));
            let climbed = it.climbs.len() - before.climbs.len();
            let rejected = matches!(step, Step::Reject) && climbed == 1;
            prop_assert_eq!(climbed, usize::from(passed || rejected), "once at each deadline");
            prop_assert!(it.deadline().is_none_or(|due| !passed || now < due), "the next deadline lies ahead");
            prop_assert!(it.level() <= before.level() + 1);
        }
    }

    #[test]
    fn left_alone_it_climbs_to_the_top_and_never_stops(waits in proptest::collection::vec(0_i64..100_000, 1..30)) {
        let paths = paths();
        let mut it = raised_by(None);
        for (place, wait) in waits.iter().enumerate() {
            let due = it.deadline().unwrap();
            it = it.expire(&paths, due.plus_seconds(*wait));
            prop_assert_eq!(it.level(), (place + 1).min(2));
            prop_assert_eq!(it.climbs.len(), place + 2);
        }
    }
}
