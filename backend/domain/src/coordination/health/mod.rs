//! The health of a company's commitment: early signs, before its KPIs fall, weighed as the agreement says.
//!
//! Each sign is an exact share of good among all that was to be judged in a window of days; where nothing was to be
//! judged there is no sign, and it weighs nothing.

mod facts;
mod mean;
mod standing;
mod tally;
mod window;

pub use facts::{is_measured, measurements, misses_target};
pub use mean::{Health, LOW, Sign, Trend, WEAK, Warning, mean};
pub use standing::Standing;
pub use tally::{Tally, Waited};
pub use window::Window;

use crate::kernel::{Decimal, Fraction};

/// Good among all: an exact fraction from 0 to 1 with something below the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    good: Decimal,
    total: Decimal,
}

impl Share {
    /// So much of so much, held within it; nothing where there is nothing to judge.
    #[must_use]
    pub fn of(good: Decimal, total: Decimal) -> Option<Self> {
        (total > Decimal::ZERO).then(|| Self { good: good.clamp(Decimal::ZERO, total), total })
    }

    /// So many of so many; nothing where there are none.
    #[must_use]
    pub fn count(good: u64, total: u64) -> Option<Self> {
        let whole = |count: u64| Decimal::clamped(i128::from(count) * i128::from(Decimal::SCALE));
        Self::of(whole(good), whole(total))
    }

    /// The part above the line.
    #[must_use]
    pub const fn good(self) -> Decimal {
        self.good
    }

    /// The part below the line, above nought.
    #[must_use]
    pub const fn total(self) -> Decimal {
        self.total
    }

    /// The nearest millionth, halves upwards: what the mean is made of.
    #[must_use]
    pub fn value(self) -> Decimal {
        Fraction::new(self.good.wide(), self.total.wide()).map_or(Decimal::ZERO, Fraction::round)
    }
}
