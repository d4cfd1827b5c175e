//! Escalation paths: which matters climb, over which levels, and who answers there.

use super::{Agreement, group_words::ManagementLevel};
use crate::graphql::{
    companies::Company,
    escalations::{EscalationTier, EscalationTrigger},
    identity::{Person, Role},
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        scalar::Gql,
        types::Duration,
    },
};
use concordat_domain::{
    agreements::{self as rules, Trigger},
    escalations::sees_path,
};
use juniper::graphql_object;

/// An escalation path of an agreement.
pub struct EscalationPath {
    agreement: Agreement,
    path: rules::EscalationPath,
}

impl EscalationPath {
    /// The paths of the agreement that the asker may know, by code.
    #[must_use]
    pub fn seen(agreement: &Agreement, ctx: &Context) -> Vec<Self> {
        let actor = ctx.actor();
        let sees = |customer| sees_path(&actor, agreement.key(), customer);
        let known = agreement.terms().escalations.iter().filter(|it| it.customer.is_none_or(sees));
        known.map(|it| Self { agreement: agreement.clone(), path: it.clone() }).collect()
    }
}

/// Over which levels a matter climbs that is not answered in time. What it is called is fit for customers to read.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationPath {
    /// The code.
    fn code(&self) -> &str {
        &self.path.code
    }

    /// The name.
    fn name(&self) -> &str {
        &self.path.name
    }

    /// The customer whose matters take it; null where it is for all that have no path of their own.
    fn customer(&self) -> Answer<Option<Company>> {
        self.path.customer.map(|id| self.agreement.company_named(id)).transpose()
    }

    /// What begins an escalation on it.
    fn triggers(&self) -> Vec<EscalationStart> {
        self.path.triggers.iter().copied().map(EscalationStart).collect()
    }

    /// Its levels, the first one first.
    fn levels(&self) -> Vec<EscalationLevel> {
        let level =
            |it: &rules::EscalationLevel| EscalationLevel { agreement: self.agreement.clone(), level: it.clone() };
        self.path.levels.iter().map(level).collect()
    }
}

/// What begins an escalation.
pub struct EscalationStart(Trigger);

/// What begins an escalation.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationStart {
    /// What.
    fn on(&self) -> EscalationTrigger {
        self.0.into()
    }

    /// After how many times, where it is counted.
    fn times(&self) -> Option<i32> {
        match self.0 {
            Trigger::Reopened { times } => Some(times.into()),
            _ => None,
        }
    }
}

/// One level of an escalation path.
pub struct EscalationLevel {
    agreement: Agreement,
    level: rules::EscalationLevel,
}

/// One level of an escalation path.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationLevel {
    /// What it is called.
    fn name(&self) -> &str {
        &self.level.name
    }

    /// The level of governance.
    fn tier(&self) -> EscalationTier {
        self.level.tier.into()
    }

    /// How long it has to answer.
    fn answer_within(&self) -> Duration {
        self.level.answer_within
    }

    /// The code of the calendar whose open time counts; null where the wall clock does.
    fn calendar(&self) -> Option<&str> {
        self.level.calendar.as_deref()
    }

    /// The role in which somebody answers for a company for which nobody is named.
    fn role(&self) -> Role {
        self.level.role.into()
    }

    /// The level of management at which they sit in a coordination group, where that is asked for.
    fn management(&self) -> Option<ManagementLevel> {
        self.level.management.map(ManagementLevel::from)
    }

    /// Who is named to answer for a company.
    fn holders(&self) -> Vec<EscalationHolder> {
        let holder = |it: &rules::Holder| EscalationHolder { agreement: self.agreement.clone(), holder: *it };
        self.level.holders.iter().map(holder).collect()
    }
}

/// Somebody who answers for a company at a level.
pub struct EscalationHolder {
    agreement: Agreement,
    holder: rules::Holder,
}

/// Somebody who is named to answer for a company at a level.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationHolder {
    /// The company.
    fn company(&self) -> Answer<Company> {
        self.agreement.company_named(self.holder.company)
    }

    /// Who; null for whoever may not know them.
    fn person(&self, ctx: &Context) -> Answer<Option<Person>> {
        let named = self.agreement.terms().person(self.holder.person).ok_or(Failure::NOT_FOUND)?;
        Ok(Person::named(self.agreement.key(), named).seen(ctx))
    }
}
