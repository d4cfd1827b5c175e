//! What a derived KPI takes from its source: every measure of every source stands here, with what it counts in.

use super::Source;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a derived KPI takes from its source. Each source has measures of its own; a word stands in one of them only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Measure {
    /// From each case.
    Case(CaseMeasure),
    /// From each team.
    Team(TeamMeasure),
    /// From the boundaries.
    Boundary(BoundaryMeasure),
    /// From the health of the companies' commitments.
    Health(HealthMeasure),
}

/// What a KPI whose source is cases takes from each case. A case's facts are corrected when the case goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseMeasure {
    /// A ratio: whether the first response came within its target. The company that responded.
    ResponseInTime,
    /// A ratio: whether the case was resolved within its target. The company that resolved it.
    ResolutionInTime,
    /// Open time of the customers' calendar from opening to resolution, pauses left out. The company that resolved it.
    ResolutionTime,
    /// The time that the ledger charges to a company: custody and its hand-over waits. Each company that is charged any.
    Custody,
    /// How often a case went from one company to another. The company that resolved it.
    HandOvers,
    /// How often a case came back to the company that had just handed it over. The company that resolved it.
    PingPong,
    /// A ratio: whether the case stayed resolved. The company that resolved it first.
    NotReopened,
    /// A ratio: whether no team above support line 1 ever held the case. The company that resolved it.
    SolvedAtLineOne,
    /// A ratio, over the cases resolved in time: whether the time would have been enough without pauses. The company
    /// that resolved it.
    InTimeWithoutPauses,
    /// A ratio, over the cases with negative feedback: whether the latest feedback is positive. The company that
    /// recovers, or resolved it.
    Recovered,
    /// Time of the wall clock from negative feedback to the positive answer. The company that recovered.
    RecoveryTime,
    /// A ratio, over the hand-overs that were offered here: how many stayed within the receiver's boundary. Each company
    /// that offered any.
    WithinBoundary,
    /// How often a case that was offered outside a boundary was taken on all the same. Each company that did.
    HelpedOutside,
}

/// What a KPI whose source is teams takes from each team, for each company that pledges people for it and each day on
/// which the agreement holds. A day's facts are corrected when a version that begins on it or before is signed later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamMeasure {
    /// A ratio: of the people whom the company pledged, how many it has named. More than pledged count as pledged.
    StaffingFulfilled,
    /// How many people the company lacks of its pledge, in full-time equivalents.
    StaffingShortfall,
}

/// What a KPI whose source is boundaries takes from them each day, as they are on that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoundaryMeasure {
    /// How many findings about a service are open: of each company with a boundary behind them; what nobody covers counts
    /// for each company with a boundary for the service, or where there is none for each that has a team. Accepted
    /// findings do not count.
    OpenFindings,
    /// A ratio: of the members of teams that have to be trained on boundaries in force, how many are. Each company that
    /// provides members; whoever is let off is not trained.
    Trained,
}

/// What a KPI whose source is health takes from it each day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HealthMeasure {
    /// A ratio: the health of the company's commitment on the day, of 1. Each day counts the same; a day on which no sign
    /// has anything to say has none. A day that has ended is corrected when something about it is told later.
    CommitmentHealth,
}

/// What a measure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Good of total.
    Share,
    /// A length of time.
    Time,
    /// Whole or part things.
    Number,
}

impl Measure {
    /// The source from which it is taken.
    #[must_use]
    pub const fn source(self) -> Source {
        match self {
            Self::Case(_) => Source::Cases,
            Self::Team(_) => Source::Teams,
            Self::Boundary(_) => Source::Boundaries,
            Self::Health(_) => Source::Health,
        }
    }

    /// What it counts in.
    #[must_use]
    pub const fn counted(self) -> Counted {
        match self {
            Self::Case(measure) => measure.counted(),
            Self::Team(TeamMeasure::StaffingFulfilled) => Counted::Share,
            Self::Team(TeamMeasure::StaffingShortfall) | Self::Boundary(BoundaryMeasure::OpenFindings) => {
                Counted::Number
            }
            Self::Boundary(BoundaryMeasure::Trained) | Self::Health(HealthMeasure::CommitmentHealth) => Counted::Share,
        }
    }

    /// Whether a source has measures, so that a KPI from it names one.
    #[must_use]
    pub const fn named_for(source: Source) -> bool {
        matches!(source, Source::Cases | Source::Teams | Source::Boundaries | Source::Health)
    }
}

impl CaseMeasure {
    const fn counted(self) -> Counted {
        match self {
            Self::ResponseInTime
            | Self::ResolutionInTime
            | Self::NotReopened
            | Self::SolvedAtLineOne
            | Self::InTimeWithoutPauses
            | Self::Recovered
            | Self::WithinBoundary => Counted::Share,
            Self::ResolutionTime | Self::Custody | Self::RecoveryTime => Counted::Time,
            Self::HandOvers | Self::PingPong | Self::HelpedOutside => Counted::Number,
        }
    }
}
