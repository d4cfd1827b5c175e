//! Companies of the instance.

pub mod store;

use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{companies::Company, kernel::CompanyId};

/// A company with which the actor shares an agreement; the operator sees every one.
///
/// # Errors
/// Not found for anybody else.
pub fn company(tx: &mut Tx<'_>, id: CompanyId) -> Outcome<Company> {
    let found = if tx.actor().operates() {
        store::by_ids(tx, &[id])?.pop()
    } else {
        let own = tx.actor().agreements();
        store::sharing(tx, id, &own)?
    };
    found.ok_or_else(|| Denial::NotFound.into())
}
