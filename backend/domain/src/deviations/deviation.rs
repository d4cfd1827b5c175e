//! A promise missed, at risk or without data: reviewed by people, acted upon by companies, closed by measurements.

use super::codes::DEVIATION_STATEMENT;
use super::codes::*;
use super::{CellVerdict, Figures, Key};
use crate::kernel::By;
use crate::kernel::{ActionId, AgreementId, DeviationId, KpiId, LONGEST_STATEMENT, Moment, Period, Verdict, stated};
use crate::kpis::Scope;
use serde::{Deserialize, Serialize};

/// What is wrong with the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeviationKind {
    /// The ended period broke its promise.
    Missed,
    /// Nobody reported for the ended period.
    NoData,
    /// The running period can no longer keep its promise.
    AtRisk,
}

impl DeviationKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Missed, Self::NoData, Self::AtRisk];

    /// The stable name: `missed`, `no_data` or `at_risk`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Missed => "missed",
            Self::NoData => "no_data",
            Self::AtRisk => "at_risk",
        }
    }

    /// What a verdict makes of a figure; `ended` when its period is over. A running period is silent or short of its
    /// target all the time, so only being at risk counts there.
    #[must_use]
    pub const fn of(verdict: CellVerdict, ended: bool) -> Option<Self> {
        match (verdict, ended) {
            (CellVerdict::Missed | CellVerdict::AtRisk, true) => Some(Self::Missed),
            (CellVerdict::NoData, true) => Some(Self::NoData),
            (CellVerdict::AtRisk, false) => Some(Self::AtRisk),
            _ => None,
        }
    }
}

/// What the coordination group makes of a deviation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum ReviewVerdict {
    /// It is so; something has to be done.
    Accept,
    /// It is so; nothing has to be done.
    Waive {
        /// Why not.
        reason: String,
    },
    /// It is not so: the figures are wrong.
    Dispute {
        /// What is wrong with them.
        reason: String,
    },
}

impl ReviewVerdict {
    fn stated(self) -> Verdict<Self> {
        Ok(match self {
            Self::Accept => Self::Accept,
            Self::Waive { reason } => {
                Self::Waive { reason: stated(DEVIATION_STATEMENT, &reason, "reason", LONGEST_STATEMENT)? }
            }
            Self::Dispute { reason } => {
                Self::Dispute { reason: stated(DEVIATION_STATEMENT, &reason, "reason", LONGEST_STATEMENT)? }
            }
        })
    }
}

/// A verdict and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The verdict.
    #[serde(flatten)]
    pub verdict: ReviewVerdict,
    /// Who gave it.
    pub by: By,
}

/// Where a deviation stands, with what is true there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum State {
    /// Waits for a verdict.
    Open,
    /// Has a verdict; another may still replace it.
    Reviewed {
        /// The verdict.
        review: Review,
    },
    /// Accepted, and companies are at work on it.
    Acting {
        /// What they do.
        action: ActionId,
    },
    /// The work is done; later periods have to prove it.
    Verifying {
        /// What was done.
        action: ActionId,
    },
    /// Settled.
    Closed {
        /// By what.
        how: Closing,
        /// When.
        at: Moment,
    },
}

impl State {
    /// The stable name: `open`, `reviewed`, `acting`, `verifying` or `closed`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reviewed { .. } => "reviewed",
            Self::Acting { .. } => "acting",
            Self::Verifying { .. } => "verifying",
            Self::Closed { .. } => "closed",
        }
    }
}

/// What closed a deviation; never a person alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub enum Closing {
    /// Later periods met the criterion of its corrective action.
    Verified {
        /// What worked.
        action: ActionId,
    },
    /// A waiver stood until a later period was assessed.
    Waived {
        /// The waiver.
        review: Review,
    },
    /// The figure, assessed again, met its target.
    Cleared {
        /// The figure that did.
        figures: Figures,
    },
}

/// One deviation. At most one stands for each [`Key`] of an agreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deviation {
    /// Its id.
    pub id: DeviationId,
    /// The agreement whose promise it is about.
    pub agreement: AgreementId,
    /// The KPI.
    pub kpi: KpiId,
    /// Whose figure.
    pub scope: Scope,
    /// Of which period.
    pub period: Period,
    /// What is wrong with it.
    pub kind: DeviationKind,
    /// How far it has been escalated: 1, and one more for each corrective action that failed.
    pub level: u32,
    /// What the group saw: the figures as they were when the deviation was raised.
    pub figures: Figures,
    /// What later corrections made of them.
    pub restated: Option<Figures>,
    /// The corrective actions that failed, in order.
    pub failed: Vec<ActionId>,
    /// Where it stands.
    pub state: State,
}

impl Deviation {
    /// What it is the deviation of.
    #[must_use]
    pub const fn key(&self) -> Key {
        Key { kpi: self.kpi, scope: self.scope, period: self.period }
    }

    /// A coordinator gives the verdict, or replaces the one before while nothing has started.
    ///
    /// # Errors
    /// [`DEVIATION_CLOSED`], [`DEVIATION_ACTING`]; [`DEVIATION_OWN_WAIVER`]; a reason that says nothing.
    pub fn review(self, verdict: ReviewVerdict, by: By) -> Verdict<Self> {
        match self.state {
            State::Open | State::Reviewed { .. } => {}
            State::Acting { .. } | State::Verifying { .. } => return Err(refused(DEVIATION_ACTING)),
            State::Closed { .. } => return Err(refused(DEVIATION_CLOSED)),
        }
        if matches!(verdict, ReviewVerdict::Waive { .. }) && self.scope.company == Some(by.company) {
            return Err(refused(DEVIATION_OWN_WAIVER));
        }
        let review = Review { verdict: verdict.stated()?, by };
        Ok(Self { state: State::Reviewed { review }, ..self })
    }

    /// Its corrective action starts.
    ///
    /// # Errors
    /// [`DEVIATION_NOT_REVIEWED`], [`DEVIATION_WAIVED`], [`DEVIATION_DISPUTED`], [`DEVIATION_ACTING`], [`DEVIATION_CLOSED`].
    pub(super) fn act(self, action: ActionId) -> Verdict<Self> {
        let code = match &self.state {
            State::Open => DEVIATION_NOT_REVIEWED,
            State::Reviewed { review } => match review.verdict {
                ReviewVerdict::Accept => return Ok(Self { state: State::Acting { action }, ..self }),
                ReviewVerdict::Waive { .. } => DEVIATION_WAIVED,
                ReviewVerdict::Dispute { .. } => DEVIATION_DISPUTED,
            },
            State::Acting { .. } | State::Verifying { .. } => DEVIATION_ACTING,
            State::Closed { .. } => DEVIATION_CLOSED,
        };
        Err(refused(code))
    }
}

#[cfg(test)]
#[path = "deviation_tests.rs"]
mod tests;
