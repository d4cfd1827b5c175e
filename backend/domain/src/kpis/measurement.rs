//! A measurement: one fact that a company reports, or that is derived, for a KPI and a service.

use super::codes;
use super::{Kpi, KpiKind, Source, Unit};
use crate::kernel::{CompanyId, Decimal, KpiId, Moment, Refusal, Refusals, ServiceId, Verdict};
use serde::{Deserialize, Serialize};

/// What was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// A value, for every kind but ratio. The weight matters to a mean only and is 1 elsewhere.
    Value {
        /// The value, in the KPI's unit.
        value: Decimal,
        /// Above 0 and at most 1,000,000.
        weight: Decimal,
    },
    /// So many good ones of a total, for a ratio.
    Ratio {
        /// Not below 0, at most the total.
        good: Decimal,
        /// Not below 0.
        total: Decimal,
    },
    /// Something happened, for a count.
    Occurrence,
}

/// The parts of a reading as files and tables have them, any of which may be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The value.
    pub value: Option<Decimal>,
    /// The weight of a value.
    pub weight: Option<Decimal>,
    /// The good ones of a ratio.
    pub good: Option<Decimal>,
    /// The total of a ratio.
    pub total: Option<Decimal>,
}

/// What a rollup needs of a measurement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The KPI whose fact it is.
    pub kpi: KpiId,
    /// Whose work was measured.
    pub company: CompanyId,
    /// For which service.
    pub service: ServiceId,
    /// When it was observed; decides the period.
    pub observed_at: Moment,
    /// What was measured.
    pub reading: Reading,
}

/// A fact with its origin; the agreement keeps one value for each source and key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The fact.
    pub fact: Fact,
    /// The system it comes from.
    pub source: String,
    /// Its key there: the same again changes nothing, another value is a correction.
    pub source_key: String,
}

impl Reading {
    /// Reads the parts that a KPI of this kind takes.
    ///
    /// # Errors
    /// [`codes::MEASUREMENT_FORM`] when a part is missing or too many, [`codes::MEASUREMENT_RATIO`] and
    /// [`codes::MEASUREMENT_WEIGHT`] when one is out of range.
    pub fn of(kind: KpiKind, parts: Parts) -> Verdict<Self> {
        let form = |message: &str| Err(codes::MEASUREMENT_FORM.refuse(message).into());
        match (kind, parts) {
            (KpiKind::Ratio, Parts { value: None, weight: None, good: Some(good), total: Some(total) }) => {
                if good < Decimal::ZERO || good > total {
                    let message = format!("good is {good} of a total of {total}; it lies between 0 and the total");
                    return Err(codes::MEASUREMENT_RATIO.refuse_field("good", message).into());
                }
                Ok(Self::Ratio { good, total })
            }
            (KpiKind::Ratio, _) => form("a ratio takes good and total, and neither value nor weight"),
            (_, Parts { good: Some(_), .. } | Parts { total: Some(_), .. }) => {
                form("only a ratio takes good and total")
            }
            (KpiKind::Count, Parts { value: None, weight: None, .. }) => Ok(Self::Occurrence),
            (KpiKind::Count, _) => form("a count takes no value: each measurement counts once"),
            (_, Parts { value: None, .. }) => form("the value is missing"),
            (KpiKind::Mean, Parts { value: Some(value), weight, .. }) => {
                let weight = weight.unwrap_or(Decimal::ONE);
                if weight <= Decimal::ZERO || weight > Decimal::whole(1_000_000) {
                    let message = format!("the weight is {weight}; it lies above 0 and is at most 1,000,000");
                    return Err(codes::MEASUREMENT_WEIGHT.refuse_field("weight", message).into());
                }
                Ok(Self::Value { value, weight })
            }
            (_, Parts { weight: Some(_), .. }) => form("only a mean takes a weight"),
            (_, Parts { value: Some(value), .. }) => Ok(Self::Value { value, weight: Decimal::ONE }),
        }
    }

    /// The parts, as files and tables have them; a weight of 1 is left out.
    #[must_use]
    pub fn parts(self) -> Parts {
        match self {
            Self::Value { value, weight } => {
                Parts { value: Some(value), weight: (weight != Decimal::ONE).then_some(weight), ..Parts::default() }
            }
            Self::Ratio { good, total } => Parts { good: Some(good), total: Some(total), ..Parts::default() },
            Self::Occurrence => Parts::default(),
        }
    }

    /// The reading whose parts were kept: the way back from [`Reading::parts`].
    #[must_use]
    pub fn kept(parts: Parts) -> Self {
        match parts {
            Parts { good: Some(good), total: Some(total), .. } => Self::Ratio { good, total },
            Parts { value: Some(value), weight, .. } => Self::Value { value, weight: weight.unwrap_or(Decimal::ONE) },
            _ => Self::Occurrence,
        }
    }
}

impl Measurement {
    /// Whether the agreement wants this measurement of this KPI.
    ///
    /// # Errors
    /// Every reason why not: the company does not report it, the value does not fit the unit, the origin is no key.
    pub fn check(&self, kpi: &Kpi) -> Verdict<()> {
        let Fact { company, service, .. } = self.fact;
        let mut problems: Vec<Refusal> = Vec::new();
        if !kpi.reports(company, service) {
            let message = match (kpi.facts_of, kpi.source) {
                (Some(_), _) => format!("{} reads the facts of another KPI; report that one", kpi.code),
                (None, Source::Reported) => format!("this company does not report {} for this service", kpi.code),
                (None, _) => format!("{} is derived; nobody reports it", kpi.code),
            };
            problems.push(codes::MEASUREMENT_REPORTER.refuse_field("company", message));
        }
        if let Some(taken) = Source::ALL.iter().find(|one| one.is_derived() && one.name() == self.source) {
            let message = format!("{:?} is the source of what is derived; take a name of your own", taken.name());
            problems.push(codes::MEASUREMENT_SOURCE.refuse_field("source", message));
        }
        problems.extend(self.check_value(kpi).err().into_iter().flat_map(|why| why.0));
        if problems.is_empty() { Ok(()) } else { Err(Refusals(problems)) }
    }

    /// Whether the value fits the KPI and the origin is a key, whoever reports it.
    ///
    /// # Errors
    /// Every reason why not.
    pub fn check_value(&self, kpi: &Kpi) -> Verdict<()> {
        let reading = self.fact.reading;
        let mut problems: Vec<Refusal> = Vec::new();
        if let Reading::Value { value, .. } = reading
            && !allowed(kpi.unit, value)
        {
            let message = format!("{value} is out of range for {}", kpi.code);
            problems.push(codes::MEASUREMENT_VALUE.refuse_field("value", message));
        }
        for (field, text) in [("source", &self.source), ("source_key", &self.source_key)] {
            if text.is_empty() || text.chars().count() > 200 || text.chars().any(char::is_control) {
                let message = "write 1 to 200 characters and no control characters";
                problems.push(codes::MEASUREMENT_SOURCE.refuse_field(field, message));
            }
        }
        if problems.is_empty() { Ok(()) } else { Err(Refusals(problems)) }
    }
}

/// Whether a unit has such values.
fn allowed(unit: Unit, value: Decimal) -> bool {
    match unit {
        Unit::Share => (Decimal::ZERO..=Decimal::ONE).contains(&value),
        Unit::Count | Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days => value >= Decimal::ZERO,
        Unit::Percent | Unit::Points | Unit::Eur | Unit::Usd => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{company, decimal, kpi, service};
    use super::super::{Direction, JointMethod};
    use super::*;

    fn parts(texts: [&str; 4]) -> Parts {
        let [value, weight, good, total] = texts.map(|text| (!text.is_empty()).then(|| decimal(text)));
        Parts { value, weight, good, total }
    }

    #[test]
    fn each_kind_takes_its_own_parts() {
        let half = KpiKind::Quantile(decimal("0.5"));
        let cases = [
            (KpiKind::Ratio, ["", "", "3", "4"], ""),
            (KpiKind::Ratio, ["", "", "0", "0"], ""),
            (KpiKind::Ratio, ["", "", "5", "4"], "MEASUREMENT_RATIO"),
            (KpiKind::Ratio, ["", "", "-1", "4"], "MEASUREMENT_RATIO"),
            (KpiKind::Ratio, ["", "", "", "4"], "MEASUREMENT_FORM"),
            (KpiKind::Ratio, ["1", "", "3", "4"], "MEASUREMENT_FORM"),
            (KpiKind::Mean, ["2.5", "", "", ""], ""),
            (KpiKind::Mean, ["2.5", "3", "", ""], ""),
            (KpiKind::Mean, ["2.5", "0", "", ""], "MEASUREMENT_WEIGHT"),
            (KpiKind::Mean, ["2.5", "1000000.000001", "", ""], "MEASUREMENT_WEIGHT"),
            (KpiKind::Mean, ["", "", "", ""], "MEASUREMENT_FORM"),
            (KpiKind::Mean, ["1", "", "", "4"], "MEASUREMENT_FORM"),
            (KpiKind::Sum, ["-2", "", "", ""], ""),
            (KpiKind::Sum, ["2", "2", "", ""], "MEASUREMENT_FORM"),
            (KpiKind::Count, ["", "", "", ""], ""),
            (KpiKind::Count, ["1", "", "", ""], "MEASUREMENT_FORM"),
            (half, ["7", "", "", ""], ""),
            (KpiKind::Last, ["7", "", "", ""], ""),
        ];
        for (kind, texts, code) in cases {
            let read = Reading::of(kind, parts(texts));
            assert_eq!(read.as_ref().err().map_or("", |all| &all.0[0].code), code, "{kind:?} {texts:?}");
            if let Ok(reading) = read {
                assert_eq!(Reading::kept(reading.parts()), reading);
            }
        }
    }

    #[test]
    fn strangers_and_impossible_values_are_refused_together() {
        let kpi = kpi(KpiKind::Mean, Direction::Lower, JointMethod::Pooled);
        let reading = Reading::Value { value: decimal("-1"), weight: Decimal::ONE };
        let at = Moment::EPOCH;
        let fact = Fact { kpi: kpi.id, company: company(9), service: service(1), observed_at: at, reading };
        let refused = |source: &str, fact| {
            let measurement = Measurement { fact, source: source.into(), source_key: "k\n".into() };
            measurement.check(&kpi).unwrap_err().0.into_iter().map(|one| one.code.into_owned()).collect::<Vec<_>>()
        };
        let all = ["MEASUREMENT_REPORTER", "MEASUREMENT_VALUE", "MEASUREMENT_SOURCE", "MEASUREMENT_SOURCE"];
        assert_eq!(refused("", fact), all);
        let known = Fact { company: company(1), reading: Reading::Occurrence, ..fact };
        assert_eq!(refused("desk", known), ["MEASUREMENT_SOURCE"]);
    }
}
