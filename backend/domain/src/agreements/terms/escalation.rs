//! Escalation paths: which matters climb, over which levels, and how long each level has to answer.

use crate::access::Role;
use crate::agreements::words::{Level, Tier, Trigger};
use crate::kernel::{CompanyId, EscalationPathId, PersonId, Span};
use serde::{Deserialize, Serialize};

/// An escalation path, for the whole agreement or for one customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationPath {
    /// Its id, kept over all versions.
    pub id: EscalationPathId,
    /// Its code.
    pub code: String,
    /// Its name, in words that a customer may read.
    pub name: String,
    /// The customer whose matters take it; without it, everybody's who has no path of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<CompanyId>,
    /// What begins an escalation on it.
    pub triggers: Vec<Trigger>,
    /// Its levels, the first one first.
    pub levels: Vec<EscalationLevel>,
}

/// One level of a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationLevel {
    /// What it is called, in words that a customer may read.
    pub name: String,
    /// The level of governance.
    pub tier: Tier,
    /// How long it has to answer.
    pub answer_within: Span,
    /// The code of the calendar whose open time counts; without it, the wall clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// Who answers for a company that is not named in `holders`: whoever holds this role for it ...
    pub role: Role,
    /// ... and sits in a coordination group at this level of management, where one is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub management: Option<Level>,
    /// Who answers for a company, by company and person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<Holder>,
}

/// Somebody who answers for a company at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The company.
    pub company: CompanyId,
    /// Who.
    pub person: PersonId,
}
