//! The demo's clock and source of ids: set by the story while it is told, running on from its end afterwards.

use concordat_domain::kernel::Moment;
use concordat_service::kernel::{Chance, Clock, SeededChance, SystemChance, SystemClock};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicI64, Ordering},
};
use uuid::Uuid;

/// Stands where the story set it. Once it runs, it is as far from the machine's clock as it was when it was let go, so
/// that the demo's figures look the same on whatever day it is started.
pub struct StoryClock {
    /// Where it stands, or how far ahead of the machine's clock it runs, in microseconds.
    place: AtomicI64,
    runs: AtomicBool,
}

impl StoryClock {
    /// A clock that stands at `at`.
    pub(super) const fn at(at: Moment) -> Self {
        Self { place: AtomicI64::new(at.micros()), runs: AtomicBool::new(false) }
    }

    /// Sets it, as long as it stands.
    pub(super) fn set(&self, at: Moment) {
        if !self.runs.load(Ordering::SeqCst) {
            self.place.store(at.micros(), Ordering::SeqCst);
        }
    }

    /// Lets it run from where it stands.
    pub fn run(&self) {
        if !self.runs.swap(true, Ordering::SeqCst) {
            self.place.fetch_sub(SystemClock.now().micros(), Ordering::SeqCst);
        }
    }
}

impl Clock for StoryClock {
    fn now(&self) -> Moment {
        let place = self.place.load(Ordering::SeqCst);
        let since = if self.runs.load(Ordering::SeqCst) { SystemClock.now().micros() } else { 0 };
        Moment::from_micros(place.saturating_add(since)).unwrap_or(Moment::EPOCH)
    }
}

/// Ids are the same in every run; secrets are not, because the demo's server listens.
pub(super) struct StoryChance(SeededChance);

impl StoryChance {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        Self(SeededChance::new(2025, clock))
    }
}

impl Chance for StoryChance {
    fn id(&self) -> Uuid {
        self.0.id()
    }

    fn secret(&self) -> [u8; 32] {
        SystemChance.secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_stands_until_it_runs_and_then_nobody_sets_it() {
        let at = |text: &str| Moment::parse(text).unwrap();
        let clock = StoryClock::at(at("2025-01-01T00:00:00Z"));
        clock.set(at("2026-03-05T08:00:00Z"));
        assert_eq!(clock.now(), at("2026-03-05T08:00:00Z"));
        clock.run();
        clock.set(at("2027-01-01T00:00:00Z"));
        let (soon, later) = (clock.now(), at("2026-03-06T00:00:00Z"));
        assert!(at("2026-03-05T08:00:00Z") <= soon && soon < later, "{soon}");
    }
}
