//! Companies of the instance.

pub mod store;

use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    companies::Company,
    kernel::{AgreementId, CompanyId},
};

/// A page of the instance's companies by code, after that code. For its operator.
///
/// # Errors
/// Denied to anybody else.
pub fn companies(tx: &mut Tx<'_>, after: Option<&str>, first: usize) -> Outcome<Vec<Company>> {
    if tx.actor().may(Verb::InstanceOperate, Place::shared(AgreementId::INSTANCE)) {
        store::page(tx, after.unwrap_or_default(), first)
    } else {
        Err(Denial::Forbidden.into())
    }
}

/// A company with which the actor shares an agreement; the operator sees every one.
///
/// # Errors
/// Not found for anybody else.
pub fn company(tx: &mut Tx<'_>, id: CompanyId) -> Outcome<Company> {
    let sees = |agreement: &AgreementId| tx.actor().may(Verb::CompanyView, Place::shared(*agreement));
    let found = if sees(&AgreementId::INSTANCE) {
        store::by_ids(tx, &[id])?.pop()
    } else {
        let mut own = tx.actor().agreements();
        own.retain(sees);
        store::sharing(tx, id, &own)?
    };
    found.ok_or_else(|| Denial::NotFound.into())
}
