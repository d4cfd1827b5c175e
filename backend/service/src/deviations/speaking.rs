//! Who decides, and for which company: always a named person, for a company for which they hold the role.

use super::view::Voice;
use crate::kernel::{Denial, Outcome, Tx};
use concordat_domain::{
    access::{Reach, Verb, Who, reach},
    deviations::By,
    kernel::{AgreementId, CompanyId},
};

/// The companies for which the actor holds a role that does `verb`: the employer first, then by age.
pub(super) fn companies(tx: &Tx<'_>, verb: Verb, agreement: AgreementId) -> Vec<CompanyId> {
    let grants = tx.actor().grants.iter();
    let able = grants.filter(|grant| grant.agreement == agreement && reach(Some(grant.role), verb) != Reach::None);
    let mut companies: Vec<CompanyId> = able.map(|grant| grant.company).collect();
    companies.sort_unstable();
    companies.dedup();
    if let Who::Person { company: employer, .. } = tx.actor().who {
        companies.sort_by_key(|company| *company != employer);
    }
    companies
}

/// The actor, speaking for a company; without one for the employer, or for the first company they can speak for.
///
/// # Errors
/// Forbidden for whoever is no person or cannot speak for that company.
pub(super) fn by(tx: &Tx<'_>, verb: Verb, agreement: AgreementId, company: Option<CompanyId>) -> Outcome<By> {
    let Some(person) = tx.actor().person() else { return Err(Denial::Forbidden.into()) };
    let able = companies(tx, verb, agreement);
    let chosen = match company {
        Some(company) => able.into_iter().find(|able| *able == company),
        None => able.into_iter().next(),
    };
    let company = chosen.ok_or(Denial::Forbidden)?;
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
