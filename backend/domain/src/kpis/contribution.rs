//! Contributions: how much of the joint gap to the target each part carries. They sum to the gap, to the millionth.

use super::joint::{Own, pool};
use super::standing::Gap;
use super::{Bucket, Direction, JointMethod, Kpi, KpiKind};
use crate::kernel::{CompanyId, Decimal};

/// What one company, or one cell, carries of the joint gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// In the unit of the joint figure; above nought when it widens the gap.
    pub value: Decimal,
    /// Whether the gap closes by this much when the part reaches its target; where figures do not add up (worst,
    /// series, quantile) the gap is shared out by a rule instead.
    pub additive: bool,
}

/// A part of the gap as a fraction in millionths; all parts of one gap have one denominator.
struct Shares {
    numerators: Vec<i128>,
    denominator: i128,
    additive: bool,
}

/// A pooled ratio's or mean's gap over any parts of the pool: (target × total of the part - good of the part) / total.
pub(super) fn of_pool(kind: KpiKind, gap: Gap, parts: &[&Bucket]) -> Option<Vec<Contribution>> {
    let scale = i128::from(Decimal::SCALE);
    let line = |bucket: &Bucket| match kind {
        KpiKind::Ratio => Some((bucket.good.checked_mul(scale)?, bucket.total)),
        KpiKind::Mean => Some(bucket.valued.map_or((0, 0), |all| (all.weighted, all.weight))),
        _ => None,
    };
    let lines: Vec<(i128, i128)> = parts.iter().map(|bucket| line(bucket)).collect::<Option<_>>()?;
    let share = |(good, total): &(i128, i128)| Some((gap.edge.checked_mul(*total)?.checked_sub(*good)?) * gap.sign);
    let numerators = lines.iter().map(share).collect::<Option<_>>()?;
    let denominator = lines.iter().map(|(_, total)| total).sum();
    spread(gap, Shares { numerators, denominator, additive: true })
}

/// The joint gap over the companies that should or did report.
pub(super) fn of_companies(
    kpi: &Kpi,
    gap: Gap,
    companies: &[(CompanyId, Option<&Bucket>)],
    met: impl Fn(CompanyId) -> bool,
) -> Option<Vec<Contribution>> {
    let owns: Vec<Own> =
        companies.iter().map(|(company, bucket)| (*company, bucket.and_then(|all| all.figure(kpi.kind)))).collect();
    let shares = match (kpi.joint, kpi.kind) {
        (JointMethod::Pooled, KpiKind::Ratio | KpiKind::Mean) => {
            let nothing = Bucket::new(false);
            let parts: Vec<&Bucket> = companies.iter().map(|(_, bucket)| bucket.unwrap_or(&nothing)).collect();
            return of_pool(kpi.kind, gap, &parts);
        }
        (JointMethod::Pooled, KpiKind::Sum | KpiKind::Count) => amounts(kpi, gap, &owns)?,
        (JointMethod::Pooled, KpiKind::Quantile(_)) => left_out(kpi, gap, companies)?,
        (JointMethod::Pooled, KpiKind::Last) => return None,
        (JointMethod::Weighted, _) => weighted(kpi, gap, &owns),
        (JointMethod::Worst, _) => worst(kpi.direction, gap, &owns)?,
        (JointMethod::Series, _) => chain(kpi, gap, &owns)?,
        (JointMethod::AllMust, _) => failing(companies, met),
    };
    spread(gap, shares)
}

/// Sum and count: the target is shared out by weight, or evenly where the agreement names no weights.
fn amounts(kpi: &Kpi, gap: Gap, owns: &[Own]) -> Option<Shares> {
    let weights: Vec<i128> = owns.iter().map(|(company, _)| weight(kpi, *company)).collect();
    let denominator: i128 = weights.iter().sum();
    let share = |(weight, (_, figure)): (&i128, &Own)| {
        let amount = figure.map_or(0, |figure| figure.round().wide());
        Some((gap.edge.checked_mul(*weight)?.checked_sub(amount.checked_mul(denominator)?)?) * gap.sign)
    };
    let numerators = weights.iter().zip(owns).map(share).collect::<Option<_>>()?;
    Some(Shares { numerators, denominator, additive: true })
}

fn weight(kpi: &Kpi, company: CompanyId) -> i128 {
    if kpi.weights.is_empty() { 1 } else { kpi.weight_of(company).wide() }
}

/// Weighted: weight × (target - figure) / sum of the weights.
fn weighted(kpi: &Kpi, gap: Gap, owns: &[Own]) -> Shares {
    let part = |(company, figure): &Own| {
        figure.map_or((0, 0), |figure| (kpi.weight_of(*company).wide(), figure.round().wide()))
    };
    let parts: Vec<(i128, i128)> = owns.iter().map(part).collect();
    Shares {
        numerators: parts.iter().map(|(weight, value)| weight * (gap.edge - value) * gap.sign).collect(),
        denominator: parts.iter().map(|(weight, _)| weight).sum(),
        additive: true,
    }
}

/// Worst: the whole gap is the worst company's, or theirs who tie for it.
fn worst(direction: Direction, gap: Gap, owns: &[Own]) -> Option<Shares> {
    let figures = || owns.iter().filter_map(|(_, figure)| *figure);
    let worst = if direction == Direction::Lower { figures().max() } else { figures().min() }?;
    Some(evenly(gap, owns.iter().map(|(_, figure)| *figure == Some(worst)).collect()))
}

fn evenly(gap: Gap, carries: Vec<bool>) -> Shares {
    let denominator = carries.iter().map(|carries| i128::from(*carries)).sum();
    Shares {
        numerators: carries.into_iter().map(|carries| gap.size * i128::from(carries)).collect(),
        denominator,
        additive: false,
    }
}

/// All must: each company that does not meet its target carries its place among all.
fn failing(companies: &[(CompanyId, Option<&Bucket>)], met: impl Fn(CompanyId) -> bool) -> Shares {
    let fails = |(company, _): &(CompanyId, Option<&Bucket>)| i128::from(Decimal::SCALE) * i128::from(!met(*company));
    Shares { numerators: companies.iter().map(fails).collect(), denominator: companies.len() as i128, additive: true }
}

/// Series: the log of the gap adds up over the links, and is put back in proportion (the logarithmic mean of target
/// and figure). A link of nought breaks the chain alone.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)]
fn chain(kpi: &Kpi, gap: Gap, owns: &[Own]) -> Option<Shares> {
    let links: Vec<f64> =
        owns.iter().map(|(_, figure)| Some(figure.as_ref()?.round().approximate())).collect::<Option<_>>()?;
    if links.iter().any(|link| *link <= 0.0) || gap.edge <= 0 {
        let broken = links.iter().map(|link| *link <= 0.0).collect();
        return (gap.edge > 0).then(|| evenly(gap, broken));
    }
    let weights: Vec<f64> = owns.iter().map(|(company, _)| weight(kpi, *company) as f64).collect();
    let target = gap.edge as f64 / Decimal::SCALE as f64;
    let log_gap = target.ln() - links.iter().map(|link| link.ln()).sum::<f64>();
    let size = gap.size as f64 / Decimal::SCALE as f64;
    let mean = if gap.size == 0 || log_gap.abs() < 1e-9 { target } else { size / log_gap };
    let whole: f64 = weights.iter().sum();
    let fine = 1e12;
    let share =
        |(weight, link): (&f64, &f64)| ((target.ln() * weight / whole - link.ln()) * mean * fine).round() as i128;
    let numerators = weights.iter().zip(&links).map(share).collect();
    Some(Shares { numerators, denominator: i128::from(Decimal::SCALE), additive: false })
}

/// Quantile: how much better the pool would be without each company, put in proportion to the gap; where leaving out
/// any one changes nothing, in proportion to the number of facts.
fn left_out(kpi: &Kpi, gap: Gap, companies: &[(CompanyId, Option<&Bucket>)]) -> Option<Shares> {
    let nothing = Bucket::new(true);
    let buckets: Vec<&Bucket> = companies.iter().map(|(_, bucket)| bucket.unwrap_or(&nothing)).collect();
    let shown = |pool: &Bucket| pool.figure(kpi.kind).map(|figure| figure.round().wide());
    let whole = shown(&pool(buckets.iter().copied())?)?;
    let toward = gap.sign * if gap.size < 0 { -1 } else { 1 };
    let harm = |rest: &Bucket| shown(rest).map_or(0, |without| ((without - whole) * toward).max(0));
    let mut harms: Vec<i128> = without_each(&buckets).iter().map(harm).collect();
    if harms.iter().all(|harm| *harm == 0) {
        harms = buckets.iter().map(|bucket| i128::from(bucket.count())).collect();
    }
    let numerators = harms.iter().map(|harm| gap.size.checked_mul(*harm)).collect::<Option<_>>()?;
    Some(Shares { numerators, denominator: harms.iter().sum(), additive: false })
}

/// The pool without each bucket in turn: what stands before it and what stands behind it, merged once each.
fn without_each(buckets: &[&Bucket]) -> Vec<Bucket> {
    let mut behind = vec![Bucket::new(true)];
    for bucket in buckets.iter().skip(1).rev() {
        let mut pool = behind[behind.len() - 1].clone();
        pool.merge(bucket);
        behind.push(pool);
    }
    let mut before = Bucket::new(true);
    let rest = |(bucket, mut rest): (&&Bucket, Bucket)| {
        rest.merge(&before);
        before.merge(bucket);
        rest
    };
    buckets.iter().zip(behind.into_iter().rev()).map(rest).collect()
}

/// Rounds the parts down and hands what is left of the gap to the largest remainders, the first of equals first.
fn spread(gap: Gap, shares: Shares) -> Option<Vec<Contribution>> {
    let Shares { numerators, denominator, additive } = shares;
    if denominator <= 0 {
        return None;
    }
    let mut parts: Vec<i128> = numerators.iter().map(|part| part.div_euclid(denominator)).collect();
    let mut places: Vec<usize> = (0..parts.len()).collect();
    places.sort_by_key(|place| std::cmp::Reverse(numerators[*place].rem_euclid(denominator)));
    let left = gap.size - parts.iter().sum::<i128>();
    let (each, extra) = (left.div_euclid(parts.len() as i128), left.rem_euclid(parts.len() as i128));
    for (turn, place) in places.into_iter().enumerate() {
        parts[place] += each + i128::from((turn as i128) < extra);
    }
    Some(parts.into_iter().map(|part| Contribution { value: Decimal::clamped(part), additive }).collect())
}

#[cfg(test)]
#[path = "contribution_tests.rs"]
mod tests;
