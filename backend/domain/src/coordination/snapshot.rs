//! What is known of a matter at a moment: frozen when the meeting begins, and shown beside what later became of it.

use crate::kernel::Moment;
use serde::{Deserialize, Serialize};

/// What is known of a matter at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Where it stood, by the name of its state.
    pub state: String,
    /// Since when it had been open.
    pub since: Moment,
    /// When it was due, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// Its figures, in order.
    pub figures: Vec<Figure>,
}

/// A figure of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What it is, such as `value` or `target`.
    pub name: String,
    /// It, as text: exact, with its unit.
    pub value: String,
}

impl Snapshot {
    /// A state since a moment, without figures yet.
    #[must_use]
    pub fn new(state: &str, since: Moment) -> Self {
        Self { state: state.to_owned(), since, due: None, figures: Vec::new() }
    }

    /// With a due moment.
    #[must_use]
    pub fn due(self, due: Option<Moment>) -> Self {
        Self { due, ..self }
    }

    /// With one figure more; nothing where there is none.
    #[must_use]
    pub fn figure(mut self, name: &str, value: Option<impl std::fmt::Display>) -> Self {
        self.figures.extend(value.map(|value| Figure { name: name.to_owned(), value: value.to_string() }));
        self
    }

    /// Whether it was overdue at a moment.
    #[must_use]
    pub fn is_overdue(&self, at: Moment) -> bool {
        self.due.is_some_and(|due| due <= at)
    }
}
