//! What data alone does to a deviation: raise, restate, clear, reopen and close it.

use super::{AssessedCell, CellVerdict, Closing, Deviation, DeviationKind, ReviewVerdict, State};
use crate::kernel::{ActionId, AgreementId, DeviationId, Kind, Moment, Period};
use serde::{Deserialize, Serialize};

/// What an assessment did to a deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// It is new.
    Raised,
    /// Its kind or its figures became others.
    Restated,
    /// Its figure met the target after all.
    Cleared,
    /// Its figure misses the target again, or is another than the one that was waived.
    Reopened,
    /// Its waiver stood until a later period was assessed.
    Waived,
    /// The work of its corrective action is done, or the periods that prove it have begun to come in.
    Verifying,
    /// Its corrective action worked.
    Verified,
    /// Its corrective action failed: open again, one level up.
    Escalated,
}

impl Change {
    /// The kind of the event that records it.
    #[must_use]
    pub const fn event(self) -> Kind {
        Kind::new(match self {
            Self::Raised => "deviation.raised",
            Self::Restated => "deviation.restated",
            Self::Cleared => "deviation.cleared",
            Self::Reopened => "deviation.reopened",
            Self::Waived => "deviation.waived",
            Self::Verifying => "deviation.verifying",
            Self::Verified => "deviation.verified",
            Self::Escalated => "deviation.escalated",
        })
    }
}

impl Deviation {
    /// The deviation that a figure raises, if its promise is broken; `ended` when its period is over.
    #[must_use]
    pub fn raise(id: DeviationId, agreement: AgreementId, cell: &AssessedCell, ended: bool) -> Option<Self> {
        Some(Self {
            id,
            agreement,
            kpi: cell.kpi,
            scope: cell.scope,
            period: cell.period,
            kind: DeviationKind::of(cell.verdict, ended)?,
            level: 1,
            figures: cell.figures.clone(),
            restated: None,
            failed: Vec::new(),
            state: State::Open,
        })
    }

    /// Its figure is assessed again: kept as it is, restated, cleared or reopened.
    ///
    /// A running period changes nothing, and only a met target clears. The verdict of the group falls with the figure
    /// it was given on, unless it was to accept; work that has started goes on.
    #[must_use]
    pub(super) fn reassess(self, cell: &AssessedCell, ended: bool, at: Moment) -> (Self, Option<Change>) {
        match DeviationKind::of(cell.verdict, ended) {
            Some(kind) if ended => self.restate(kind, cell),
            None if ended && cell.verdict == CellVerdict::Met => self.clear(cell, at),
            _ => (self, None),
        }
    }

    fn clear(self, cell: &AssessedCell, at: Moment) -> (Self, Option<Change>) {
        if matches!(self.state, State::Closed { .. }) {
            return (self, None);
        }
        let how = Closing::Cleared { figures: cell.figures.clone() };
        (Self { state: State::Closed { how, at }, ..self }, Some(Change::Cleared))
    }

    fn restate(mut self, kind: DeviationKind, cell: &AssessedCell) -> (Self, Option<Change>) {
        let another_kind = kind != self.kind;
        let same = !another_kind && self.restated.as_ref().unwrap_or(&self.figures) == &cell.figures;
        let reopened = match &self.state {
            State::Closed { how: Closing::Cleared { .. }, .. } => true,
            State::Closed { how: Closing::Waived { .. }, .. } => another_kind,
            State::Reviewed { review } => !same && review.verdict != ReviewVerdict::Accept,
            _ => false,
        };
        if same && !reopened {
            return (self, None);
        }
        if self.kind == DeviationKind::AtRisk {
            self.figures = cell.figures.clone();
            self.restated = None;
        } else {
            self.restated = (self.figures != cell.figures).then(|| cell.figures.clone());
        }
        self.kind = kind;
        if reopened {
            self.state = State::Open;
        }
        (self, Some(if reopened { Change::Reopened } else { Change::Restated }))
    }

    /// A later period is assessed: a waiver that still stands is final.
    #[must_use]
    pub(super) fn settle(self, assessed: Period, at: Moment) -> (Self, Option<Change>) {
        match self.state {
            State::Reviewed { review }
                if matches!(review.verdict, ReviewVerdict::Waive { .. }) && self.period.last() < assessed.first() =>
            {
                let state = State::Closed { how: Closing::Waived { review }, at };
                (Self { state, ..self }, Some(Change::Waived))
            }
            _ => (self, None),
        }
    }

    /// The action at work on it is being verified. Data may have closed it meanwhile: then it stays as it is.
    #[must_use]
    pub(super) fn verify(self, action: ActionId) -> (Self, Option<Change>) {
        if self.state != (State::Acting { action }) {
            return (self, None);
        }
        (Self { state: State::Verifying { action }, ..self }, Some(Change::Verifying))
    }

    /// The criterion of an action is decided: closed when it was met, open one level up when it was not. The outcome
    /// of an action that is not the one being verified changes nothing.
    #[must_use]
    pub(super) fn prove(mut self, action: ActionId, met: bool, at: Moment) -> (Self, Option<Change>) {
        match self.state {
            State::Verifying { action: verified } if verified == action => {}
            _ => return (self, None),
        }
        if met {
            let state = State::Closed { how: Closing::Verified { action }, at };
            return (Self { state, ..self }, Some(Change::Verified));
        }
        self.failed.push(action);
        (Self { level: self.level.saturating_add(1), state: State::Open, ..self }, Some(Change::Escalated))
    }
}

#[cfg(test)]
#[path = "raising_tests.rs"]
mod tests;
