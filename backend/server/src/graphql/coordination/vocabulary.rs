//! The companies' own words, and which words of the agreement they mean.

use crate::graphql::{
    agreements::{Agreement, Decision, VocabularyWord, WordKind},
    companies::Company,
    kernel::{context::Context, errors::Answer, scalar::Gql},
};
use concordat_domain::coordination::vocabulary as rules;
use concordat_service::coordination::{self, VocabularyView};
use juniper::graphql_object;
use std::sync::Arc;

/// A company's own words.
#[derive(Clone)]
pub struct CompanyVocabulary {
    agreement: Agreement,
    view: Arc<VocabularyView>,
}

impl CompanyVocabulary {
    /// Words that were permitted.
    #[must_use]
    pub fn new(agreement: &Agreement, view: VocabularyView) -> Self {
        Self { agreement: agreement.clone(), view: Arc::new(view) }
    }

    fn shown<'a>(&self, words: impl IntoIterator<Item = &'a rules::OwnWord>) -> Vec<OwnWord> {
        words.into_iter().map(|word| OwnWord { agreement: self.agreement.clone(), word: word.clone() }).collect()
    }
}

/// A company's own words, and what has no counterpart.
#[graphql_object(scalar = Gql, context = Context)]
impl CompanyVocabulary {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.view.vocabulary.company).map(Company::from)
    }

    /// Its words, by kind and word.
    fn words(&self) -> Vec<OwnWord> {
        self.shown(&self.view.vocabulary.words)
    }

    /// Words of its own that mean none of the agreement's.
    fn unmapped(&self) -> Vec<OwnWord> {
        self.shown(self.view.vocabulary.unmapped(&self.agreement.terms().vocabulary).own)
    }

    /// Words of the agreement that none of its own means.
    fn missing(&self) -> Vec<VocabularyWord> {
        let missing = self.view.vocabulary.unmapped(&self.agreement.terms().vocabulary).agreed;
        missing.into_iter().map(VocabularyWord::from).collect()
    }

    /// Grows by one with each change, from 0 before the first; a verb names the one that you have read.
    fn revision(&self) -> i32 {
        self.view.revision
    }
}

/// A word of a company's own.
pub struct OwnWord {
    agreement: Agreement,
    word: rules::OwnWord,
}

/// A word of a company's own.
#[graphql_object(scalar = Gql, context = Context)]
impl OwnWord {
    /// What kind of word it is.
    fn kind(&self) -> WordKind {
        self.word.kind.into()
    }

    /// The word, as the company writes it.
    fn own(&self) -> &str {
        &self.word.own
    }

    /// The word of the agreement that it means; null as long as nobody has said, and where the agreement has it no more.
    fn means(&self) -> Option<VocabularyWord> {
        let known = self.agreement.terms().vocabulary.iter();
        let mut same = known.filter(|word| word.kind == self.word.kind && Some(&word.code) == self.word.code.as_ref());
        same.next().map(VocabularyWord::from)
    }

    /// Who said so.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.word.by)
    }
}

/// The words of every company that takes part.
///
/// # Errors
/// Forbidden for whoever sees no company's words.
pub fn vocabularies(ctx: &Context, agreement: &Agreement) -> Answer<Vec<CompanyVocabulary>> {
    let found = ctx.read(|tx| coordination::vocabularies(tx, agreement.key()))?;
    Ok(found.into_iter().map(|view| CompanyVocabulary::new(agreement, view)).collect())
}
