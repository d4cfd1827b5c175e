//! The way up as everybody knows it from the first day: the levels of the path, and how long each has to answer.

use super::words::EscalationTier;
use crate::graphql::{
    agreements::Agreement,
    kernel::{context::Context, errors::Answer, scalar::Gql, types::Duration},
};
use concordat_domain::agreements as rules;
use concordat_service::{agreements, escalations};
use juniper::graphql_object;

/// The way up.
pub struct EscalationPathShown(rules::EscalationPath);

/// The path that matters of the asker's customer take: who answers by when, in the agreement's own words and without
/// names. Without a customer, the path of everybody who has no path of their own.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationPathShown {
    /// What it is called.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// Its levels, the first one first.
    fn levels(&self) -> Vec<EscalationLevelShown> {
        self.0.levels.iter().cloned().map(EscalationLevelShown).collect()
    }
}

/// A level of the way up.
pub struct EscalationLevelShown(rules::EscalationLevel);

/// A level of an escalation path.
#[graphql_object(scalar = Gql, context = Context)]
impl EscalationLevelShown {
    /// What it is called.
    fn name(&self) -> &str {
        &self.0.name
    }

    /// The level of governance.
    fn tier(&self) -> EscalationTier {
        self.0.tier.into()
    }

    /// How long it has to answer.
    fn answer_within(&self) -> Duration {
        self.0.answer_within
    }

    /// The code of the calendar whose open time counts; null: the wall clock.
    fn calendar(&self) -> Option<&str> {
        self.0.calendar.as_deref()
    }
}

/// The path that matters of the asker's customer take; none where the agreement has no such path.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn path(ctx: &Context, agreement: &Agreement) -> Answer<Option<EscalationPathShown>> {
    let id = agreement.key();
    let found = ctx.read(|tx| {
        let on = agreements::agreement(tx, id)?;
        escalations::path_for(tx, &on)
    })?;
    Ok(found.map(EscalationPathShown))
}
