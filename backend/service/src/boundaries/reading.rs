//! Finding boundaries: every party sees every one.

use super::{
    drawing::terms,
    store::{
        self,
        boundaries::{BoundaryFilter, BoundaryView},
    },
};
use crate::kernel::{Outcome, Permitted, Tx};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, BoundaryId},
};

/// A boundary by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn boundary(tx: &mut Tx<'_>, agreement: AgreementId, id: BoundaryId) -> Outcome<Permitted<BoundaryView>> {
    tx.permit(Verb::BoundaryView, (agreement, id))
}

/// A boundary that an expert of its company is about to change.
///
/// # Errors
/// Not found for whoever may not see it; forbidden for whoever is no expert of its company.
pub fn boundary_to_draw(tx: &mut Tx<'_>, agreement: AgreementId, id: BoundaryId) -> Outcome<Permitted<BoundaryView>> {
    tx.permit(Verb::BoundaryDraw, (agreement, id))
}

/// Some boundaries by their ids, in whatever order: with one statement.
///
/// # Errors
/// A fault of the database.
pub fn some(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[BoundaryId]) -> Outcome<Vec<Permitted<BoundaryView>>> {
    let found = store::boundaries::by_ids(tx, agreement, ids)?;
    Ok(tx.permit_seen(found))
}

/// An agreement's boundaries by code, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &BoundaryFilter,
    after: Option<&str>,
    first: usize,
) -> Outcome<Vec<Permitted<BoundaryView>>> {
    terms(tx, agreement)?;
    let limit = i64::try_from(first).unwrap_or(i64::MAX).saturating_add(1);
    let found = store::boundaries::list(tx, agreement, filter, after, limit)?;
    Ok(tx.permit_seen(found))
}

/// How many of them there are.
///
/// # Errors
/// As for [`list`].
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &BoundaryFilter) -> Outcome<i64> {
    terms(tx, agreement)?;
    store::boundaries::count(tx, agreement, filter)
}
