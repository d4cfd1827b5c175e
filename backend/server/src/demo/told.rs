//! What a company tells of one day: a measurement by the agreement's codes.

use chrono::{Days, NaiveDate};
use concordat_domain::{
    agreements::Terms,
    kernel::{Decimal, Moment, Verdict, Zone},
    kpis::{Measurement, Parts},
};
use concordat_service::kpis::{Reported, measurement};

/// One measurement, before anybody has looked its names up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The KPI's code.
    pub kpi: &'static str,
    /// The company's code.
    pub company: &'static str,
    /// The service's code.
    pub service: &'static str,
    /// The local date.
    pub date: NaiveDate,
    /// When it was observed.
    pub at: Moment,
    /// What was measured.
    pub parts: Parts,
    /// The company's system that it comes from.
    pub source: &'static str,
    /// Its key there.
    pub key: String,
}

impl Told {
    /// The measurement of the agreement.
    ///
    /// # Errors
    /// A name that the agreement does not know, or parts that do not fit the KPI's kind.
    pub fn measurement(&self, terms: &Terms) -> Verdict<Measurement> {
        measurement(
            terms,
            &Reported {
                kpi: self.kpi,
                company: self.company,
                service: self.service,
                observed_at: self.at,
                parts: self.parts,
                source: self.source,
                source_key: &self.key,
            },
        )
    }
}

/// Whom a series of measurements is about, and where they come from.
#[derive(Clone, Copy)]
pub(super) struct Series {
    pub(super) kpi: &'static str,
    pub(super) company: &'static str,
    pub(super) service: &'static str,
    pub(super) source: &'static str,
}

/// Takes down what is told, in the agreement's zone.
pub(super) struct Pen {
    pub(super) zone: Zone,
    pub(super) told: Vec<Told>,
}

impl Pen {
    /// Takes down a measurement of a minute of a local date; `mark` tells it from others of that day.
    pub(super) fn note(&mut self, of: Series, date: NaiveDate, minute: i64, mark: i64, parts: Parts) {
        let Series { kpi, company, service, source } = of;
        // a day on which the clocks go forward has an hour less
        let end = self.zone.start_of(date + Days::new(1)).plus_seconds(-60);
        let at = self.zone.start_of(date).plus_seconds(minute * 60).min(end);
        let key = format!("{kpi}/{company}/{service}/{date}/{mark}");
        self.told.push(Told { kpi, company, service, date, at, parts, source, key });
    }
}

/// A value in thousandths.
pub(super) fn value(thousandths: i64) -> Parts {
    Parts { value: Some(thousandth(thousandths)), ..Parts::default() }
}

/// So many good ones of a total.
pub(super) fn ratio(good: i64, total: i64) -> Parts {
    Parts { good: Some(thousandth(good * 1_000)), total: Some(thousandth(total * 1_000)), ..Parts::default() }
}

fn thousandth(number: i64) -> Decimal {
    Decimal::clamped(i128::from(number) * i128::from(Decimal::SCALE / 1_000))
}
