//! How it will be known that a corrective action worked: what later periods have to measure.

use super::codes::ACTION_CRITERION;
use super::{AssessedCell, CellVerdict, Deviation, Key};
use crate::kernel::{Decimal, KpiId, Period, PeriodKind, Verdict};
use crate::kpis::Scope;
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The most periods a criterion can name.
const MOST_PERIODS: u32 = 24;

/// What the measured value has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "measure", rename_all = "snake_case")]
pub enum Measure {
    /// The value or less.
    AtMost {
        /// The highest value that succeeds.
        value: Decimal,
    },
    /// The value or more.
    AtLeast {
        /// The lowest value that succeeds.
        value: Decimal,
    },
    /// Whatever the agreement promises for that period; where it promises nothing, nothing is proved.
    WithinTarget,
}

/// "p90 below 4 h in the two months after 1 March": a KPI and scope, a measure, and the periods that must meet it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// The KPI that will show it.
    pub kpi: KpiId,
    /// Whose figure of it.
    pub scope: Scope,
    /// What the value has to be.
    #[serde(flatten)]
    pub measure: Measure,
    /// How long each period is.
    pub every: PeriodKind,
    /// The first period is the first that begins on this local date or later.
    pub after: NaiveDate,
    /// How many periods in a row have to meet it.
    pub periods: u32,
}

/// What the measurements say of a criterion so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "progress", rename_all = "snake_case")]
pub enum Progress {
    /// Not all named periods have been assessed.
    Pending {
        /// How many of them have met it.
        met: u32,
    },
    /// Every named period met it.
    Met,
    /// One did not.
    Failed {
        /// The first that did not.
        period: Period,
        /// What was measured there; nothing when it was assessed without data.
        value: Option<Decimal>,
    },
}

impl Criterion {
    /// Whether it can prove anything about a deviation.
    ///
    /// # Errors
    /// [`ACTION_CRITERION`], naming the field.
    pub fn check(&self, deviation: &Deviation) -> Verdict<()> {
        if !(1..=MOST_PERIODS).contains(&self.periods) {
            let message = format!("{} periods are named; name 1 to {MOST_PERIODS}", self.periods);
            return Err(ACTION_CRITERION.refuse_field("criterion.periods", message).into());
        }
        if !(1901..2165).contains(&self.after.year()) {
            let message = format!("{} is out of range; name a date between 1901 and 2164", self.after);
            return Err(ACTION_CRITERION.refuse_field("criterion.after", message).into());
        }
        let (first, last) = (self.first(), deviation.period.last());
        if first.first() <= last {
            let message = format!("{first} begins before {} has ended; name a date after {last}", deviation.period);
            return Err(ACTION_CRITERION.refuse_field("criterion.after", message).into());
        }
        Ok(())
    }

    /// The periods that have to meet it, in order.
    pub fn named(&self) -> impl Iterator<Item = Period> + use<> {
        let count = usize::try_from(self.periods).unwrap_or(usize::MAX);
        std::iter::successors(Some(self.first()), |period| Some(period.next())).take(count)
    }

    fn first(&self) -> Period {
        let around = Period::of(self.every, self.after);
        if around.first() < self.after { around.next() } else { around }
    }

    /// What the figures of ended, assessed periods say. A period nobody has assessed is pending; one that was assessed
    /// without data fails, because silence proves nothing. The first failure decides, whatever else is pending.
    #[must_use]
    pub fn judge<'a>(&self, assessed: impl IntoIterator<Item = &'a AssessedCell>) -> Progress {
        let named: Vec<Period> = self.named().collect();
        let mut found: Vec<Option<&AssessedCell>> = vec![None; named.len()];
        for cell in assessed {
            let ours = (cell.kpi, cell.scope) == (self.kpi, self.scope);
            if let Some(place) = named.iter().position(|period| ours && *period == cell.period) {
                found[place].get_or_insert(cell);
            }
        }
        let mut met = 0;
        for cell in found.into_iter().flatten() {
            if !self.holds(cell) {
                return Progress::Failed { period: cell.period, value: cell.figures.value };
            }
            met += 1;
        }
        if met == self.periods { Progress::Met } else { Progress::Pending { met } }
    }

    /// The figures it asks for.
    pub fn keys(&self) -> impl Iterator<Item = Key> + use<> {
        let (kpi, scope) = (self.kpi, self.scope);
        self.named().map(move |period| Key { kpi, scope, period })
    }

    fn holds(&self, cell: &AssessedCell) -> bool {
        cell.figures.value.is_some_and(|value| match self.measure {
            Measure::AtMost { value: most } => value <= most,
            Measure::AtLeast { value: least } => value >= least,
            Measure::WithinTarget => cell.verdict == CellVerdict::Met,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::*;
    use super::*;
    use proptest::prelude::*;

    fn progress(measure: Measure, figures: &[(&str, Option<i32>)]) -> Progress {
        let cells: Vec<_> = figures.iter().map(|(label, value)| figure(label, *value)).collect();
        Criterion { measure, ..criterion(2) }.judge(&cells)
    }

    #[test]
    fn the_named_periods_begin_on_the_date_or_later() {
        let named = |every, after: &str, periods| {
            let criterion = Criterion { every, after: after.parse().unwrap(), periods, ..criterion(1) };
            criterion.named().map(|period| period.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(named(PeriodKind::Month, "2026-03-01", 2), ["2026-03", "2026-04"]);
        assert_eq!(named(PeriodKind::Month, "2026-03-02", 2), ["2026-04", "2026-05"]);
        assert_eq!(named(PeriodKind::Week, "2026-03-02", 1), ["2026-W10"]);
        assert_eq!(named(PeriodKind::Quarter, "2026-02-28", 3), ["2026-Q2", "2026-Q3", "2026-Q4"]);
    }

    #[test]
    fn only_measured_periods_prove_and_silence_fails() {
        let least = Measure::AtLeast { value: Decimal::whole(92) };
        let most = Measure::AtMost { value: Decimal::whole(92) };
        let failed =
            |label, value: Option<i32>| Progress::Failed { period: period(label), value: value.map(Decimal::whole) };
        type Case<'a> = (Measure, &'a [(&'a str, Option<i32>)], Progress);
        let cases: &[Case] = &[
            (least, &[], Progress::Pending { met: 0 }),
            (least, &[("2026-03", Some(99)), ("2026-06", Some(1))], Progress::Pending { met: 0 }),
            (least, &[("2026-04", Some(92))], Progress::Pending { met: 1 }),
            (least, &[("2026-05", Some(92))], Progress::Pending { met: 1 }),
            (least, &[("2026-04", Some(92)), ("2026-05", Some(92))], Progress::Met),
            (least, &[("2026-04", Some(91))], failed("2026-04", Some(91))),
            (least, &[("2026-05", Some(91))], failed("2026-05", Some(91))),
            (least, &[("2026-05", Some(91)), ("2026-04", Some(90))], failed("2026-04", Some(90))),
            (least, &[("2026-04", Some(99)), ("2026-05", None)], failed("2026-05", None)),
            (most, &[("2026-04", Some(92)), ("2026-05", Some(93))], failed("2026-05", Some(93))),
            (most, &[("2026-04", Some(92)), ("2026-05", Some(0))], Progress::Met),
            (most, &[("2026-04", None)], failed("2026-04", None)),
            (Measure::WithinTarget, &[("2026-04", Some(95)), ("2026-05", Some(96))], Progress::Met),
            (Measure::WithinTarget, &[("2026-04", Some(94))], failed("2026-04", Some(94))),
        ];
        for (measure, figures, expected) in cases {
            assert_eq!(progress(*measure, figures), *expected, "{measure:?} {figures:?}");
        }
    }

    #[test]
    fn another_scope_or_a_period_without_a_target_proves_nothing() {
        let elsewhere = AssessedCell { scope: Scope::JOINT, ..figure("2026-04", Some(99)) };
        assert_eq!(criterion(1).judge([&elsewhere]), Progress::Pending { met: 0 });
        let unpromised = cell("2026-04", Some(99), CellVerdict::NoTarget);
        let within = Criterion { measure: Measure::WithinTarget, ..criterion(1) };
        assert!(matches!(within.judge([&unpromised]), Progress::Failed { .. }));
    }

    #[test]
    fn a_criterion_names_later_periods_within_reason() {
        let fault =
            |criterion: Criterion| criterion.check(&missed()).map_err(|refusals| refusals.0[0].field.clone().unwrap());
        let after = |date: &str| Criterion { after: date.parse().unwrap(), ..criterion(2) };
        assert_eq!(fault(criterion(2)), Ok(()));
        assert_eq!(fault(criterion(0)), Err("criterion.periods".into()));
        assert_eq!(fault(criterion(25)), Err("criterion.periods".into()));
        assert_eq!(fault(after("2026-03-01")), Err("criterion.after".into()), "the period that missed proves nothing");
        assert_eq!(fault(after("2026-03-02")), Ok(()));
        assert_eq!(fault(after("9999-01-01")), Err("criterion.after".into()));
    }

    proptest! {
        #[test]
        fn met_is_every_named_period_holding_in_any_order(
            (periods, values, order) in (1_u32..6).prop_flat_map(|periods| {
                let count = periods as usize;
                let order = Just((0..count).collect::<Vec<_>>()).prop_shuffle();
                (Just(periods), prop::collection::vec(prop::option::of(85..100_i32), count), order)
            }),
            known in 0_usize..6,
        ) {
            let criterion = criterion(periods);
            let cells: Vec<_> = criterion.named().zip(&values).map(|(period, value)| figure(&period.to_string(), *value)).collect();
            let shown: Vec<_> = order.iter().take(known).map(|place| &cells[*place]).collect();
            let holds = |cell: &&AssessedCell| cell.figures.value.is_some_and(|value| value >= Decimal::whole(92));
            match criterion.judge(shown.iter().copied()) {
                Progress::Met => prop_assert!(shown.len() == cells.len() && shown.iter().all(holds)),
                Progress::Pending { met } => prop_assert!(met as usize == shown.len() && shown.len() < cells.len() && shown.iter().all(holds)),
                Progress::Failed { period, .. } => prop_assert!(shown.iter().any(|cell| cell.period == period && !holds(cell))),
            }
        }
    }
}
