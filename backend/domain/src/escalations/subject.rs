//! What an escalation is about, and what is handed over with it.

use crate::agreements::Trigger;
use crate::kernel::{ActionId, ActionItemId, AgendaItemId, CaseId, MeetingId, TaskId};
use serde::{Deserialize, Serialize};

/// What an escalation is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case", deny_unknown_fields)]
pub enum Subject {
    /// A case.
    Case {
        /// Which.
        case: CaseId,
    },
    /// A corrective action.
    Action {
        /// Which.
        action: ActionId,
    },
    /// A task of a corrective action.
    Task {
        /// The action.
        action: ActionId,
        /// The task.
        task: TaskId,
    },
    /// An action item of a meeting.
    ActionItem {
        /// Which.
        item: ActionItemId,
    },
    /// A matter on the agenda of a meeting.
    MeetingItem {
        /// The meeting.
        meeting: MeetingId,
        /// The matter.
        item: AgendaItemId,
    },
    /// What its title says.
    Free,
}

impl Subject {
    /// The stable name: `case`, `action`, `task`, `action_item`, `meeting_item` or `free`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Case { .. } => "case",
            Self::Action { .. } => "action",
            Self::Task { .. } => "task",
            Self::ActionItem { .. } => "action_item",
            Self::MeetingItem { .. } => "meeting_item",
            Self::Free => "free",
        }
    }

    /// The case, where it is one.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        match self {
            Self::Case { case } => Some(*case),
            _ => None,
        }
    }

    /// The corrective action, where it is one or a task of one.
    #[must_use]
    pub const fn action(&self) -> Option<ActionId> {
        match self {
            Self::Action { action } | Self::Task { action, .. } => Some(*action),
            _ => None,
        }
    }

    /// The name by which the same matter is known again; of a free one, its title.
    #[must_use]
    pub fn key(&self, trigger: &Trigger, title: &str) -> String {
        let of = match self {
            Self::Case { case } => case.to_string(),
            Self::Action { action } => action.to_string(),
            Self::Task { task, .. } => task.to_string(),
            Self::ActionItem { item } => item.to_string(),
            Self::MeetingItem { item, .. } => item.to_string(),
            Self::Free => title.trim().to_lowercase(),
        };
        format!("{} {} {of}", trigger_name(trigger), self.name())
    }
}

/// A fact as it was when the matter was raised. The names are stable; the values are the agreement's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it says, such as `priority`.
    pub name: String,
    /// What it was.
    pub value: String,
}

impl Fact {
    /// A fact.
    #[must_use]
    pub fn new(name: &str, value: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: value.into() }
    }
}

/// The stable name of a trigger, as the agreement file writes it.
#[must_use]
pub const fn trigger_name(trigger: &Trigger) -> &'static str {
    match trigger {
        Trigger::NoResponse => "no_response",
        Trigger::NoResolution => "no_resolution",
        Trigger::Reopened { .. } => "reopened",
        Trigger::RedFlag => "red_flag",
        Trigger::ActionOverdue => "action_overdue",
        Trigger::HandOverUnaccepted => "hand_over_unaccepted",
        Trigger::VerificationFailed => "verification_failed",
        Trigger::Raised => "raised",
        Trigger::AgendaItem => "agenda_item",
    }
}
