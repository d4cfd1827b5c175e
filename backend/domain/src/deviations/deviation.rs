//! A promise missed, at risk or without data: reviewed by people, acted upon by companies, closed by measurements.

use super::by::{REASON, stated};
use super::{By, CellVerdict, Figures, Key, Scope};
use crate::kernel::{ActionId, AgreementId, Code, DeviationId, KpiId, Moment, Period, Refusals, Verdict};
use serde::{Deserialize, Serialize};

/// Nothing more is decided on a closed deviation.
pub const CLOSED: Code = Code::new(
    "DEVIATION_CLOSED",
    "The deviation is closed. Only new data reopen it: correct the measurements and assess the period again.",
);
/// Its corrective action has started.
pub const ACTING: Code = Code::new(
    "DEVIATION_ACTING",
    "A corrective action for the deviation has started; wait until later periods have proved or disproved it.",
);
/// No corrective action has started.
pub const NOT_ACTING: Code =
    Code::new("DEVIATION_NOT_ACTING", "No corrective action for the deviation has started; start one first.");
/// Nobody has given it a verdict.
pub const NOT_REVIEWED: Code =
    Code::new("DEVIATION_NOT_REVIEWED", "The deviation has no verdict yet; a coordinator has to accept it first.");
/// Its verdict is to waive it.
pub const WAIVED: Code = Code::new(
    "DEVIATION_WAIVED",
    "The deviation was waived, so nothing is done about it; review it again and accept it to act.",
);
/// Its verdict is that the figures are wrong.
pub const DISPUTED: Code = Code::new(
    "DEVIATION_DISPUTED",
    "The deviation's figures are disputed; correct them, or review it again and accept it.",
);
/// A company waives its own.
pub const OWN_WAIVER: Code = Code::new(
    "DEVIATION_OWN_WAIVER",
    "A company cannot waive a deviation of its own figure; a coordinator of another company can.",
);
/// Another action is at work on it.
pub const OTHER_ACTION: Code =
    Code::new("DEVIATION_OTHER_ACTION", "Another corrective action is at work on the deviation.");

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
            Self::Waive { reason } => Self::Waive { reason: stated(&reason, "reason", REASON)? },
            Self::Dispute { reason } => Self::Dispute { reason: stated(&reason, "reason", REASON)? },
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
    /// [`CLOSED`], [`ACTING`]; [`OWN_WAIVER`]; a reason that says nothing.
    pub fn review(self, verdict: ReviewVerdict, by: By) -> Verdict<Self> {
        match self.state {
            State::Open | State::Reviewed { .. } => {}
            State::Acting { .. } | State::Verifying { .. } => return Err(refused(ACTING)),
            State::Closed { .. } => return Err(refused(CLOSED)),
        }
        if matches!(verdict, ReviewVerdict::Waive { .. }) && self.scope.company == Some(by.company) {
            return Err(refused(OWN_WAIVER));
        }
        let review = Review { verdict: verdict.stated()?, by };
        Ok(Self { state: State::Reviewed { review }, ..self })
    }

    /// Its corrective action starts.
    ///
    /// # Errors
    /// [`NOT_REVIEWED`], [`WAIVED`], [`DISPUTED`], [`ACTING`], [`CLOSED`].
    pub(super) fn act(self, action: ActionId) -> Verdict<Self> {
        let code = match &self.state {
            State::Open => NOT_REVIEWED,
            State::Reviewed { review } => match review.verdict {
                ReviewVerdict::Accept => return Ok(Self { state: State::Acting { action }, ..self }),
                ReviewVerdict::Waive { .. } => WAIVED,
                ReviewVerdict::Dispute { .. } => DISPUTED,
            },
            State::Acting { .. } | State::Verifying { .. } => ACTING,
            State::Closed { .. } => CLOSED,
        };
        Err(refused(code))
    }

    /// The work of its corrective action is done, or the periods that prove it have begun to come in.
    ///
    /// # Errors
    /// [`NOT_ACTING`], [`OTHER_ACTION`], [`CLOSED`].
    pub(super) fn verify(self, action: ActionId) -> Verdict<Self> {
        let code = match self.state {
            State::Acting { action: at_work } if at_work == action => {
                return Ok(Self { state: State::Verifying { action }, ..self });
            }
            State::Acting { .. } => OTHER_ACTION,
            State::Open | State::Reviewed { .. } | State::Verifying { .. } => NOT_ACTING,
            State::Closed { .. } => CLOSED,
        };
        Err(refused(code))
    }
}

fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}

#[cfg(test)]
#[path = "deviation_tests.rs"]
mod tests;
