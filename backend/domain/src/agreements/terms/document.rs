//! The signed document itself: every list sorted by code, every name resolved to an id.

use super::{Aspect, EscalationPath, Group, Handling, Health, NamedCalendar, Team, Word};
use crate::access::Role;
use crate::agreements::words::CommitmentTopic;
use crate::boundaries::Demand;
use crate::companies::CompanyKind;
use crate::kernel::{CommitmentId, CompanyId, KpiId, PersonId, ServiceId, Zone};
use crate::kpis::Kpi;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a version of an agreement says, whole. Its canonical JSON is what parties sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The agreement's code.
    pub code: String,
    /// Its title.
    pub name: String,
    /// The zone in which its days are counted.
    pub zone: Zone,
    /// The first day on which this version holds.
    pub effective_from: NaiveDate,
    /// Every company of which it speaks, by code.
    pub companies: Vec<Company>,
    /// The companies that it binds, by company code.
    pub parties: Vec<Party>,
    /// Who acts for them, by address.
    pub people: Vec<Person>,
    /// What is delivered, by code; the tree is in the parents.
    pub services: Vec<Service>,
    /// What is promised, by code.
    pub commitments: Vec<Commitment>,
    /// How it is measured, by code.
    pub kpis: Vec<Kpi>,
    /// The coordination groups, by code.
    pub groups: Vec<Group>,
    /// When work is done, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<NamedCalendar>,
    /// The teams that work on cases, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<Team>,
    /// How cases are handled; without it the agreement takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<Handling>,
    /// What is demanded of the services, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<Demand>,
    /// How matters climb that are not answered in time, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<EscalationPath>,
    /// The words onto which each company maps its own, by kind and code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vocabulary: Vec<Word>,
    /// What the companies' alignment is assessed by, by code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignment: Vec<Aspect>,
    /// How commitment health is weighed; without it, none is worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health: Option<Health>,
}

/// A company of which the agreement speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Its id, the same in every agreement of the instance.
    pub id: CompanyId,
    /// Its code, the same in every agreement of the instance.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is to this agreement.
    pub kind: CompanyKind,
}

/// A company that the agreement binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// The company.
    pub company: CompanyId,
    /// The party that signs for it, where it is bound through one.
    pub bound_through: Option<CompanyId>,
    /// The first day on which it is bound.
    pub joins: NaiveDate,
    /// The first day on which it is bound no more.
    pub leaves: Option<NaiveDate>,
}

impl Party {
    /// Whether it is bound on a day.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> bool {
        self.joins <= on && !self.has_left(on)
    }

    /// Whether it is bound no more on a day.
    #[must_use]
    pub fn has_left(&self, on: NaiveDate) -> bool {
        self.leaves.is_some_and(|leaves| leaves <= on)
    }

    /// Whether it signs for itself.
    #[must_use]
    pub const fn signs(&self) -> bool {
        self.bound_through.is_none()
    }
}

/// Somebody who acts for a company.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The person's id, the same in every agreement of the instance.
    pub id: PersonId,
    /// The address, in lower case.
    pub email: String,
    /// The name.
    pub name: String,
    /// The employer.
    pub company: CompanyId,
    /// What the person may act as, by role and company.
    pub grants: Vec<RoleGrant>,
}

impl Person {
    /// Whether the person works for a company or holds a role for it.
    #[must_use]
    pub fn acts_for(&self, company: CompanyId) -> bool {
        self.company == company || self.grants.iter().any(|grant| grant.company == company)
    }

    /// Whether the person holds a role for a company.
    #[must_use]
    pub fn holds(&self, role: Role, company: CompanyId) -> bool {
        self.grants.contains(&RoleGrant { role, company })
    }
}

/// A role for a company in this agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleGrant {
    /// As what.
    pub role: Role,
    /// For whom.
    pub company: CompanyId,
}

/// A service or service element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its id, kept over all versions.
    pub id: ServiceId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The service of which it is a part.
    pub parent: Option<ServiceId>,
}

/// What is promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its id, kept over all versions.
    pub id: CommitmentId,
    /// Its code.
    pub code: String,
    /// Who promises it.
    pub by: CommittedBy,
    /// What it is about.
    pub topic: CommitmentTopic,
    /// The promise in words.
    pub text: String,
    /// The KPIs that measure it, by id.
    pub kpis: Vec<KpiId>,
}

/// Who promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommittedBy {
    /// One company alone.
    Individual(CompanyId),
    /// All parties together; none of them can change it alone.
    Joint,
}
