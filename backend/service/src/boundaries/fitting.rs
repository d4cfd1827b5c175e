//! Whether what is promised to the customer can be kept along every way of take-over.

use super::{drawing::terms, grounding};
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    agreements::{ClockMeasure, ClockRule, Terms},
    boundaries::Fit,
    kernel::{AgreementId, CompanyId, ServiceId, Span},
};
use std::collections::BTreeMap;

/// The ways of a case of a service through the boundaries that hold now, against an end-to-end target: the shortest
/// resolution that is promised to the customer for the service, unless another one is given. What a company's own work
/// may take is the shortest resolution that it has promised for the service, or else its boundary's limit of response.
/// None where nothing is promised.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn fit(tx: &mut Tx<'_>, agreement: AgreementId, service: ServiceId, target: Option<Span>) -> Outcome<Option<Fit>> {
    let view = terms(tx, agreement)?;
    let Some(target) = target.or_else(|| promised(&view.terms, service, None)) else { return Ok(None) };
    let ground = grounding::ground(tx, &view)?;
    let own = |company: CompanyId| promised(&view.terms, service, Some(company));
    let targets: BTreeMap<_, _> =
        ground.boundaries.iter().filter_map(|drawn| Some((drawn.id, own(drawn.company)?))).collect();
    Ok(Some(Fit::of(&ground, service, tx.now(), target, &targets)))
}

/// The shortest resolution that a company has promised for a service, or all of them to the customer.
fn promised(terms: &Terms, service: ServiceId, company: Option<CompanyId>) -> Option<Span> {
    let above = grounding::above(terms, service);
    let fits = |rule: &&ClockRule| {
        rule.measure == ClockMeasure::Resolution
            && rule.company == company
            && (rule.services.is_empty() || rule.services.iter().any(|id| above.contains(id)))
    };
    terms.handling.as_ref()?.clocks.iter().filter(fits).map(|rule| rule.target).min()
}
