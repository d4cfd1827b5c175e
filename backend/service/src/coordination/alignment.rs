//! The group assesses how well its companies are aligned, aspect by aspect.

use super::{store, vocabulary::taking_part};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    coordination::alignment::{ALIGNMENT_ASSESSED, Assessed, Finding},
    kernel::{AgreementId, CompanyId},
};
use serde_json::json;

/// What is to be recorded of a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessing<'a> {
    /// The company.
    pub company: CompanyId,
    /// The aspect's code.
    pub aspect: &'a str,
    /// From 0 to 4.
    pub score: i64,
    /// The local day of which it is; without it, today.
    pub on: Option<NaiveDate>,
    /// More about it, in words.
    pub note: Option<&'a str>,
}

/// Everything that was found of a company, the latest day first; nothing for whoever sees other companies' alignment only.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no company's alignment.
pub fn alignment(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId) -> Outcome<Vec<Assessed>> {
    tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    match tx.actor().on_behalf(Verb::AlignmentView, agreement) {
        Some(own) if own.is_empty() => Err(Denial::Forbidden.into()),
        Some(own) if !own.contains(&company) => Ok(Vec::new()),
        _ => store::alignment::list(tx, agreement, Some(company)),
    }
}

/// A coordinator records what the group found of another company. The same again changes nothing.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever is no coordinator; what [`Assessed::assess`]
/// refuses.
pub fn assess_alignment(tx: &mut Tx<'_>, agreement: AgreementId, found: Assessing<'_>) -> Outcome<Assessed> {
    let view = tx.permit::<AgreementView>(Verb::AlignmentAssess, agreement)?;
    let by = tx.speaking(Verb::AlignmentAssess, agreement, None)?;
    let today = view.terms.zone.date_of(tx.now());
    let bound = taking_part(&view.terms, today);
    let Assessing { company, aspect, score, on, note } = found;
    let found = Finding { company, aspect, score, on: on.unwrap_or(today), note };
    let is_bound = |company| bound.contains(&company);
    let assessed = Assessed::assess(tx.id(), found, &view.terms.alignment, (is_bound, today), by)?;
    let known = store::alignment::list(tx, agreement, Some(company))?;
    let last = known.into_iter().find(|one| one.aspect == assessed.aspect && one.on == assessed.on);
    if let Some(last) = last.filter(|last| last.repeats(&assessed)) {
        return Ok(last);
    }
    store::alignment::insert(tx, agreement, &assessed)?;
    let detail = json!({ "company": company, "aspect": aspect, "score": assessed.score, "on": assessed.on });
    tx.record(ALIGNMENT_ASSESSED, assessed.id, Some(by.company), &detail)?;
    Ok(assessed)
}
