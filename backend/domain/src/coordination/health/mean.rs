//! Signs are weighed: the mean of those that have something to say, its trend, and when to look closer.

use super::Share;
use crate::agreements::{Health as Weighing, HealthSign};
use crate::kernel::{Decimal, Fraction};

/// A sign below this is weak: 0.5.
pub const WEAK: i64 = 500_000;
/// Health below this is low: 0.75.
pub const LOW: i64 = 750_000;
/// A change by less is none: 0.01.
const STEADY: i64 = 10_000;
/// A fall by so much or more is told of: 0.1.
const FALL: i64 = 100_000;

/// One sign of a company's health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Which.
    pub sign: HealthSign,
    /// How much it weighs, as the agreement says.
    pub weight: Decimal,
    /// What it says; nothing where there was nothing to judge.
    pub share: Option<Share>,
}

/// Where health is going, against the window before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// By a hundredth or more above it.
    Better,
    /// Within less than a hundredth of it.
    Steady,
    /// By a hundredth or more below it.
    Worse,
}

/// Why to look closer at health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// It is low.
    Low,
    /// It fell by a tenth or more.
    Fell,
    /// One of its signs is weak.
    Weak,
}

impl Warning {
    /// The stable name: `low`, `fell` or `weak`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Fell => "fell",
            Self::Weak => "weak",
        }
    }
}

/// The health of a company's commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// The signs of the window, in the order in which the agreement names them.
    pub signs: Vec<Sign>,
    /// Those of the window before.
    pub before: Vec<Sign>,
}

/// The mean of the values of those signs that have something to say, each by its weight, to the nearest millionth.
/// Nothing where none has.
///
/// It is exact over the values as they are shown, so that anybody can work it out again.
#[must_use]
pub fn mean(signs: &[Sign]) -> Option<Decimal> {
    let weighed = signs.iter().filter_map(|sign| Some((sign.weight.wide(), sign.share?.value().wide())));
    let (sum, weights) =
        weighed.fold((0, 0), |(sum, weights), (weight, value)| (sum + weight * value, weights + weight));
    Fraction::new(sum, weights * i128::from(Decimal::SCALE)).map(Fraction::round)
}

impl Health {
    /// Weighs the signs of two windows, each by what it says in them.
    #[must_use]
    pub fn weigh(
        by: &Weighing,
        now: impl Fn(HealthSign) -> Option<Share>,
        before: impl Fn(HealthSign) -> Option<Share>,
    ) -> Self {
        let signs = |says: &dyn Fn(HealthSign) -> Option<Share>| {
            by.weights.iter().map(|it| Sign { sign: it.sign, weight: it.weight, share: says(it.sign) }).collect()
        };
        Self { signs: signs(&now), before: signs(&before) }
    }

    /// The health, from 0 to 1; nothing where no sign has anything to say.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        mean(&self.signs)
    }

    /// That of the window before.
    #[must_use]
    pub fn earlier(&self) -> Option<Decimal> {
        mean(&self.before)
    }

    /// How much it has risen, or fallen below nought; nothing where one of both is not known.
    #[must_use]
    pub fn change(&self) -> Option<Decimal> {
        Some(Decimal::clamped(self.value()?.wide() - self.earlier()?.wide()))
    }

    /// Where it is going.
    #[must_use]
    pub fn trend(&self) -> Option<Trend> {
        let change = self.change()?.millionths();
        Some(match change {
            _ if change >= STEADY => Trend::Better,
            _ if change <= -STEADY => Trend::Worse,
            _ => Trend::Steady,
        })
    }

    /// The signs that are weak: each says less than one half.
    pub fn weak(&self) -> impl Iterator<Item = HealthSign> {
        let weak = |sign: &&Sign| sign.share.is_some_and(|share| share.value().millionths() < WEAK);
        self.signs.iter().filter(weak).map(|sign| sign.sign)
    }

    /// Why to look closer before the KPIs fall; nothing where there is no reason to.
    #[must_use]
    pub fn warning(&self) -> Option<Warning> {
        let low = self.value().is_some_and(|value| value.millionths() < LOW);
        let fell = self.change().is_some_and(|change| change.millionths() <= -FALL);
        match (low, fell) {
            (true, _) => Some(Warning::Low),
            (false, true) => Some(Warning::Fell),
            (false, false) => self.weak().next().map(|_| Warning::Weak),
        }
    }

    /// Whether to look closer before the KPIs fall.
    #[must_use]
    pub fn warns(&self) -> bool {
        self.warning().is_some()
    }
}

#[cfg(test)]
#[path = "mean_tests.rs"]
mod tests;
