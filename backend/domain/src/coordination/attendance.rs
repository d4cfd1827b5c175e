//! Who was there: by seat, and from that whether the group could decide.

use super::codes::{MEETING_NO_DEPUTY, MEETING_NOT_A_MEMBER, refused};
use super::companies_seated;
use crate::agreements::{Group, Member, Quorum};
use crate::kernel::{CompanyId, PersonId, Verdict};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A seat in a group: a member, for a company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// The company.
    pub company: CompanyId,
    /// The member.
    pub member: PersonId,
}

/// Whether somebody was in a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "presence", rename_all = "snake_case")]
pub enum Presence {
    /// Somebody was.
    Present {
        /// The member, or the deputy.
        person: PersonId,
    },
    /// Nobody, and that was said before.
    Excused,
    /// Nobody.
    Absent,
}

/// Who was there, by seat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(Seat, Presence)>", into = "Vec<(Seat, Presence)>")]
pub struct Roll(BTreeMap<Seat, Presence>);

impl From<Vec<(Seat, Presence)>> for Roll {
    fn from(entries: Vec<(Seat, Presence)>) -> Self {
        Self(entries.into_iter().collect())
    }
}

impl From<Roll> for Vec<(Seat, Presence)> {
    fn from(roll: Roll) -> Self {
        roll.0.into_iter().collect()
    }
}

impl Roll {
    /// What is recorded, by company and member.
    pub fn entries(&self) -> impl Iterator<Item = (Seat, &Presence)> {
        self.0.iter().map(|(seat, presence)| (*seat, presence))
    }

    /// What is recorded of a seat.
    #[must_use]
    pub fn presence(&self, seat: Seat) -> Option<&Presence> {
        self.0.get(&seat)
    }

    /// Records one seat.
    ///
    /// # Errors
    /// [`MEETING_NOT_A_MEMBER`] for a seat that the group does not have on that day, and for somebody else than the member
    /// or the deputy in it; [`MEETING_NO_DEPUTY`].
    pub(super) fn enter(&mut self, group: &Group, on: NaiveDate, seat: Seat, presence: Presence) -> Verdict<()> {
        let at =
            |member: &&Member| member.person == seat.member && member.company == seat.company && member.in_term(on);
        let Some(member) = group.members.iter().find(at) else { return Err(refused(MEETING_NOT_A_MEMBER)) };
        if let Presence::Present { person } = presence
            && !member.seats(person)
        {
            return Err(refused(if member.deputy.is_none() { MEETING_NO_DEPUTY } else { MEETING_NOT_A_MEMBER }));
        }
        self.0.insert(seat, presence);
        Ok(())
    }

    /// Whoever has a seat and was not recorded was absent.
    pub(super) fn complete(&mut self, group: &Group, on: NaiveDate) {
        for member in group.members.iter().filter(|member| member.in_term(on)) {
            self.0.entry(Seat { company: member.company, member: member.person }).or_insert(Presence::Absent);
        }
    }

    /// The companies of which somebody with a voice was there.
    #[must_use]
    pub fn present(&self, group: &Group, on: NaiveDate) -> BTreeSet<CompanyId> {
        let there = |member: &&Member| {
            let seat = Seat { company: member.company, member: member.person };
            member.speaks() && member.in_term(on) && matches!(self.0.get(&seat), Some(Presence::Present { .. }))
        };
        group.members.iter().filter(there).map(|member| member.company).collect()
    }

    /// Whether so many companies were there that the group can decide. A deputy counts like the member, and a company
    /// once, however many of its people came.
    #[must_use]
    pub fn quorate(&self, group: &Group, on: NaiveDate) -> bool {
        let (seated, present) = (companies_seated(group, on).len(), self.present(group, on).len());
        seated > 0
            && match group.quorum {
                Quorum::All => present == seated,
                Quorum::Majority => present * 2 > seated,
                Quorum::TwoThirds => present * 3 >= seated * 2,
            }
    }
}

#[cfg(test)]
#[path = "attendance_tests.rs"]
mod tests;
