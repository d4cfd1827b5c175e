//! At risk: the best figure a running period can still reach, when its target is out of reach already.
//!
//! The rule. So many facts as came in per day so far are taken to come in on every day that is left, and each of them
//! to be perfect: good for a ratio, 0 for values that cannot be below it, 1 for a share that is better when higher. The
//! target is out of reach when even that misses it. Where nothing is perfect (an amount, a score, a latest value, a
//! band) a period is at risk only when a sum or a count that should stay low has passed its target.

use super::{Bucket, Direction, Kpi, KpiKind, Unit};
use crate::kernel::{Decimal, Fraction};

/// How much of a period is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Days of which the facts are in, at least 1.
    pub past: u32,
    /// Days to come.
    pub left: u32,
}

/// The best figure this bucket can still reach; nothing when there is no telling.
pub(super) fn best_reachable(kpi: &Kpi, bucket: &Bucket, progress: Progress) -> Option<Fraction> {
    let (past, left) = (i128::from(progress.past.max(1)), i128::from(progress.left));
    let never_negative =
        matches!(kpi.unit, Unit::Share | Unit::Count | Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days);
    let lower = kpi.direction == Direction::Lower && never_negative;
    let higher = kpi.direction == Direction::Higher && kpi.unit == Unit::Share;
    match kpi.kind {
        KpiKind::Sum | KpiKind::Count if lower => bucket.figure(kpi.kind),
        KpiKind::Ratio if lower || higher => {
            let good = bucket.good.checked_mul(past)?;
            let more = if higher { bucket.total.checked_mul(left)? } else { 0 };
            Fraction::new(good.checked_add(more)?, bucket.total.checked_mul(past + left)?)
        }
        KpiKind::Mean if lower || higher => {
            let all = bucket.valued?;
            let weight = all.weight.checked_mul(i128::from(Decimal::SCALE))?;
            let more = if higher { weight.checked_mul(left)? } else { 0 };
            Fraction::new(all.weighted.checked_mul(past)?.checked_add(more)?, weight.checked_mul(past + left)?)
        }
        KpiKind::Quantile(p) if lower || higher => best_quantile(p, bucket, progress, lower),
        _ => None,
    }
}

/// The quantile after so many perfect values, which stand before all others (lower) or behind them (higher).
fn best_quantile(p: Decimal, bucket: &Bucket, progress: Progress, lower: bool) -> Option<Fraction> {
    let more = (u128::from(bucket.count()) * u128::from(progress.left)).div_ceil(u128::from(progress.past.max(1)));
    let more = u64::try_from(more).ok()?;
    let rank = super::quantile::nearest_rank(p, bucket.count().checked_add(more)?);
    let rank = if lower { rank.saturating_sub(more) } else { rank };
    let perfect = if lower { Decimal::ZERO } else { Decimal::ONE };
    let reached = if rank == 0 { None } else { bucket.ranked(rank) };
    (!bucket.is_empty()).then(|| reached.unwrap_or(perfect).into())
}

#[cfg(test)]
mod tests {
    use super::super::samples::{decimal, kpi};
    use super::super::{JointMethod, Reading};
    use super::*;
    use crate::kernel::Moment;

    fn values(texts: &[&str]) -> Bucket {
        let mut bucket = Bucket::new(true);
        let reading = |text: &str| Reading::Value { value: decimal(text), weight: Decimal::ONE };
        texts.iter().for_each(|text| bucket.add(Moment::EPOCH, reading(text)));
        bucket
    }

    fn best(kind: KpiKind, direction: Direction, unit: Unit, bucket: &Bucket, past: u32, left: u32) -> Option<String> {
        let kpi = Kpi { unit, ..kpi(kind, direction, JointMethod::Pooled) };
        best_reachable(&kpi, bucket, Progress { past, left }).map(|figure| figure.round().to_string())
    }

    #[test]
    fn the_days_left_are_taken_to_be_perfect() {
        use Direction::{Band, Higher, Lower};
        let mut ratio = Bucket::new(false);
        ratio.add(Moment::EPOCH, Reading::Ratio { good: decimal("8"), total: decimal("10") });
        let hours = values(&["4", "6"]);
        let third = KpiKind::Quantile(decimal("0.75"));
        for (kind, direction, unit, bucket, (past, left), shown) in [
            (KpiKind::Ratio, Higher, Unit::Share, &ratio, (10, 10), Some("0.9")),
            (KpiKind::Ratio, Higher, Unit::Share, &ratio, (10, 0), Some("0.8")),
            (KpiKind::Ratio, Lower, Unit::Share, &ratio, (10, 30), Some("0.2")),
            (KpiKind::Mean, Lower, Unit::Hours, &hours, (5, 5), Some("2.5")),
            (KpiKind::Mean, Higher, Unit::Hours, &hours, (5, 5), None),
            (KpiKind::Mean, Lower, Unit::Points, &hours, (5, 5), None),
            (KpiKind::Mean, Band, Unit::Hours, &hours, (5, 5), None),
            (KpiKind::Sum, Lower, Unit::Hours, &hours, (5, 5), Some("10")),
            (KpiKind::Sum, Higher, Unit::Hours, &hours, (5, 5), None),
            (KpiKind::Last, Lower, Unit::Hours, &hours, (5, 5), None),
            (third, Lower, Unit::Hours, &hours, (5, 5), Some("4")),
            (third, Lower, Unit::Hours, &hours, (5, 20), Some("0")),
        ] {
            let seen = best(kind, direction, unit, bucket, past, left);
            assert_eq!(seen.as_deref(), shown, "{kind:?} {direction:?} {unit:?} {past}+{left}");
        }
        let shares = values(&["0.5", "0.7"]);
        assert_eq!(
            best(KpiKind::Quantile(decimal("0.25")), Higher, Unit::Share, &shares, 1, 1).as_deref(),
            Some("0.5")
        );
        assert_eq!(best(third, Higher, Unit::Share, &shares, 1, 1).as_deref(), Some("1"));
    }
}
