//! Who decides, and for which company: always a named person, for a company for which they hold the role.

use super::view::Voice;
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, By, CompanyId},
};

/// The actor, speaking for a company; without one for the employer, or for the first company they can speak for.
///
/// # Errors
/// Forbidden for whoever is no person or cannot speak for that company.
pub(super) fn by(tx: &Tx<'_>, verb: Verb, agreement: AgreementId, company: Option<CompanyId>) -> Outcome<By> {
    let (person, company) = tx.speaker(verb, agreement, company)?;
    Ok(By { person, company, at: tx.now() })
}

/// The actor, giving a company's own word.
///
/// # Errors
/// Forbidden for whoever may not do `verb` for the company.
pub(super) fn voice(tx: &Tx<'_>, verb: Verb, agreement: AgreementId, company: CompanyId) -> Outcome<By> {
    tx.permit_loaded(verb, Voice { agreement, company })?;
    by(tx, verb, agreement, Some(company))
}
