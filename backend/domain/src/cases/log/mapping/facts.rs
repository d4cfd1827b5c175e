//! What a case's last row says of KPIs.

use super::Mapper;
use super::field::{Field, Pattern, Record, known};
use crate::cases::log::{Names, codes, names::shown};
use crate::kernel::{CompanyId, Decimal, Moment, Verdict};
use crate::kpis::{self, Fact as KpiFact, Measurement, Parts, Reading};

/// A fact of a KPI, as the mapping has it.
#[derive(Clone, Debug)]
pub(super) struct Fact {
    pub(super) kpi: String,
    pub(super) at: usize,
    pub(super) company: Option<Field>,
    pub(super) service: Option<Field>,
    pub(super) measure: Measure,
}

/// What is measured.
#[derive(Clone, Debug)]
pub(super) enum Measure {
    /// One of one is good when the column has the text.
    Good(usize, Pattern),
    /// The column's number.
    Value(usize),
    /// The hours between two columns.
    Hours(usize, usize),
}

/// Whose case the row says it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whose<'a> {
    pub(super) case: &'a str,
    pub(super) company: Option<CompanyId>,
    pub(super) service: &'a str,
}

impl Mapper {
    /// What a row says of KPIs; a fact whose columns are empty is none.
    pub(super) fn facts(&self, names: Names<'_>, record: Record<'_>, whose: Whose<'_>) -> Vec<Verdict<Measurement>> {
        self.facts.iter().filter_map(|fact| self.fact(fact, names, record, whose).transpose()).collect()
    }

    fn fact(
        &self,
        fact: &Fact,
        names: Names<'_>,
        record: Record<'_>,
        whose: Whose<'_>,
    ) -> Verdict<Option<Measurement>> {
        let Some(parts) = self.parts(&fact.measure, record)? else { return Ok(None) };
        let at = known(record.text(fact.at), &self.missing);
        if at.is_empty() {
            return Ok(None);
        }
        let kpi = names.terms.kpi_named(&fact.kpi).ok_or_else(|| {
            let message = format!("the agreement knows no KPI {}", shown(&fact.kpi));
            kpis::codes::MEASUREMENT_KPI.refuse_field("kpi", message)
        })?;
        let company = match (&fact.company, whose.company) {
            (Some(field), _) => names.company("company", &field.take(record, &self.missing)?)?,
            (None, Some(company)) => company,
            (None, None) => names.company("company", "")?,
        };
        let service = match &fact.service {
            Some(field) => names.service(&field.take(record, &self.missing)?)?,
            None => names.service(whose.service)?,
        };
        let reading = Reading::of(kpi.kind, parts)?;
        let observed_at = self.times.read("at", at)?;
        let fact = KpiFact { kpi: kpi.id, company, service, observed_at, reading };
        let source_key = format!("{}/{}", whose.case, kpi.code);
        Ok(Some(Measurement { fact, source: self.source.clone(), source_key }))
    }

    fn parts(&self, measure: &Measure, record: Record<'_>) -> Verdict<Option<Parts>> {
        let text = |column: usize| known(record.text(column), &self.missing);
        match measure {
            Measure::Good(column, pattern) => {
                let good = if pattern.fits(text(*column)) { Decimal::ONE } else { Decimal::ZERO };
                let parts = Parts { good: Some(good), total: Some(Decimal::ONE), ..Parts::default() };
                Ok((!text(*column).is_empty()).then_some(parts))
            }
            Measure::Value(column) if text(*column).is_empty() => Ok(None),
            Measure::Value(column) => {
                let value = Decimal::parse(text(*column))
                    .map_err(|error| codes::CASE_LOG_FIELD.refuse_field("value", error.to_string()))?;
                Ok(Some(Parts { value: Some(value), ..Parts::default() }))
            }
            Measure::Hours(from, to) if text(*from).is_empty() || text(*to).is_empty() => Ok(None),
            Measure::Hours(from, to) => {
                let (from, to) = (self.times.read("from", text(*from))?, self.times.read("to", text(*to))?);
                Ok(Some(Parts { value: Some(hours(from, to)?), ..Parts::default() }))
            }
        }
    }
}

/// The hours from one time to another, to the millionth, half of one up.
fn hours(from: Moment, to: Moment) -> Verdict<Decimal> {
    if to < from {
        let message = format!("it ends at {to}, before it begins at {from}");
        return Err(codes::CASE_LOG_INTERVAL.refuse_field("hours", message).into());
    }
    let micros = i128::from(to.since(from).micros());
    Ok(Decimal::clamped((micros * 2 + 3_600) / 7_200))
}
