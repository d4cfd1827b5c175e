//! What a file or a partner's system reports by names, as a measurement of the agreement.

use concordat_domain::{
    agreements::Terms,
    kernel::{Moment, Verdict},
    kpis::{Fact, Measurement, Parts, Reading, codes},
};

/// A measurement as it is reported: the agreement's own codes stand for what they name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reported<'a> {
    /// The KPI's code.
    pub kpi: &'a str,
    /// The company's code.
    pub company: &'a str,
    /// The service's code.
    pub service: &'a str,
    /// When it was observed.
    pub observed_at: Moment,
    /// What was measured.
    pub parts: Parts,
    /// The system it comes from.
    pub source: &'a str,
    /// Its key there.
    pub source_key: &'a str,
}

/// Looks the names up and reads the parts as the KPI's kind wants them.
///
/// # Errors
/// [`codes::MEASUREMENT_KPI`], [`codes::MEASUREMENT_COMPANY`], [`codes::MEASUREMENT_SERVICE`] for a name that the
/// agreement does not know; what [`Reading::of`] refuses.
pub fn measurement(terms: &Terms, reported: &Reported<'_>) -> Verdict<Measurement> {
    let shown = |name: &str| name.chars().take(64).collect::<String>();
    let unknown = |code: concordat_domain::kernel::Code, field: &str, name: &str| {
        code.refuse_field(field, format!("the agreement knows no {field} {:?}", shown(name)))
    };
    let kpi = terms.kpi_named(reported.kpi).ok_or_else(|| unknown(codes::MEASUREMENT_KPI, "kpi", reported.kpi))?;
    let company = terms
        .company_named(reported.company)
        .ok_or_else(|| unknown(codes::MEASUREMENT_COMPANY, "company", reported.company))?;
    let service = terms
        .service_named(reported.service)
        .ok_or_else(|| unknown(codes::MEASUREMENT_SERVICE, "service", reported.service))?;
    let reading = Reading::of(kpi.kind, reported.parts)?;
    let fact =
        Fact { kpi: kpi.id, company: company.id, service: service.id, observed_at: reported.observed_at, reading };
    Ok(Measurement { fact, source: reported.source.to_owned(), source_key: reported.source_key.to_owned() })
}
