//! A company's own word: given by a named person who holds the role for that company.

use super::view::Voice;
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, By, CompanyId},
};

/// The actor, giving a company's own word.
///
/// # Errors
/// Forbidden for whoever may not do `verb` for the company.
pub(super) fn voice(tx: &Tx<'_>, verb: Verb, agreement: AgreementId, company: CompanyId) -> Outcome<By> {
    tx.permit_loaded(verb, Voice { agreement, company })?;
    tx.speaking(verb, agreement, Some(company))
}
