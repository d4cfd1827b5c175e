//! A KPI: what is measured, by whom, how it becomes one figure, what is promised and who may see it.

use super::codes;
use super::{Counted, Direction, Disclosure, JointMethod, KpiKind, Measure, Source, Target, Unit};
use crate::kernel::{CompanyId, Decimal, KpiId, Refusal, Refusals, ServiceId, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A KPI of one agreement, as its parties signed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kpi {
    /// Kept over all versions of the agreement.
    pub id: KpiId,
    /// The short name people and files use.
    pub code: String,
    /// The name people read.
    pub name: String,
    /// How facts become a figure.
    pub kind: KpiKind,
    /// What the figure is counted in.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Direction,
    /// How the companies' figures become the joint one.
    pub joint: JointMethod,
    /// Who sees whose figures.
    pub disclosure: Disclosure,
    /// Where the facts come from.
    #[serde(default)]
    pub source: Source,
    /// What is taken from the source, where it is one with measures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<Measure>,
    /// The KPI whose facts this one reads in its own way; nothing is reported for this one then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub facts_of: Option<KpiId>,
    /// The companies that report, and for which services.
    #[serde(default)]
    pub reporters: Vec<Reporter>,
    /// The services it is measured for; none means any.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// What the companies weigh against each other; one that is not named weighs nothing.
    #[serde(default)]
    pub weights: Vec<Weight>,
    /// What is promised, for whom and from when on.
    #[serde(default)]
    pub targets: Vec<Target>,
}

/// A company that reports a KPI.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reporter {
    /// The company.
    pub company: CompanyId,
    /// The services for which it reports; none means the KPI's.
    #[serde(default)]
    pub services: Vec<ServiceId>,
}

/// What one company weighs; only the proportions matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weight {
    /// The company.
    pub company: CompanyId,
    /// Its weight, above 0 and at most 1,000,000.
    pub weight: Decimal,
}

impl Kpi {
    /// The KPI under whose id the facts and their buckets are kept.
    #[must_use]
    pub fn facts(&self) -> KpiId {
        self.facts_of.unwrap_or(self.id)
    }

    /// The services for which a company is expected to report; empty when none is named, then any will do.
    #[must_use]
    pub fn expected_services(&self, company: CompanyId) -> &[ServiceId] {
        match self.reporters.iter().find(|reporter| reporter.company == company) {
            Some(reporter) if !reporter.services.is_empty() => &reporter.services,
            Some(_) => &self.services,
            None => &[],
        }
    }

    /// Whether the agreement lets this company report this KPI for this service.
    #[must_use]
    pub fn reports(&self, company: CompanyId, service: ServiceId) -> bool {
        let services = self.expected_services(company);
        self.source == Source::Reported
            && self.facts_of.is_none()
            && self.reporters.iter().any(|reporter| reporter.company == company)
            && (services.is_empty() || services.contains(&service))
    }

    /// What a company weighs in the joint figure, nought when the agreement names no weight for it.
    #[must_use]
    pub fn weight_of(&self, company: CompanyId) -> Decimal {
        let named = self.weights.iter().find(|weight| weight.company == company);
        named.map_or(Decimal::ZERO, |weight| weight.weight)
    }

    /// Whether its definition holds together, its targets included.
    ///
    /// # Errors
    /// Every reason why not, each with the path of the field below the KPI.
    pub fn check(&self) -> Verdict<()> {
        let mut problems = Vec::new();
        self.check_kind(&mut problems);
        self.check_measure(&mut problems);
        self.check_joint(&mut problems);
        self.check_reporters(&mut problems);
        super::target::check_all(self, &mut problems);
        if problems.is_empty() { Ok(()) } else { Err(Refusals(problems)) }
    }

    /// Whether it can read the facts of `base`, the KPI that `facts_of` names.
    ///
    /// # Errors
    /// [`codes::KPI_FACTS_OF`] when the two do not read the same kind of fact, or `base` borrows its facts itself.
    pub fn check_facts_of(&self, base: &Self) -> Verdict<()> {
        let refuse = |message: String| Err(codes::KPI_FACTS_OF.refuse_field("facts_of", message).into());
        let (code, other) = (&self.code, &base.code);
        if base.facts_of.is_some() || base.id == self.id {
            return refuse(format!(
                "{code} reads the facts of {other}, which has none of its own; name the KPI that has"
            ));
        }
        match (base.kind, self.kind) {
            (KpiKind::Ratio, KpiKind::Ratio | KpiKind::Count) | (_, KpiKind::Count) => Ok(()),
            (KpiKind::Ratio, _) | (_, KpiKind::Ratio) => {
                refuse(format!("one of {code} and {other} counts good of total and the other reads values"))
            }
            (KpiKind::Count, _) => refuse(format!("the facts of {other} have no values for {code} to read")),
            _ => Ok(()),
        }
    }

    fn check_kind(&self, problems: &mut Vec<Refusal>) {
        if let KpiKind::Quantile(p) = self.kind
            && !(p > Decimal::ZERO && p < Decimal::ONE)
        {
            problems
                .push(codes::KPI_QUANTILE.refuse_field("p", format!("p is {p}; a quantile lies above 0 and below 1")));
        }
        let fitting = match self.kind {
            KpiKind::Ratio => self.unit == Unit::Share,
            KpiKind::Count => self.unit == Unit::Count,
            _ => true,
        };
        if !fitting {
            let unit = if self.kind == KpiKind::Ratio { "share" } else { "count" };
            problems.push(
                codes::KPI_UNIT.refuse_field("unit", format!("a figure of this kind is a {unit}; write `{unit}`")),
            );
        }
    }

    /// A KPI from a source with measures says which it takes, in a kind and unit that this can be counted in.
    fn check_measure(&self, problems: &mut Vec<Refusal>) {
        let source = self.source.name();
        let why = match self.measure {
            Some(_) if self.facts_of.is_some() => {
                Some("it reads the facts of another KPI; leave `measure` out".to_owned())
            }
            None if self.facts_of.is_none() && Measure::named_for(self.source) => {
                Some(format!("a KPI from {source} says what it takes from them; add its `measure`"))
            }
            Some(measure) if measure.source() != self.source => Some(format!(
                "this is taken from {0}; write `source: {0}` or leave the key out",
                measure.source().name()
            )),
            Some(measure) => unfit(measure, self.kind, self.unit).map(str::to_owned),
            None => None,
        };
        problems.extend(why.map(|why| codes::KPI_MEASURE.refuse_field("measure", why)));
    }

    fn check_joint(&self, problems: &mut Vec<Refusal>) {
        if let Some(why) = misfit(self.kind, self.unit, self.direction, self.joint) {
            problems.push(codes::KPI_JOINT_METHOD.refuse_field("joint", why));
        }
        let mut seen = BTreeSet::new();
        for (place, weight) in self.weights.iter().enumerate() {
            let range = weight.weight > Decimal::ZERO && weight.weight <= Decimal::whole(1_000_000);
            if !seen.insert(weight.company) || !range {
                let message = "each company has one weight, above 0 and at most 1,000,000";
                problems.push(codes::KPI_WEIGHTS.refuse_field(format!("weights.{place}"), message));
            }
        }
        let unweighted = self.reporters.iter().any(|reporter| !seen.contains(&reporter.company));
        if unweighted && (self.joint == JointMethod::Weighted || !self.weights.is_empty()) {
            problems.push(codes::KPI_WEIGHTS.refuse_field("weights", "a weight is missing for a company that reports"));
        }
    }

    fn check_reporters(&self, problems: &mut Vec<Refusal>) {
        let mut seen = BTreeSet::new();
        for (place, reporter) in self.reporters.iter().enumerate() {
            if !seen.insert(reporter.company) {
                let message = "this company is named twice; name it once with all its services";
                problems.push(codes::KPI_REPORTERS.refuse_field(format!("reporters.{place}"), message));
            }
            let foreign = |service: &ServiceId| !self.services.is_empty() && !self.services.contains(service);
            if reporter.services.iter().any(foreign) {
                let message = "it reports for a service for which the KPI is not measured";
                problems.push(codes::KPI_REPORTERS.refuse_field(format!("reporters.{place}.services"), message));
            }
        }
    }
}

/// Why what is taken cannot be counted this way, if it cannot.
fn unfit(measure: Measure, kind: KpiKind, unit: Unit) -> Option<&'static str> {
    let amounts = matches!(kind, KpiKind::Mean | KpiKind::Sum | KpiKind::Quantile(_));
    let times = matches!(unit, Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days);
    match measure.counted() {
        Counted::Share if kind != KpiKind::Ratio => Some("this is a share; write `kind: ratio` and `unit: share`"),
        Counted::Time | Counted::Number if !amounts => {
            Some("this is an amount; write `kind: mean`, `sum` or `quantile`")
        }
        Counted::Time if !times => Some("this is a time; write `unit: seconds`, `minutes`, `hours` or `days`"),
        Counted::Number if unit != Unit::Count => Some("this counts; write `unit: count`"),
        Counted::Share | Counted::Time | Counted::Number => None,
    }
}

/// Why companies cannot be combined this way, if they cannot.
fn misfit(kind: KpiKind, unit: Unit, direction: Direction, method: JointMethod) -> Option<&'static str> {
    use JointMethod::{AllMust, Pooled, Series, Weighted, Worst};
    match (method, kind) {
        (Pooled, KpiKind::Last) => Some("the latest values of several companies make no pool; take weighted or worst"),
        (Weighted, KpiKind::Sum | KpiKind::Count) => Some("amounts add up and are not averaged; take pooled"),
        (Weighted, KpiKind::Quantile(_)) => Some("a mean of quantiles is no quantile; take pooled, worst or all_must"),
        (Worst, _) if direction == Direction::Band => Some("a band has two ways to be bad; take all_must"),
        (Series, KpiKind::Sum | KpiKind::Count | KpiKind::Quantile(_)) => {
            Some("a chain multiplies shares; take it for a ratio, or for a mean or last value counted as a share")
        }
        (Series, _) if unit != Unit::Share => Some("a chain multiplies shares, so the unit has to be share"),
        (Series, _) if direction != Direction::Higher => Some("a chain multiplies shares of success: higher is better"),
        (Pooled | Weighted | Worst | Series | AllMust, _) => None,
    }
}

#[cfg(test)]
#[path = "kpi_tests.rs"]
mod tests;
