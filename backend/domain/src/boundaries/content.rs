//! What a boundary says: who answers, what is in and out, its limits, and what happens beyond each.

use super::{Dimension, Responsibility};
use crate::kernel::{CompanyId, PeriodKind, Span, TeamId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What one version of a boundary says. The service element and the company are the boundary's own and never change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// What it is about, in a few words.
    pub title: String,
    /// The company's team that answers.
    pub team: TeamId,
    /// What the company is for the element.
    pub responsibility: Responsibility,
    /// What is in, one short statement each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub included: Vec<String>,
    /// What is out, one short statement each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<String>,
    /// Its limits, at most one of each dimension. Where several are passed at once, the first says what happens beyond.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// What it rests on: contracts, procedures, drawings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Link>,
}

/// A limit, and what happens beyond it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// What is within it.
    pub within: Within,
    /// What happens beyond it.
    #[serde(default)]
    pub beyond: Beyond,
}

/// What is within a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// The open time of the calendar of that code.
    Hours(String),
    /// These regions.
    Region(BTreeSet<String>),
    /// These languages.
    Language(BTreeSet<String>),
    /// These products.
    Product(BTreeSet<String>),
    /// These skills.
    Skill(BTreeSet<String>),
    /// So many cases at once.
    Concurrent(u32),
    /// So many cases in a period.
    Volume(Volume),
    /// A first response within so much open time of the team's calendar.
    Response(Span),
}

/// So many cases in each period of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Volume {
    /// Cases.
    pub cases: u32,
    /// In each of these.
    pub per: PeriodKind,
}

/// What happens beyond a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beyond {
    /// In words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Who takes over; none: nobody, which is a dead end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub take_over: Option<TakeOver>,
}

/// Who takes over beyond a limit, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakeOver {
    /// The company.
    pub company: CompanyId,
    /// Its team.
    pub team: TeamId,
    /// What has to be told with the case, one piece of information each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub information: Vec<String>,
    /// How much open time of its team's calendar the acceptance may take; none: what the team has promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<Span>,
}

/// Something to read elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// What it is.
    pub title: String,
    /// Where it is: an `https` address.
    pub url: String,
}

impl Within {
    /// What it limits.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        match self {
            Self::Hours(_) => Dimension::Hours,
            Self::Region(_) => Dimension::Region,
            Self::Language(_) => Dimension::Language,
            Self::Product(_) => Dimension::Product,
            Self::Skill(_) => Dimension::Skill,
            Self::Concurrent(_) => Dimension::Concurrent,
            Self::Volume(_) => Dimension::Volume,
            Self::Response(_) => Dimension::Response,
        }
    }

    /// The names that are within, where it limits by name.
    #[must_use]
    pub const fn names(&self) -> Option<&BTreeSet<String>> {
        match self {
            Self::Region(names) | Self::Language(names) | Self::Product(names) | Self::Skill(names) => Some(names),
            Self::Hours(_) | Self::Concurrent(_) | Self::Volume(_) | Self::Response(_) => None,
        }
    }
}

impl Content {
    /// The limit of a dimension.
    #[must_use]
    pub fn limit(&self, dimension: Dimension) -> Option<&Limit> {
        self.limits.iter().find(|limit| limit.within.dimension() == dimension)
    }
}
