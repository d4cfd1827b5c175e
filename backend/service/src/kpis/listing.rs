//! Single measurements and their revisions, as far as the actor may see them.

use super::store::{self, After, Kept, Wish};
use crate::{
    agreements,
    kernel::{Denial, Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{AgreementId, CompanyId},
};
use std::collections::BTreeSet;

impl Kept {
    /// Its place in the list.
    #[must_use]
    pub fn after(&self) -> After {
        let measurement = &self.measurement;
        (measurement.fact.observed_at, measurement.source.clone(), measurement.source_key.clone())
    }
}

/// At most `first` measurements of an agreement, in order of observation, source and key.
///
/// # Errors
/// Not found for whoever may not see the agreement, forbidden for whoever may see no measurement, or a fault.
pub fn measurements(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    wish: &Wish,
    after: Option<&After>,
    first: usize,
) -> Outcome<Vec<Kept>> {
    agreements::agreement(tx, agreement)?;
    let mut wish = wish.clone();
    if let Some(own) = tx.actor().on_behalf(Verb::MeasurementView, agreement) {
        if own.is_empty() {
            return Err(Denial::Forbidden.into());
        }
        let wanted = |company: &CompanyId| wish.companies.as_ref().is_none_or(|wanted| wanted.contains(company));
        wish.companies = Some(own.into_iter().filter(wanted).collect());
    }
    store::listed(tx, agreement, &wish, after, i64::try_from(first).unwrap_or(i64::MAX))
}

/// The earlier values of some measurements, by source, key and revision. Of a measurement that was once another
/// company's, only what the actor may see.
///
/// # Errors
/// A fault of the database.
pub fn revisions(tx: &mut Tx<'_>, agreement: AgreementId, of: &[&Kept]) -> Outcome<Vec<Kept>> {
    let wanted: BTreeSet<(&str, &str)> =
        of.iter().map(|kept| (kept.measurement.source.as_str(), kept.measurement.source_key.as_str())).collect();
    let actor = tx.actor().clone();
    let mut found = store::earlier(tx, agreement, of)?;
    found.retain(|kept| {
        let measurement = &kept.measurement;
        wanted.contains(&(measurement.source.as_str(), measurement.source_key.as_str()))
            && actor.may(Verb::MeasurementView, Place::owned(agreement, measurement.fact.company))
    });
    Ok(found)
}
