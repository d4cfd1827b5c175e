//! The joint figure: how the companies' figures become one.

use super::{Bucket, Direction, JointMethod, Kpi};
use crate::kernel::{CompanyId, Decimal, Fraction};

/// A company's own figure; nothing when it reported nothing.
pub(super) type Own = (CompanyId, Option<Fraction>);

/// Digits a chain is multiplied with: eighteen after the point.
const CHAIN: i128 = 1_000_000_000_000_000_000;

/// All buckets in one pool.
pub(super) fn pool<'a>(buckets: impl IntoIterator<Item = &'a Bucket>) -> Option<Bucket> {
    let mut buckets = buckets.into_iter();
    let mut pool = buckets.next()?.clone();
    buckets.for_each(|bucket| pool.merge(bucket));
    Some(pool)
}

/// Combines the figures of the companies that should or did report, in order of company, by any method but `pooled`
/// and `all_must`, which need more than the figures.
pub(super) fn combine(kpi: &Kpi, owns: &[Own]) -> Option<Fraction> {
    let figures = || owns.iter().filter_map(|(_, figure)| *figure);
    match kpi.joint {
        JointMethod::Weighted => weighted(kpi, owns),
        JointMethod::Worst if kpi.direction == Direction::Lower => figures().max(),
        JointMethod::Worst => figures().min(),
        JointMethod::Series if owns.iter().all(|(_, figure)| figure.is_some()) => series(figures()),
        JointMethod::Series | JointMethod::Pooled | JointMethod::AllMust => None,
    }
}

/// Σ weight × figure / Σ weight over the companies with a figure, each to its six digits as it is shown.
fn weighted(kpi: &Kpi, owns: &[Own]) -> Option<Fraction> {
    let parts =
        || owns.iter().filter_map(|(company, figure)| Some((kpi.weight_of(*company).wide(), figure.as_ref()?.round())));
    let weight: i128 = parts().map(|(weight, _)| weight).sum();
    let sum: i128 = parts().map(|(weight, value)| weight * value.wide()).sum();
    Fraction::new(sum, weight * i128::from(Decimal::SCALE))
}

/// The product of the shares, cut to eighteen digits after each link.
fn series(figures: impl Iterator<Item = Fraction>) -> Option<Fraction> {
    let widened = |figure: Fraction| {
        figure.round().wide().clamp(0, i128::from(Decimal::SCALE)) * (CHAIN / i128::from(Decimal::SCALE))
    };
    let product = figures.map(widened).reduce(|product, link| product * link / CHAIN)?;
    Fraction::new(product, CHAIN)
}

#[cfg(test)]
mod tests {
    use super::super::samples::{company, decimal, kpi};
    use super::super::{KpiKind, Weight};
    use super::*;

    fn joint(method: JointMethod, direction: Direction, figures: &[&str]) -> Option<String> {
        let mut kpi = kpi(KpiKind::Mean, direction, method);
        kpi.weights = (1..=3).map(|n| Weight { company: company(n), weight: decimal(&n.to_string()) }).collect();
        let own =
            |(place, text): (usize, &&str)| (company(place as u128 + 1), Decimal::parse(text).ok().map(Into::into));
        let owns: Vec<Own> = figures.iter().enumerate().map(own).collect();
        combine(&kpi, &owns).map(|figure| figure.round().to_string())
    }

    #[test]
    fn methods_combine_as_the_glossary_says() {
        use Direction::{Higher, Lower};
        use JointMethod::{Series, Weighted, Worst};
        for (method, direction, figures, shown) in [
            (Weighted, Higher, ["1", "2", "3"], Some("2.333333")),
            (Weighted, Higher, ["1", "", "3"], Some("2.5")),
            (Weighted, Higher, ["", "", ""], None),
            (Worst, Higher, ["0.9", "", "0.7"], Some("0.7")),
            (Worst, Lower, ["3", "9", "4"], Some("9")),
            (Series, Higher, ["0.9", "0.9", "0.9"], Some("0.729")),
            (Series, Higher, ["0.999999", "0.999999", "1"], Some("0.999998")),
            (Series, Higher, ["0.9", "", "0.9"], None),
        ] {
            assert_eq!(joint(method, direction, &figures).as_deref(), shown, "{method:?} {figures:?}");
        }
    }
}
