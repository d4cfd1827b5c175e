//! What is known of a case before a row of its log: just enough to tell what the row changed.

use crate::boundaries::Needs;
use crate::cases::{Holder, What};
use crate::kernel::Moment;

/// Where a case stood, told from its events so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// When something was last said of it; none: it was never heard of.
    pub latest: Option<Moment>,
    /// Whether it was opened.
    pub opened: bool,
    pub(super) end: End,
    pub(super) holder: Option<Holder>,
    pub(super) offer: Option<Holder>,
    pub(super) pause: Option<String>,
    pub(super) unclear: bool,
    pub(super) priority: String,
    pub(super) package: Option<String>,
    pub(super) responded: bool,
    pub(super) points: Option<u8>,
    pub(super) needs: Needs,
}

/// How far a case is done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum End {
    /// Work is to be done.
    #[default]
    Open,
    /// It is done.
    Resolved,
    /// Nothing more happens to it, as far as anybody knew.
    Over,
}

impl Before {
    /// Told from a case's events, in the order in which they happened.
    #[must_use]
    pub fn of<'e>(events: impl IntoIterator<Item = (Moment, &'e What)>) -> Self {
        let mut before = Self::default();
        for (at, what) in events {
            before.follow(at, what);
        }
        before
    }

    /// One more event.
    pub fn follow(&mut self, at: Moment, what: &What) {
        self.latest = self.latest.max(Some(at));
        match what {
            What::Opened { priority, package, needs, .. } => {
                self.opened = true;
                self.needs.clone_from(needs);
                self.urgent(priority, package.as_ref());
            }
            What::Offered { to, .. } => (self.offer, self.unclear) = (Some(*to), false),
            What::Accepted { by } => (self.holder, self.offer, self.unclear) = (Some(*by), None, false),
            What::Refused { .. } => self.offer = None,
            What::Paused { reason, .. } => self.pause = Some(reason.clone()),
            What::Resumed => self.pause = None,
            What::Responded => self.responded = true,
            What::Resolved { .. } => self.done(End::Resolved),
            What::Cancelled { .. } | What::Closed => self.done(End::Over),
            What::Reopened { .. } => self.end = End::Open,
            What::Reprioritised { priority, package } => {
                let package = package.clone().or_else(|| self.package.take());
                self.urgent(priority, package.as_ref());
            }
            What::Specified { needs } => self.needs.clone_from(needs),
            What::Rated { points, .. } => self.points = Some(*points),
            What::Unclear { .. } => self.unclear = true,
            What::Swarmed { .. }
            | What::PauseConsented
            | What::Updated { .. }
            | What::Recovering { .. }
            | What::Disputed { .. }
            | What::Decided { .. } => {}
        }
    }

    fn urgent(&mut self, priority: &str, package: Option<&String>) {
        self.priority.clear();
        self.priority.push_str(priority);
        self.package = package.cloned();
    }

    fn done(&mut self, end: End) {
        (self.end, self.holder, self.offer, self.pause, self.unclear) = (end, None, None, None, false);
    }

    /// Whether a holder has it, for all that is known, and nobody else is offered it.
    pub(super) fn held_by(&self, holder: Holder) -> bool {
        self.holder == Some(holder) && self.offer.is_none() && !self.unclear
    }
}
