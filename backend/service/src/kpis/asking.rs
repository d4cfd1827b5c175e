//! What partners ask for by names: the last of some periods, and the codes of KPIs, companies and services.

use super::{scoring::Ask, store::Wish};
use concordat_domain::{
    agreements::Terms,
    kernel::{CompanyId, KpiId, Period, ServiceId, Verdict},
    kpis::{By, codes},
};
use std::collections::BTreeSet;

/// Codes that narrow a question. A code that the agreement does not know has no figures and no measurements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// These KPIs only.
    pub kpis: Option<Vec<String>>,
    /// These companies only.
    pub companies: Option<Vec<String>>,
    /// These services only.
    pub services: Option<Vec<String>>,
}

impl Codes {
    fn kpis(&self, terms: &Terms) -> Option<BTreeSet<KpiId>> {
        named(self.kpis.as_ref(), |code| terms.kpi_named(code).map(|kpi| kpi.id))
    }

    fn companies(&self, terms: &Terms) -> Option<BTreeSet<CompanyId>> {
        named(self.companies.as_ref(), |code| terms.company_named(code).map(|company| company.id))
    }

    fn services(&self, terms: &Terms) -> Option<BTreeSet<ServiceId>> {
        named(self.services.as_ref(), |code| terms.service_named(code).map(|service| service.id))
    }
}

fn named<T: Ord>(codes: Option<&Vec<String>>, id: impl Fn(&str) -> Option<T>) -> Option<BTreeSet<T>> {
    codes.map(|codes| codes.iter().filter_map(|code| id(code)).collect())
}

impl Ask {
    /// So many periods of one length, of which the last one is named.
    ///
    /// # Errors
    /// [`codes::SCORECARD_PERIODS`] for what is no period, or too many.
    pub fn until(last: &str, count: i32, by: By) -> Verdict<Self> {
        let refuse = |field: &str, message: String| codes::SCORECARD_PERIODS.refuse_field(field, message);
        let last = Period::parse(last).map_err(|error| refuse("period", error.to_string()))?;
        let count = usize::try_from(count).ok().filter(|count| (1..=Self::PERIODS).contains(count));
        let count = count.ok_or_else(|| refuse("periods", codes::SCORECARD_PERIODS.meaning.to_owned()))?;
        let back = std::iter::successors(Some(last), |period| Some(period.previous())).take(count);
        let mut periods: Vec<Period> = back.collect();
        periods.reverse();
        Ok(Self::of(periods, by))
    }

    /// The same for what some codes name only.
    #[must_use]
    pub fn only(mut self, terms: &Terms, codes: &Codes) -> Self {
        (self.kpis, self.companies, self.services) = (codes.kpis(terms), codes.companies(terms), codes.services(terms));
        self
    }
}

impl Wish {
    /// The measurements of what some codes name.
    #[must_use]
    pub fn only(terms: &Terms, codes: &Codes) -> Self {
        let (kpis, companies, services) = (codes.kpis(terms), codes.companies(terms), codes.services(terms));
        Self { kpis, companies, services, from: None, to: None }
    }
}
