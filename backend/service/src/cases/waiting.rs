//! The answers for which cases wait, whole: for whoever reminds people of them and conceals by itself what is not everybody's.

use super::store;
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    agreements::CaseDisclosure,
    cases::Awaited,
    kernel::{AgreementId, CaseId, CompanyId},
};
use std::collections::{BTreeSet, HashMap};

/// So many are looked at, those that wait longest first.
const MOST: i64 = 500;

/// An answer for which a case waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The case.
    pub case: CaseId,
    /// Its reference.
    pub reference: String,
    /// The companies that took part in it.
    pub companies: BTreeSet<CompanyId>,
    /// What is awaited.
    pub awaited: Awaited,
}

/// What the cases of an agreement wait for. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn waiting(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Waiting>> {
    let awaited = store::awaited::list(tx, agreement, MOST)?;
    let ids: Vec<CaseId> = awaited.iter().map(|(case, _)| *case).collect::<BTreeSet<_>>().into_iter().collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = store::rows::by_ids(tx, agreement, &ids)?;
    let references: HashMap<CaseId, String> = rows.into_iter().map(|row| (row.id.into(), row.reference)).collect();
    let involved = took_part(tx, agreement, &ids)?;
    let waiting = |(case, awaited)| Waiting {
        case,
        reference: references.get(&case).cloned().unwrap_or_default(),
        companies: involved.get(&case).cloned().unwrap_or_default(),
        awaited,
    };
    Ok(awaited.into_iter().map(waiting).collect())
}

/// The companies that took part in some cases. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn took_part(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    cases: &[CaseId],
) -> Outcome<HashMap<CaseId, BTreeSet<CompanyId>>> {
    let mut companies: HashMap<CaseId, BTreeSet<CompanyId>> = HashMap::new();
    for (case, company) in store::rows::involved(tx, agreement, cases)? {
        companies.entry(case).or_default().insert(company);
    }
    Ok(companies)
}

/// Whether cases are disclosed to every party today.
pub(crate) fn disclosed(terms: &concordat_domain::agreements::Terms) -> bool {
    terms.handling.as_ref().is_some_and(|handling| handling.disclosure == CaseDisclosure::Open)
}
