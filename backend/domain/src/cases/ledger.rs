//! The custody ledger: every open second of a case under the customers' calendar, and to whom it belongs.

use super::case::Case;
use super::divide::divide;
use super::timeline::{Atom, Whose, atoms};
use super::{Rulebook, Rulebooks, Share};
use crate::agreements::Claimed;
use crate::kernel::{CompanyId, Moment, Span, TeamId};

/// To whom open time belongs. Every open microsecond belongs to exactly one part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A company held the case.
    Custody {
        /// The company that is charged.
        company: CompanyId,
        /// In whose name; none where a swarm's share or a decision says so.
        team: Option<TeamId>,
    },
    /// It was offered and not yet taken on.
    HandOverWait {
        /// The company that is charged: the sender until the receiver's acceptance target is used up, then the receiver;
        /// the receiver at once where nobody had held the case before.
        company: CompanyId,
    },
    /// It was paused.
    Pause {
        /// The reason's code.
        reason: String,
        /// Against whom the time is claimed.
        claimed: Claimed,
        /// Whose the time would have been.
        holder: Option<CompanyId>,
    },
    /// The customers' hours were open and the holder's team's were closed, or so it was decided: a gap of the agreement,
    /// charged to nobody.
    Mismatch,
    /// The log does not say who held it.
    Unattributed,
    /// Several companies held it together. In segments only: the totals divide it by the stated shares.
    Swarm {
        /// Who, with what share.
        shares: Vec<Share>,
    },
}

/// A stretch of time and a part of it. Where custody and mismatch share a stretch, each has its own segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// From when.
    pub from: Moment,
    /// Until when.
    pub until: Moment,
    /// To whom it belongs.
    pub part: Part,
    /// How much open time of the customers' calendar.
    pub open: Span,
    /// Whose it would be without pause, swarm or decision.
    pub holder: Option<CompanyId>,
    /// The number of the dispute whose decision put it there.
    pub decided: Option<i64>,
}

/// The ledger of a case, or of many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// All the open time. The parts add up to it exactly.
    pub total: Span,
    /// How much belongs to each part, in order; a swarm's time is divided.
    pub parts: Vec<(Part, Span)>,
    /// Stretch by stretch; of one case only.
    pub segments: Vec<Segment>,
}

impl Case {
    /// The ledger under the customers' calendar, from opening to resolution: reopened stretches count, resolved time does
    /// not. An open case's goes up to `now`, or up to its latest event when an import brought that.
    ///
    /// Each stretch is measured by the calendars of the version in force when it began; a new version begins a new one.
    #[must_use]
    pub fn ledger(&self, rulebooks: &Rulebooks, now: Moment) -> Ledger {
        let mut ledger = Ledger::default();
        for atom in atoms(self, rulebooks, self.known_until(now)) {
            ledger.enter(&atom, rulebooks.at(atom.from));
        }
        ledger.parts.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        ledger
    }
}

impl Ledger {
    /// Adds another ledger's total and parts; segments are not kept.
    pub fn add(&mut self, other: &Self) {
        self.segments.clear();
        self.total += other.total;
        for (part, time) in &other.parts {
            match self.parts.binary_search_by(|(known, _)| known.cmp(part)) {
                Ok(place) => self.parts[place].1 += *time,
                Err(place) => self.parts.insert(place, (part.clone(), *time)),
            }
        }
    }

    /// What a company is charged with: custody and hand-over waits.
    #[must_use]
    pub fn charged(&self, company: CompanyId) -> Span {
        let of = |part: &Part| part.charged() == Some(company);
        self.parts.iter().filter(|(part, _)| of(part)).map(|(_, time)| *time).sum()
    }

    /// The companies that are charged with any time, each once, in order.
    #[must_use]
    pub fn companies(&self) -> Vec<CompanyId> {
        let some = self.parts.iter().filter(|(_, time)| time.is_positive());
        let mut found: Vec<CompanyId> = some.filter_map(|(part, _)| part.charged()).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn enter(&mut self, atom: &Atom<'_>, book: &Rulebook) {
        let Atom { from, until, holder, whose, .. } = *atom;
        let customers = book.customers();
        if let Whose::Custody { team: Some(team), .. } = whose
            && let Some((_, hours)) = book.team(team)
        {
            let (both, alone) = customers.split(from, until, hours);
            self.write(atom, Part::of(whose, holder), both);
            if alone.is_positive() {
                self.write(atom, Part::Mismatch, alone);
            }
        } else {
            self.write(atom, Part::of(whose, holder), customers.elapsed(from, until));
        }
    }

    fn write(&mut self, atom: &Atom<'_>, part: Part, open: Span) {
        self.total += open;
        if let Part::Swarm { shares } = &part {
            let weights: Vec<i64> = shares.iter().map(|share| share.weight.into()).collect();
            for (share, time) in shares.iter().zip(divide(open.micros(), &weights)) {
                self.count(&Part::Custody { company: share.company, team: None }, Span::from_micros(time));
            }
        } else {
            self.count(&part, open);
        }
        let Atom { from, until, holder, decided, .. } = *atom;
        self.segments.push(Segment { from, until, part, open, holder, decided });
    }

    fn count(&mut self, part: &Part, time: Span) {
        match self.parts.iter_mut().find(|(known, _)| known == part) {
            Some((_, sum)) => *sum += time,
            None => self.parts.push((part.clone(), time)),
        }
    }
}

impl Part {
    /// The stable name of what it is.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Custody { .. } => "custody",
            Self::HandOverWait { .. } => "hand_over_wait",
            Self::Pause { .. } => "pause",
            Self::Mismatch => "mismatch",
            Self::Unattributed => "unattributed",
            Self::Swarm { .. } => "swarm",
        }
    }

    /// The company that is charged, alone.
    #[must_use]
    pub const fn charged(&self) -> Option<CompanyId> {
        match self {
            Self::Custody { company, .. } | Self::HandOverWait { company } => Some(*company),
            _ => None,
        }
    }

    fn of(whose: Whose<'_>, holder: Option<CompanyId>) -> Self {
        match whose {
            Whose::Custody { company, team } => Self::Custody { company, team },
            Whose::Wait { company } => Self::HandOverWait { company },
            Whose::Pause { reason, claimed } => Self::Pause { reason: reason.to_owned(), claimed, holder },
            Whose::Swarm(shares) => Self::Swarm { shares: shares.to_vec() },
            Whose::Gap => Self::Mismatch,
            Whose::Unattributed => Self::Unattributed,
        }
    }
}
