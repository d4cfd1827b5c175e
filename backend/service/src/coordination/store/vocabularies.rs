//! SQL of the companies' own words.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{Key, tables::vocabularies::dsl},
};
use concordat_domain::{
    coordination::vocabulary::Vocabulary,
    kernel::{AgreementId, CompanyId},
};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The words of a company, with how often they have changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VocabularyView {
    /// The agreement.
    pub agreement: AgreementId,
    /// The words.
    pub vocabulary: Vocabulary,
    /// Grows by one with each change, from 0 before the first; a verb names the one it was decided on.
    pub revision: i32,
}

/// The words of a company; none named yet where there is no row.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId) -> Outcome<VocabularyView> {
    let row = dsl::vocabularies.find((Key::from(agreement), Key::from(company))).select((dsl::body, dsl::revision));
    let (vocabulary, revision) = match row.first::<(Value, i32)>(tx.reading()).optional()? {
        Some((body, revision)) => (read(body)?, revision),
        None => (Vocabulary::empty(company), 0),
    };
    Ok(VocabularyView { agreement, vocabulary, revision })
}

/// The words of every company that has named any.
pub fn all(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<VocabularyView>> {
    let of = dsl::agreement_id.eq(Key::from(agreement));
    let rows: Vec<(Value, i32)> =
        dsl::vocabularies.filter(of).order(dsl::company_id).select((dsl::body, dsl::revision)).load(tx.reading())?;
    let view = |(body, revision)| Ok(VocabularyView { agreement, vocabulary: read(body)?, revision });
    rows.into_iter().map(view).collect()
}

/// Keeps what became of them; `false` when somebody else changed them since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &VocabularyView, known: i32) -> Outcome<bool> {
    let (agreement, company) = (Key::from(changed.agreement), Key::from(changed.vocabulary.company));
    let (body, revision) = (dsl::body.eq(body(&changed.vocabulary)?), dsl::revision.eq(changed.revision));
    if known == 0 {
        let row = (dsl::agreement_id.eq(agreement), dsl::company_id.eq(company), body, revision);
        diesel::insert_into(dsl::vocabularies).values(row).execute(tx.changing()?)?;
        return Ok(true);
    }
    let row = dsl::vocabularies.find((agreement, company)).filter(dsl::revision.eq(known));
    Ok(diesel::update(row).set((body, revision)).execute(tx.changing()?)? == 1)
}
