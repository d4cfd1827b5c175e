//! The nouns of the agreement file: agreement, companies, parties, people, services, commitments.

use super::{
    AspectEntry, At, BoundaryEntry, CalendarEntry, CasesEntry, Day, DemandEntry, EscalationEntry, GroupEntry,
    HealthEntry, KpiEntry, TeamEntry, WordEntry,
};
use crate::access::Role;
use crate::agreements::words::CommitmentTopic;
use crate::companies::CompanyKind;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One global service agreement, whole: who takes part, what is delivered, what is promised and how it is measured.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AgreementFile {
    /// What the agreement is called and when it holds.
    pub agreement: AgreementEntry,
    /// Every company the file speaks of.
    pub companies: Vec<CompanyEntry>,
    /// The companies that are bound by the agreement, and from when to when.
    pub parties: Vec<PartyEntry>,
    /// Who acts for the companies, and as what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonEntry>,
    /// The tree of what is delivered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceEntry>,
    /// What is promised, by one company or by all together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<CommitmentEntry>,
    /// How it is measured.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiEntry>,
    /// The coordination groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupEntry>,
    /// When work is done: opening hours that teams, clocks and ledgers go by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<CalendarEntry>,
    /// The contact points and resolution teams.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub teams: Vec<TeamEntry>,
    /// How cases are handled; without it the agreement takes none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases: Option<CasesEntry>,
    /// What is demanded of the services: when, where and how much; what the companies' boundaries have to cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<DemandEntry>,
    /// How matters climb that are not answered in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<EscalationEntry>,
    /// The words onto which each company maps its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vocabulary: Vec<WordEntry>,
    /// What the alignment of the companies is assessed by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alignment: Vec<AspectEntry>,
    /// How the health of the companies' commitments is weighed; without it, none is worked out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health: Option<HealthEntry>,
    /// The boundaries of the companies, to be drafted; they are not signed with the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub boundaries: Vec<BoundaryEntry>,
}

/// What the agreement is called and when it holds.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AgreementEntry {
    /// The code by which files and queries name it: lower-case letters, digits and hyphens.
    pub code: At<String>,
    /// Its title.
    pub name: At<String>,
    /// The IANA time zone in which its days, weeks and months are counted, such as `Europe/Vienna`.
    pub zone: At<String>,
    /// The first day on which this version holds.
    pub effective_from: At<Day>,
}

/// A company.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CompanyEntry {
    /// Its code, the same in every agreement of the instance.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// What it is to the agreement.
    pub kind: At<CompanyKind>,
}

/// A company that is bound by the agreement.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartyEntry {
    /// The company's code.
    pub company: At<String>,
    /// The party through which an outsourced supplier is bound; it then signs nothing itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bound_through: Option<At<String>>,
    /// The first day on which it is bound; without it, the agreement's own first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<At<Day>>,
    /// The first day on which it is bound no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaves: Option<At<Day>>,
}

/// A person, employed by one company.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PersonEntry {
    /// The address by which the person is known and signs in.
    pub email: At<String>,
    /// The person's name.
    pub name: At<String>,
    /// The employer's code.
    pub company: At<String>,
    /// What the person may act as.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<GrantEntry>,
}

/// A role for a company in this agreement.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GrantEntry {
    /// The role.
    pub role: At<Role>,
    /// The company for which the person acts; without it, the employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
}

/// A service or service element, with those below it.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ServiceEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// The services of which it consists; none makes it an element that somebody must cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ServiceEntry>,
}

/// What is promised.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommitmentEntry {
    /// Its code.
    pub code: At<String>,
    /// The company that promises it alone; without it, the commitment is joint: all parties promise it together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<At<String>>,
    /// What it is about; an agreement needs one about satisfaction and one about improvement to become active.
    pub topic: At<CommitmentTopic>,
    /// The promise in words.
    pub text: At<String>,
    /// The codes of the KPIs that measure it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<At<String>>,
}
