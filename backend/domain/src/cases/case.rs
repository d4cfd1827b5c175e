//! A case as its log tells it: where it stands, who holds it, what it went through.

use super::{Feedback, Holder, Journey, Pause, Share, Traits};
use crate::agreements::{CaseKind, Phase};
use crate::boundaries::Needs;
use crate::kernel::{CaseId, CompanyId, Moment, PersonId, ServiceId};

use super::dispute::Dispute;

/// Something that a customer brought. Derived from its log alone, and told as of its latest event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Which.
    pub id: CaseId,
    /// What it is.
    pub kind: CaseKind,
    /// What it is about, in words.
    pub title: String,
    /// The service that it is about.
    pub service: ServiceId,
    /// The company whose people brought it.
    pub customer: Option<CompanyId>,
    /// When it was opened.
    pub opened: Moment,
    /// Its priorities and packages, the first from its opening on; never empty.
    pub levels: Vec<Level>,
    /// What it needs of whoever works on it, as far as it is known.
    pub needs: Needs,
    /// The stage that was named last; it counts while the case is in the stage's phase.
    pub stage: Option<String>,
    /// Who holds it, or held it when it was resolved.
    pub holder: Option<Holder>,
    /// To whom it is offered.
    pub offer: Option<Offer>,
    /// Whose it was, stretch after stretch, while it was open.
    pub custody: Vec<Stretch>,
    /// When several companies held it together.
    pub swarms: Vec<Swarm>,
    /// Its pauses, in order; none overlaps another.
    pub pauses: Vec<Pause>,
    /// The first response.
    pub responded: Option<Deed>,
    /// Every response.
    pub responses: Vec<Moment>,
    /// When the customer was told something.
    pub told: Vec<Told>,
    /// Every resolution, in order.
    pub resolutions: Vec<Deed>,
    /// Every reopening, in order; each follows the resolution of the same number.
    pub reopened: Vec<Moment>,
    /// When it was closed, if it is.
    pub closed: Option<Moment>,
    /// When it was withdrawn, if it was.
    pub cancelled: Option<Moment>,
    /// Its way through teams and companies.
    pub journey: Journey,
    /// What the customer said, and what was done about it.
    pub feedback: Feedback,
    /// The disputes about its time, in order.
    pub disputes: Vec<Dispute>,
    /// When the latest event happened.
    pub latest: Moment,
    /// Whether the latest event comes from an import: such a log tells nothing of what came after it.
    pub is_imported: bool,
}

/// A priority and package, and from when on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// From when on.
    pub from: Moment,
    /// The priority's code.
    pub priority: String,
    /// The package's code.
    pub package: Option<String>,
}

/// A hand-over that waits for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Since when.
    pub at: Moment,
    /// To whom.
    pub to: Holder,
    /// From whom; none: nobody has held the case yet.
    pub from: Option<Holder>,
}

/// A stretch of time in which the same was true of who holds the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From when.
    pub from: Moment,
    /// Until when; none: it goes on.
    pub until: Option<Moment>,
    /// What was true.
    pub held: Held,
}

/// Who holds a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nobody has taken it on.
    Nobody,
    /// A team.
    By(Holder),
    /// It waits for a team's answer.
    Offered(Offer),
    /// The log does not say.
    Unclear,
}

/// A stretch of time in which several companies held the case together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swarm {
    /// From when.
    pub from: Moment,
    /// Until when; none: it goes on.
    pub until: Option<Moment>,
    /// Who, with what share.
    pub shares: Vec<Share>,
}

/// Something that was done for a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: Moment,
    /// For which company: the one that held the case, or the one that says so where nobody did.
    pub company: Option<CompanyId>,
    /// How, in words.
    pub note: Option<String>,
}

/// Something that the customer was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// What, in words.
    pub note: Option<String>,
    /// By whom.
    pub person: Option<PersonId>,
}

impl Case {
    /// The phase at a moment not before its latest event.
    #[must_use]
    pub fn phase(&self, now: Moment) -> Phase {
        if self.closed.is_some() || self.cancelled.is_some() {
            Phase::Closed
        } else if self.is_resolved() {
            Phase::Resolved
        } else if self.running_pause(now).is_some() {
            Phase::Paused
        } else {
            Phase::Open
        }
    }

    /// Whether its work is done: resolved and not opened again.
    #[must_use]
    pub const fn is_resolved(&self) -> bool {
        self.resolutions.len() > self.reopened.len()
    }

    /// Whether work goes on: neither resolved nor withdrawn.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        !self.is_resolved() && self.cancelled.is_none()
    }

    /// Whether its cycle has ended: resolved, and the customer's latest word is positive. Resolution alone is not the
    /// end.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.is_resolved() && self.feedback.is_positive()
    }

    /// Whether it carries the red flag of a complaint that is not settled.
    #[must_use]
    pub fn red_flag(&self) -> bool {
        self.kind == CaseKind::Complaint && self.cancelled.is_none() && !self.is_settled()
    }

    /// The priority it has now.
    #[must_use]
    pub fn priority(&self) -> &str {
        self.levels.last().map_or("", |level| &level.priority)
    }

    /// The package it has now.
    #[must_use]
    pub fn package(&self) -> Option<&str> {
        self.levels.last().and_then(|level| level.package.as_deref())
    }

    /// The pause that is running at a moment not before its latest event, whether it counts or not.
    #[must_use]
    pub fn running_pause(&self, now: Moment) -> Option<&Pause> {
        self.pauses.last().filter(|pause| pause.end().is_none_or(|end| now < end))
    }

    /// The latest resolution.
    #[must_use]
    pub fn resolved(&self) -> Option<&Deed> {
        self.resolutions.last()
    }

    /// The stretches in which there was work to do: from its opening, and from each reopening, to the next resolution
    /// or its withdrawal. The last one may go on.
    pub fn work(&self) -> impl Iterator<Item = (Moment, Option<Moment>)> {
        let begins = std::iter::once(self.opened).chain(self.reopened.iter().copied());
        begins.enumerate().map(|(place, from)| {
            let until = self.resolutions.get(place).map(|deed| deed.at);
            (from, until.or(self.cancelled))
        })
    }

    /// Up to when the log tells of an open case: to its latest event when an import brought that, else to now.
    #[must_use]
    pub fn known_until(&self, now: Moment) -> Moment {
        if self.is_imported { self.latest } else { now.max(self.latest) }
    }

    /// What it was at a moment.
    pub(super) fn traits(&self, at: Moment) -> Traits<'_> {
        let after = self.levels.partition_point(|level| level.from <= at);
        let level = self.levels.get(after.saturating_sub(1));
        Traits {
            kind: self.kind,
            priority: level.map_or("", |level| &level.priority),
            package: level.and_then(|level| level.package.as_deref()),
            service: self.service,
        }
    }
}
