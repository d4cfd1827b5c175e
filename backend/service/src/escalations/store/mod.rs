//! SQL of escalations and of those to whom they came.

pub(super) mod lists;
pub(super) mod rows;

use crate::kernel::{No, Outcome};
use concordat_domain::{
    escalations::Escalation,
    kernel::{CompanyId, Moment, PersonId},
};

/// An escalation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The escalation.
    pub escalation: Escalation,
    /// When it was raised.
    pub raised_at: Moment,
    /// How often it has changed.
    pub revision: i32,
}

/// How much of the escalations an actor sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// Who asks: what came to them they see.
    pub person: Option<PersonId>,
    /// The companies whose matters they see; none named: of all.
    pub companies: Option<Vec<CompanyId>>,
    /// The companies whose cases they see; none named: all cases.
    pub cases: Option<Vec<CompanyId>>,
    /// The companies whose deviations they see and those for which they have tasks; none named: they see every
    /// corrective action.
    pub actions: Option<(Vec<CompanyId>, Vec<CompanyId>)>,
}

fn body(escalation: &Escalation) -> Outcome<serde_json::Value> {
    serde_json::to_value(escalation).map_err(No::broken)
}
