//! How a figure stands to its target: met, missed or no data, decided on exact fractions.

use super::{Direction, Target};
use crate::kernel::{Decimal, Fraction};
use serde::{Deserialize, Serialize};

/// Met, missed or no data; an empty period is never met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The figure is on the right side of the target, or within the tolerance of it.
    Met,
    /// The figure is on the wrong side.
    Missed,
    /// There is no figure.
    NoData,
}

/// A standing, and whether a figure that still meets its target is close to missing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Met, missed or no data.
    pub standing: Standing,
    /// Met, but beyond the warning level or only within the tolerance.
    pub warning: bool,
}

/// How far a figure lies from the edge of its target, in millionths; above nought when it misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The edge of the target that it is measured from, in millionths.
    pub(super) edge: i128,
    /// Whether more of the figure makes the gap smaller (1) or larger (-1).
    pub(super) sign: i128,
    /// Its size.
    pub(super) size: i128,
}

impl Judgement {
    /// There is no figure.
    pub const NO_DATA: Self = Self { standing: Standing::NoData, warning: false };

    pub(super) const fn of(met: bool, warning: bool) -> Self {
        Self { standing: if met { Standing::Met } else { Standing::Missed }, warning: met && warning }
    }
}

impl Target {
    /// Judges a figure by this target.
    ///
    /// It is met up to and including the value, or the tolerance beyond it. A met figure warns when it is beyond the
    /// warning level, or beyond the value and within the tolerance.
    #[must_use]
    pub fn judge(&self, direction: Direction, figure: Option<Fraction>) -> Judgement {
        let Some(figure) = figure else { return Judgement::NO_DATA };
        let edge =
            |value: Decimal, change: i128| Fraction::from_millionths(value.wide() + change * self.tolerance.wide());
        let upper = self.upper.unwrap_or(self.value);
        let (not_low, not_high) = (figure >= edge(self.value, -1), figure <= edge(upper, 1));
        let (strictly_low, strictly_high) = (figure < edge(self.value, 0), figure > edge(upper, 0));
        let warned = |beyond: fn(&Fraction, &Fraction) -> bool| {
            self.warning.is_some_and(|level| beyond(&figure, &Fraction::from(level)))
        };
        match direction {
            Direction::Higher => Judgement::of(not_low, strictly_low || warned(Fraction::lt)),
            Direction::Lower => Judgement::of(not_high, strictly_high || warned(Fraction::gt)),
            Direction::Band => Judgement::of(not_low && not_high, strictly_low || strictly_high),
        }
    }

    /// How far a shown figure lies from the edge; of a band from the edge it violates, or else the nearer one.
    pub(super) fn gap(&self, direction: Direction, shown: Decimal) -> Gap {
        let below = |edge: Decimal| Gap { edge: edge.wide(), sign: 1, size: edge.wide() - shown.wide() };
        let above = |edge: Decimal| Gap { edge: edge.wide(), sign: -1, size: shown.wide() - edge.wide() };
        match direction {
            Direction::Higher => below(self.value),
            Direction::Lower => above(self.value),
            Direction::Band => {
                let (low, high) = (below(self.value), above(self.upper.unwrap_or(self.value)));
                if high.size > low.size { high } else { low }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Scope;
    use super::super::samples::{decimal, target};
    use super::*;

    #[test]
    fn targets_are_met_up_to_their_edge_and_tolerance() {
        let base = target(Scope::JOINT, "4", "2026-01-01");
        let higher = Target { warning: Some(decimal("5")), tolerance: decimal("0.5"), ..base };
        let lower = Target { warning: Some(decimal("3")), ..base };
        let band = Target { upper: Some(decimal("6")), tolerance: decimal("1"), ..base };
        for (direction, target, figure, shown) in [
            (Direction::Higher, higher, "5", "met"),
            (Direction::Higher, higher, "4.999999", "warning"),
            (Direction::Higher, higher, "3.5", "warning"),
            (Direction::Higher, higher, "3.499999", "missed"),
            (Direction::Lower, lower, "3", "met"),
            (Direction::Lower, lower, "4", "warning"),
            (Direction::Lower, lower, "4.000001", "missed"),
            (Direction::Band, band, "4", "met"),
            (Direction::Band, band, "6", "met"),
            (Direction::Band, band, "3", "warning"),
            (Direction::Band, band, "7.000001", "missed"),
            (Direction::Band, band, "2.9", "missed"),
        ] {
            let judged = target.judge(direction, Some(decimal(figure).into()));
            let seen = match (judged.standing, judged.warning) {
                (Standing::Met, false) => "met",
                (Standing::Met, true) => "warning",
                (Standing::Missed, false) => "missed",
                other => panic!("{other:?}"),
            };
            assert_eq!(seen, shown, "{direction:?} {figure}");
        }
        assert_eq!(base.judge(Direction::Higher, None), Judgement::NO_DATA);
    }

    #[test]
    fn a_verdict_is_not_rounded() {
        let target = target(Scope::JOINT, "0.95", "2026-01-01");
        let just_below = Fraction::new(9_499_999_999, 10_000_000_000).unwrap();
        assert_eq!(just_below.round(), decimal("0.95"));
        assert_eq!(target.judge(Direction::Higher, Some(just_below)).standing, Standing::Missed);
    }
}
