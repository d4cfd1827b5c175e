//! The one clock. Everything else gets its moment from the transaction.

use concordat_domain::kernel::Moment;
use std::sync::atomic::{AtomicI64, Ordering};

/// Tells the moment.
pub trait Clock: Send + Sync {
    /// The moment now.
    fn now(&self) -> Moment;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one clock")]
    fn now(&self) -> Moment {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let micros = i64::try_from(since.as_micros()).unwrap_or(i64::MAX);
        Moment::from_micros(micros).unwrap_or(Moment::EPOCH)
    }
}

/// A clock that stands where it was set: for tests and for replays such as the demo's.
pub struct SetClock(AtomicI64);

impl SetClock {
    /// A clock that stands at `at`.
    #[must_use]
    pub const fn at(at: Moment) -> Self {
        Self(AtomicI64::new(at.micros()))
    }

    /// Sets it to another moment.
    pub fn set(&self, at: Moment) {
        self.0.store(at.micros(), Ordering::SeqCst);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.0.load(Ordering::SeqCst)).unwrap_or(Moment::EPOCH)
    }
}
