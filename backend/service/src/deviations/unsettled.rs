//! What is not settled yet, whole: for a coordination group's agenda, which conceals by itself what is not everybody's.

use super::store::{
    self, Sight,
    actions::{ActionFilter, Stored},
    deviations::{DeviationFilter, DeviationView},
};
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    deviations::Action,
    kernel::{ActionId, AgreementId, DeviationId, Moment},
};

/// So many of each are looked at, the latest first.
const MOST: i64 = 500;

/// A corrective action and since when there has been one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underway {
    /// The action.
    pub action: Action,
    /// When it was drafted.
    pub since: Moment,
}

impl From<Stored> for Underway {
    fn from(stored: Stored) -> Self {
        Self { action: stored.action, since: stored.created_at }
    }
}

/// Every deviation of an agreement that is not closed. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn open_deviations(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<DeviationView>> {
    let states = Some(vec!["open", "reviewed", "acting", "verifying"]);
    let filter = DeviationFilter { states, ..DeviationFilter::default() };
    store::deviations::list(tx, agreement, &Sight::All, &filter, None, MOST)
}

/// Some deviations. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn these_deviations(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    ids: &[DeviationId],
) -> Outcome<Vec<DeviationView>> {
    store::deviations::by_ids(tx, agreement, ids)
}

/// Every corrective action of an agreement that is proposed or under way. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn open_actions(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Underway>> {
    let states = Some(vec!["proposed", "acting", "verifying"]);
    let filter = ActionFilter { states, ..ActionFilter::default() };
    let found = store::actions::list(tx, agreement, (&Sight::All, &[]), &filter, None, MOST)?;
    Ok(found.into_iter().map(Underway::from).collect())
}

/// Some corrective actions. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn these_actions(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[ActionId]) -> Outcome<Vec<Underway>> {
    Ok(store::actions::by_ids(tx, agreement, ids)?.into_iter().map(Underway::from).collect())
}
