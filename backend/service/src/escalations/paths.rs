//! The escalation paths of the terms in force, made ready once for all who ask.

use crate::{
    agreements::AgreementView,
    kernel::{No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{Digest, EscalationPath},
    escalations::Paths,
    kernel::CompanyId,
};
use std::sync::Arc;

/// The paths of an agreement's terms in force.
///
/// # Errors
/// A fault where the agreement has no such version.
pub(super) fn paths(tx: &Tx<'_>, view: &AgreementView) -> Outcome<Arc<Paths>> {
    let digest = view.terms.digest();
    let mut versions = view.agreement.versions.iter().rev();
    let version = versions.find(|version| version.digest == digest).map(|version| version.number);
    let version = version.ok_or_else(|| No::broken("terms of no version"))?;
    let key = Digest::of(&format!("escalation paths of {} {version} {digest}", view.agreement.id));
    tx.database().remember(key.0, || Ok(Paths::of(version, view.terms.clone())))
}

/// The path that matters of the actor's customer take, from the first day on: of the first customer for whom they speak,
/// or of nobody in particular.
///
/// # Errors
/// A fault of the database.
pub fn path_for(tx: &Tx<'_>, on: &Permitted<AgreementView>) -> Outcome<Option<EscalationPath>> {
    let mut customers = tx.speaks_for(Verb::CaseRate, on.agreement.id).into_iter();
    let customer: Option<CompanyId> = customers.next();
    Ok(paths(tx, on)?.path_for(customer).cloned())
}
