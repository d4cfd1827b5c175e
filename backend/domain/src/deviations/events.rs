//! The kinds of events of this noun that people cause. What data do is in [`Change::event`](super::Change::event) and
//! [`ActionState`].

use super::{Action, ActionState};
use crate::kernel::Kind;

/// A period's figures were frozen or compared with what was frozen.
pub const PERIOD_ASSESSED: Kind = Kind::new("period.assessed");
/// A deviation got its verdict.
pub const DEVIATION_REVIEWED: Kind = Kind::new("deviation.reviewed");
/// A plan was begun.
pub const ACTION_DRAFTED: Kind = Kind::new("action.drafted");
/// Title, criterion or a task of a plan became another.
pub const ACTION_CHANGED: Kind = Kind::new("action.changed");
/// A plan was put before the companies.
pub const ACTION_PROPOSED: Kind = Kind::new("action.proposed");
/// A company consented.
pub const ACTION_CONSENTED: Kind = Kind::new("action.consented");
/// A company objected.
pub const ACTION_OBJECTED: Kind = Kind::new("action.objected");
/// The work began.
pub const ACTION_STARTED: Kind = Kind::new("action.started");
/// The work is done and waits for its proof.
pub const ACTION_VERIFYING: Kind = Kind::new("action.verifying");
/// Later periods met the criterion.
pub const ACTION_SUCCEEDED: Kind = Kind::new("action.succeeded");
/// A later period did not meet the criterion.
pub const ACTION_FAILED: Kind = Kind::new("action.failed");
/// A plan was given up before its start.
pub const ACTION_WITHDRAWN: Kind = Kind::new("action.withdrawn");
/// A company took on a task.
pub const TASK_ACCEPTED: Kind = Kind::new("task.accepted");
/// A company refused a task.
pub const TASK_DECLINED: Kind = Kind::new("task.declined");
/// A task of an action under way was not done by its due day.
pub const TASK_OVERDUE: Kind = Kind::new("task.overdue");
/// A company did a task.
pub const TASK_COMPLETED: Kind = Kind::new("task.completed");

impl Action {
    /// The kind of the event that records how it came to stand where it stands.
    #[must_use]
    pub const fn event(&self) -> Kind {
        match self.state {
            ActionState::Draft => ACTION_DRAFTED,
            ActionState::Proposed { .. } => ACTION_PROPOSED,
            ActionState::Acting { .. } => ACTION_STARTED,
            ActionState::Verifying { .. } => ACTION_VERIFYING,
            ActionState::Succeeded { .. } => ACTION_SUCCEEDED,
            ActionState::Failed { .. } => ACTION_FAILED,
            ActionState::Withdrawn { .. } => ACTION_WITHDRAWN,
        }
    }
}
