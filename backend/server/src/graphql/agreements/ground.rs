//! Common ground: the words of an agreement, what alignment is assessed by, and how commitment health is weighed.

use super::group_words::{AlignmentArea, HealthSign, WordKind};
use crate::graphql::kernel::{context::Context, scalar::Gql, types::Exact};
use concordat_domain::agreements as rules;
use juniper::graphql_object;

/// A word of the agreement.
pub struct VocabularyWord(rules::Word);

impl From<&rules::Word> for VocabularyWord {
    fn from(word: &rules::Word) -> Self {
        Self(word.clone())
    }
}

/// A word of the agreement, onto which each company maps its own.
#[graphql_object(scalar = Gql, context = Context)]
impl VocabularyWord {
    /// The code, unique within its kind.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// What kind of word it is.
    fn kind(&self) -> WordKind {
        self.0.kind.into()
    }

    /// What it means.
    fn meaning(&self) -> &str {
        &self.0.meaning
    }
}

/// Something by which a company's alignment is assessed.
pub struct AlignmentAspect(rules::Aspect);

impl From<&rules::Aspect> for AlignmentAspect {
    fn from(aspect: &rules::Aspect) -> Self {
        Self(aspect.clone())
    }
}

/// Something by which a company's alignment is assessed.
#[graphql_object(scalar = Gql, context = Context)]
impl AlignmentAspect {
    /// The code.
    fn code(&self) -> &str {
        &self.0.code
    }

    /// What it is about.
    fn area(&self) -> AlignmentArea {
        self.0.area.into()
    }

    /// The question that the group answers with a score.
    fn question(&self) -> &str {
        &self.0.question
    }
}

/// How the health of the companies' commitments is weighed.
pub struct HealthWeights(rules::Health);

impl From<&rules::Health> for HealthWeights {
    fn from(health: &rules::Health) -> Self {
        Self(health.clone())
    }
}

/// How the health of the companies' commitments is weighed.
#[graphql_object(scalar = Gql, context = Context)]
impl HealthWeights {
    /// How many days are looked back upon.
    fn days(&self) -> i32 {
        self.0.days.into()
    }

    /// How much each sign weighs; one that is not named does not count.
    fn weights(&self) -> Vec<HealthWeight> {
        self.0.weights.iter().cloned().map(HealthWeight).collect()
    }
}

/// How much a sign weighs.
pub struct HealthWeight(rules::SignWeight);

/// How much a sign weighs.
#[graphql_object(scalar = Gql, context = Context)]
impl HealthWeight {
    /// The sign.
    fn sign(&self) -> HealthSign {
        self.0.sign.into()
    }

    /// Its weight.
    fn weight(&self) -> Exact {
        self.0.weight
    }
}
