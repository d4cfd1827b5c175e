//! Each company says which of its own words mean which words of the agreement.

use super::store::{self, vocabularies::VocabularyView};
use crate::{
    agreements::AgreementView,
    kernel::{No, Outcome, Permitted, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    agreements::{Terms, WordKind},
    companies::CompanyKind,
    coordination::vocabulary::{self as rules, Vocabulary},
    kernel::{AgreementId, By, CompanyId, Kind},
};
use serde_json::json;

/// A word of a company's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Own<'a> {
    /// The company.
    pub company: CompanyId,
    /// What kind of word it is.
    pub kind: WordKind,
    /// The word.
    pub own: &'a str,
}

/// The words of every company that takes part, by code, those that have named none too.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no company's words.
pub fn vocabularies(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<VocabularyView>> {
    let view = tx.permit::<AgreementView>(Verb::VocabularyView, agreement)?;
    let mut known = store::vocabularies::all(tx, agreement)?;
    let today = view.terms.zone.date_of(tx.now());
    for company in taking_part(&view.terms, today) {
        if !known.iter().any(|one| one.vocabulary.company == company) {
            known.push(VocabularyView { agreement, vocabulary: Vocabulary::empty(company), revision: 0 });
        }
    }
    let code = |one: &VocabularyView| view.terms.company(one.vocabulary.company).map(|company| company.code.clone());
    known.sort_by_key(code);
    Ok(known)
}

/// The companies that are bound on a day and are no customers.
pub(super) fn taking_part(terms: &Terms, on: NaiveDate) -> Vec<CompanyId> {
    let supplies = |company: &CompanyId| terms.company(*company).is_some_and(|it| it.kind != CompanyKind::Customer);
    terms.parties_on(on).map(|party| party.company).filter(supplies).collect()
}

/// Says which word of the agreement a word of one's company means, or that nobody knows yet.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever keeps no company's words; `VOCABULARY_STALE`
/// when they are not at `revision`; `VOCABULARY_COMPANY`; what [`Vocabulary::map`] refuses.
pub fn map_word(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    word: Own<'_>,
    code: Option<&str>,
    revision: i32,
) -> Outcome<VocabularyView> {
    let (view, by) = keeping(tx, agreement, word.company)?;
    let detail = json!({ "kind": word.kind, "own": word.own.trim(), "code": code });
    change(tx, (agreement, by), revision, (rules::WORD_MAPPED, detail), |known| {
        Ok(known.map(word.kind, word.own, code, &view.terms.vocabulary, by)?)
    })
}

/// Takes a word of one's company back.
///
/// # Errors
/// As for [`map_word`]; what [`Vocabulary::unmap`] refuses.
pub fn unmap_word(tx: &mut Tx<'_>, agreement: AgreementId, word: Own<'_>, revision: i32) -> Outcome<VocabularyView> {
    let (_, by) = keeping(tx, agreement, word.company)?;
    let detail = json!({ "kind": word.kind, "own": word.own.trim() });
    change(tx, (agreement, by), revision, (rules::WORD_UNMAPPED, detail), |known| Ok(known.unmap(word.kind, word.own)?))
}

fn keeping(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId) -> Outcome<(Permitted<AgreementView>, By)> {
    let view = tx.permit::<AgreementView>(Verb::VocabularyView, agreement)?;
    let by = tx.speaking(Verb::VocabularyKeep, agreement, Some(company))?;
    let today = view.terms.zone.date_of(tx.now());
    match taking_part(&view.terms, today).contains(&by.company) {
        true => Ok((view, by)),
        false => Err(rules::VOCABULARY_COMPANY.refuse_field("company", rules::VOCABULARY_COMPANY.meaning).into()),
    }
}

fn change(
    tx: &mut Tx<'_>,
    (agreement, by): (AgreementId, By),
    revision: i32,
    (kind, detail): (Kind, serde_json::Value),
    decide: impl FnOnce(Vocabulary) -> Outcome<Vocabulary>,
) -> Outcome<VocabularyView> {
    let stale = || -> No { rules::VOCABULARY_STALE.refuse_field("revision", rules::VOCABULARY_STALE.meaning).into() };
    let known = store::vocabularies::load(tx, agreement, by.company)?;
    if known.revision != revision {
        return Err(stale());
    }
    let vocabulary = decide(known.vocabulary.clone())?;
    if vocabulary == known.vocabulary {
        return Ok(known);
    }
    let changed = VocabularyView { agreement, vocabulary, revision: revision + 1 };
    if !store::vocabularies::save(tx, &changed, revision)? {
        return Err(stale());
    }
    tx.record(kind, by.company, Some(by.company), &detail)?;
    Ok(changed)
}
