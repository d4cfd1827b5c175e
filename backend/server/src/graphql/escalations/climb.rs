//! Where an escalation has been, what was handed over with it, and what was answered.

use super::words::EscalationClimbReason;
use crate::graphql::{
    agreements::{Agreement, Decision},
    identity::Person,
    kernel::{context::Context, scalar::Gql, types::Instant},
};
use concordat_domain::{escalations as rules, kernel::PersonId};
use juniper::graphql_object;

/// Those of some people whom the asker may know.
pub(super) fn known(ctx: &Context, agreement: &Agreement, people: &[PersonId]) -> Vec<Person> {
    let named = people.iter().filter_map(|person| agreement.terms().person(*person));
    named.filter_map(|named| Person::named(agreement.key(), named).seen(ctx)).collect()
}

/// A fact as it was when the matter was raised.
pub struct EscalationFact(pub(super) rules::Fact);

/// A fact that was handed over with a matter, as it was when that was raised.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationFact {
    /// What it says, such as `priority`, `holder` or `was_due_at`.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// What it was.
    fn value(&self) -> &str {
        &self.0.value
    }
}

/// It came to a level.
pub struct EscalationClimb {
    pub(super) agreement: Agreement,
    pub(super) climb: rules::Climb,
    pub(super) name: Option<String>,
}

/// An escalation came to a level, or came to it again. Everything that was said before goes with it.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationClimb {
    /// The level, counted from 1.
    fn level(&self) -> i32 {
        i32::try_from(self.climb.level).unwrap_or(i32::MAX - 1) + 1
    }

    /// What the path calls it.
    fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// When.
    fn at(&self) -> Instant {
        self.climb.at
    }

    /// The deadline that had passed; null where none had.
    fn due_at(&self) -> Option<Instant> {
        self.climb.due
    }

    /// Why.
    fn reason(&self) -> EscalationClimbReason {
        self.climb.why.into()
    }

    /// Who stood at this level for the company concerned, as far as you may know them.
    fn holders(&self, ctx: &Context) -> Vec<Person> {
        known(ctx, &self.agreement, &self.climb.holders)
    }

    /// Who of them has seen it; null before.
    fn acknowledged(&self) -> Option<Decision> {
        self.climb.acknowledged.map(|by| Decision::new(&self.agreement, by))
    }
}

/// An answer.
pub struct EscalationAnswer {
    pub(super) agreement: Agreement,
    pub(super) answer: rules::Answer,
}

/// An answer to whoever raised a matter.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationAnswer {
    /// Who answered.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.answer.by)
    }

    /// At which level, counted from 1.
    fn level(&self) -> i32 {
        i32::try_from(self.answer.level).unwrap_or(i32::MAX - 1) + 1
    }

    /// What.
    fn text(&self) -> &str {
        &self.answer.text
    }

    /// Who of those who raised the matter accepted it; null unless somebody did.
    fn accepted(&self) -> Option<Decision> {
        match self.answer.taken {
            Some(rules::Taken::Accepted { by }) => Some(Decision::new(&self.agreement, by)),
            _ => None,
        }
    }

    /// Who of those who raised the matter rejected it; null unless somebody did.
    fn rejected(&self) -> Option<Decision> {
        match &self.answer.taken {
            Some(rules::Taken::Rejected { by, .. }) => Some(Decision::new(&self.agreement, *by)),
            _ => None,
        }
    }

    /// Why it was rejected; null unless it was.
    fn reason(&self) -> Option<&str> {
        match &self.answer.taken {
            Some(rules::Taken::Rejected { reason, .. }) => Some(reason),
            _ => None,
        }
    }
}
