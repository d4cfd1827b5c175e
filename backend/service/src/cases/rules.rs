//! The rules under which an agreement's cases stand: every version of its terms that has been in force.

use crate::{
    agreements::{self, AgreementView},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Digest, Version},
    cases::{Rulebook, Rulebooks, codes},
    kernel::AgreementId,
};
use std::sync::Arc;

/// The rulebooks of an agreement. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// `CASE_HANDLING` when no version that has been in force says how cases are handled.
pub fn rulebooks(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Arc<Rulebooks>> {
    let agreement = view.agreement.id;
    tx.once(agreement, |tx| {
        let mut books = Vec::new();
        for version in view.agreement.versions.iter().filter(|version| version.was_active()) {
            if let Some(book) = rulebook(tx, agreement, version)?.as_ref() {
                books.push((view.terms.zone.start_of(version.effective_from), book.clone()));
            }
        }
        let known = Rulebooks::new(books);
        known.map(Arc::new).ok_or_else(|| codes::CASE_HANDLING.refuse(codes::CASE_HANDLING.meaning).into())
    })
}

/// The rulebook of one version, made once for all who ask.
fn rulebook(tx: &mut Tx<'_>, agreement: AgreementId, version: &Version) -> Outcome<Arc<Option<Arc<Rulebook>>>> {
    let key = Digest::of(&format!("rulebook of {}", version.digest));
    let database = tx.database();
    database.remember(key.0, || {
        let terms = agreements::terms_of_version(tx, agreement, version.number)?;
        Ok(Rulebook::of(&terms).map(Arc::new))
    })
}
