//! Teams: contact points that face the customer, and resolution teams behind them, with members of several companies.

use crate::kernel::{CompanyId, Decimal, PersonId, ServiceId, Span, TeamId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a team is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamKind {
    /// Faces the customer.
    ContactPoint,
    /// Installs, maintains, troubleshoots and repairs.
    Resolution,
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// Its id, kept over all versions.
    pub id: TeamId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is there for.
    pub kind: TeamKind,
    /// Its support line: 1, 2 or 3.
    pub line: u8,
    /// What it knows, in one word or two, such as `networks`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discipline: Option<String>,
    /// What its members can do, in order of the alphabet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<String>,
    /// The code of the calendar on which it works.
    pub calendar: String,
    /// How long a hand-over to it may wait before the wait is its own: open time of its calendar.
    pub acceptance: Span,
    /// The services it works for, by id; none means any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<ServiceId>,
    /// Who provides it with how many people, by company; the companies that can hold a case in its name.
    pub pledges: Vec<Pledge>,
    /// Its members, by person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<TeamMember>,
}

/// How many people a company provides for a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// The company.
    pub company: CompanyId,
    /// Full-time equivalents, not below 0.
    pub staff: Decimal,
}

/// A member of a team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamMember {
    /// Who.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
}

impl Team {
    /// Whether a company is part of it.
    #[must_use]
    pub fn includes(&self, company: CompanyId) -> bool {
        self.pledges.iter().any(|pledge| pledge.company == company)
    }

    /// Whether a person is a member for a company.
    #[must_use]
    pub fn has_member(&self, person: PersonId, company: CompanyId) -> bool {
        self.members.contains(&TeamMember { person, company })
    }

    /// How many people a company pledged, in full-time equivalents.
    #[must_use]
    pub fn pledged(&self, company: CompanyId) -> Decimal {
        self.pledges.iter().find(|pledge| pledge.company == company).map_or(Decimal::ZERO, |it| it.staff)
    }

    /// How far the members whom a company has named stay below what it pledged, in people; nought when they do not.
    #[must_use]
    pub fn shortfall(&self, company: CompanyId) -> Decimal {
        let named = self.members.iter().filter(|member| member.company == company).count();
        let missing =
            self.pledged(company).wide() - i128::try_from(named).unwrap_or(i128::MAX).saturating_mul(1_000_000);
        Decimal::clamped(missing.max(0))
    }
}
