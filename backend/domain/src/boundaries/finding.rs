//! What an analysis finds: gaps, overlaps, shortfalls, dead ends and circles, each by a name that stays.

use super::{Area, Dimension};
use crate::kernel::{BoundaryId, Decimal, Moment, ServiceId, Span};
use serde::{Deserialize, Serialize};

/// What is wrong with the boundaries of a service element.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// It is demanded, and nobody who works on it covers it.
    Gap,
    /// More than one company is accountable for it at once.
    Overlap,
    /// More is demanded or comes than is committed.
    Shortfall,
    /// Beyond a limit nobody takes over, or whoever should does not cover it.
    DeadEnd,
    /// Take-over runs in a circle.
    Circle,
    /// It names a team, calendar or company that the terms in force do not know, or that is no party any more.
    Broken,
}

impl FindingKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Gap, Self::Overlap, Self::Shortfall, Self::DeadEnd, Self::Circle, Self::Broken];

    /// The stable name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::Overlap => "overlap",
            Self::Shortfall => "shortfall",
            Self::DeadEnd => "dead_end",
            Self::Circle => "circle",
            Self::Broken => "broken",
        }
    }
}

/// The name of a finding: a digest of its kind, service, boundaries, limits and areas. The same finding has the same name in
/// every analysis, however its hours change meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FindingKey(pub uuid::Uuid);

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Its name.
    pub key: FindingKey,
    /// What is wrong.
    pub kind: FindingKind,
    /// The element.
    pub service: ServiceId,
    /// The boundaries behind it, by id; in a circle in the order of take-over, from the smallest id on.
    pub boundaries: Vec<BoundaryId>,
    /// For a dead end the limit beyond which nobody takes over. For a circle the limits of how many that have to be reached
    /// for it; none: it is so anyway.
    pub limits: Vec<Dimension>,
    /// The codes of the demands that are short, for a shortfall by forecast.
    pub demands: Vec<String>,
    /// Where it holds; empty for shortfalls and for what is broken.
    pub areas: Vec<Area>,
    /// When it holds within what was analysed, in order, joined where they touch; empty for what is broken.
    pub windows: Vec<(Moment, Moment)>,
    /// How long that is together.
    pub extent: Span,
    /// How much is missing, for a shortfall.
    pub capacity: Option<Capacity>,
    /// In words, for what is broken: what it names in vain.
    pub note: Option<String>,
}

/// How much is demanded and how much is committed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Cases in a year of 52 weeks.
    Volume {
        /// Demanded, by forecast or by cases that came.
        demanded: Decimal,
        /// Committed by the boundaries that cover it.
        committed: Decimal,
        /// Whether cases that came show it; otherwise the forecast does.
        actual: bool,
    },
    /// Cases at once, by Erlang's formula C.
    Concurrency {
        /// Work that arrives, in cases being worked on at once (erlang).
        offered: Decimal,
        /// Needed to take cases up as soon as demanded.
        needed: u32,
        /// Committed by the boundaries that cover it.
        committed: u32,
    },
}

impl Finding {
    /// How much is missing, for a shortfall: cases in 52 weeks, or cases at once.
    #[must_use]
    pub fn lacking(&self) -> Option<Decimal> {
        match self.capacity.as_ref()? {
            Capacity::Volume { demanded, committed, .. } => Some(Decimal::clamped(demanded.wide() - committed.wide())),
            Capacity::Concurrency { needed, committed, .. } => {
                Some(Decimal::clamped((i128::from(*needed) - i128::from(*committed)) * i128::from(Decimal::SCALE)))
            }
        }
    }

    /// The same without when exactly: as it is kept over time.
    #[must_use]
    pub fn without_windows(self) -> Self {
        Self { windows: Vec::new(), ..self }
    }
}
