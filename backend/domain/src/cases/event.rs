//! The log of a case: what happened, when, and who said so. Everything else about a case is derived from it.

use super::Outside;
use crate::agreements::{CaseKind, Claimed};
use crate::boundaries::Needs;
use crate::kernel::{CompanyId, Moment, PersonId, ServiceId, TeamId};
use serde::{Deserialize, Serialize};

/// One event of a case's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseEvent {
    /// When it happened.
    pub at: Moment,
    /// Its place among the case's events as they were recorded, from 1. Its name within the case; the order of events is
    /// by moment, rank and what they say.
    pub number: i64,
    /// What happened.
    pub what: What,
    /// Who said so, where a person of the agreement did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// On whose behalf.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<CompanyId>,
    /// The system that it was imported from; none: it was done here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// Who holds a case, or is offered it: a team, in the name of one of its companies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// The team.
    pub team: TeamId,
    /// The company that answers for it.
    pub company: CompanyId,
}

/// A company's share of a case that several hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// The company.
    pub company: CompanyId,
    /// Its weight, above 0; only the proportions matter.
    pub weight: u32,
}

/// To whom time is attributed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attribution {
    /// A company answers for it.
    Company(CompanyId),
    /// It is the customer's or an outsider's, as the pause says.
    Pause,
    /// It is nobody's: a gap of the agreement.
    Nobody,
}

/// What happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "event", deny_unknown_fields)]
pub enum What {
    /// A customer brought it.
    Opened {
        /// What it is.
        kind: CaseKind,
        /// What it is about, in words.
        title: String,
        /// The priority's code.
        priority: String,
        /// The service package's code.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package: Option<String>,
        /// The service that it is about.
        service: ServiceId,
        /// The company whose people brought it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        customer: Option<CompanyId>,
        /// What it needs of whoever works on it, as far as it is known.
        #[serde(default, skip_serializing_if = "Needs::is_empty")]
        needs: Needs,
    },
    /// It was offered to a team.
    Offered {
        /// To whom.
        to: Holder,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// That it goes outside the receiver's boundary, and why all the same.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outside: Option<Outside>,
    },
    /// A team took it on.
    Accepted {
        /// Who.
        by: Holder,
    },
    /// A team that was offered it refused.
    Refused {
        /// Why, in words.
        reason: String,
        /// The code of the boundary that is cited.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        boundary: Option<String>,
    },
    /// Several companies hold it together from now on; empty shares end that.
    Swarmed {
        /// Who, with what share.
        shares: Vec<Share>,
    },
    /// Its clocks stand still from now on.
    Paused {
        /// The reason's code.
        reason: String,
        /// Against whom the time is claimed, where it is not whom the reason names.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        against: Option<Claimed>,
        /// More about it, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// Whom the running or latest pause is claimed against consents to it.
    PauseConsented,
    /// Its clocks run again.
    Resumed,
    /// The customer got a first response.
    Responded,
    /// Something was done or told.
    Updated {
        /// The stage's code, where the case moved to another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stage: Option<String>,
        /// What, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// Whether the customer was told.
        #[serde(default)]
        told: bool,
    },
    /// The work was done.
    Resolved {
        /// How, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    /// It was withdrawn before it was resolved: nothing is judged.
    Cancelled {
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// Nothing more happens to it.
    Closed,
    /// It was not resolved after all.
    Reopened {
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// It got another priority or package.
    Reprioritised {
        /// The priority's code.
        priority: String,
        /// The package's code, where it became another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        package: Option<String>,
    },
    /// What it needs of whoever works on it became clear; that replaces what was known.
    Specified {
        /// What it needs.
        needs: Needs,
    },
    /// The customer rated it.
    Rated {
        /// Points from 1 to 5; 4 and 5 are positive.
        points: u8,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// After negative feedback somebody took it on to win the customer back.
    Recovering {
        /// The company that does it.
        company: CompanyId,
        /// Its person who owns it.
        owner: PersonId,
        /// By when.
        due: Moment,
    },
    /// A company disputes what a stretch of time is attributed to.
    Disputed {
        /// From when.
        from: Moment,
        /// Until when.
        until: Moment,
        /// Why, in words.
        reason: String,
    },
    /// The coordination group decided a dispute.
    Decided {
        /// The number of the event that disputed.
        dispute: i64,
        /// To whom the time belongs from now on; none: it stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attribution: Option<Attribution>,
        /// Why, in words.
        reason: String,
    },
    /// An imported log holds a status that says nothing about who holds the case.
    Unclear {
        /// The status, as the log has it.
        status: String,
    },
}

impl What {
    /// The stable name, also that of canonical case logs.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Opened { .. } => "opened",
            Self::Offered { .. } => "offered",
            Self::Accepted { .. } => "accepted",
            Self::Refused { .. } => "refused",
            Self::Swarmed { .. } => "swarmed",
            Self::Paused { .. } => "paused",
            Self::PauseConsented => "pause_consented",
            Self::Resumed => "resumed",
            Self::Responded => "responded",
            Self::Updated { .. } => "updated",
            Self::Resolved { .. } => "resolved",
            Self::Cancelled { .. } => "cancelled",
            Self::Closed => "closed",
            Self::Reopened { .. } => "reopened",
            Self::Reprioritised { .. } => "reprioritised",
            Self::Specified { .. } => "specified",
            Self::Rated { .. } => "rated",
            Self::Recovering { .. } => "recovering",
            Self::Disputed { .. } => "disputed",
            Self::Decided { .. } => "decided",
            Self::Unclear { .. } => "unclear",
        }
    }
}
