//! What a meeting says about the companies that had to come: facts from which the health of commitments is read.

use super::{Presence, Roll, Seat, companies_seated};
use crate::agreements::{Group, Level, Member};
use crate::kernel::CompanyId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether a company came to a meeting that was held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "came", rename_all = "snake_case")]
pub enum Came {
    /// It did, at every level that had to be there.
    Came,
    /// It did, but nobody of these levels.
    WithoutLevels {
        /// Which levels were missing.
        levels: Vec<Level>,
    },
    /// All of its people were excused.
    Excused,
    /// It did not.
    Absent,
}

/// How a company turned out for a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turnout {
    /// The company.
    pub company: CompanyId,
    /// Whether it came.
    #[serde(flatten)]
    pub came: Came,
}

/// How each company with a seat turned out, by company; `requires` are the levels that had to be there.
#[must_use]
pub fn turnout(group: &Group, roll: &Roll, requires: &[Level], on: NaiveDate) -> Vec<Turnout> {
    companies_seated(group, on)
        .into_iter()
        .map(|company| Turnout { company, came: came(group, roll, requires, on, company) })
        .collect()
}

fn came(group: &Group, roll: &Roll, requires: &[Level], on: NaiveDate, company: CompanyId) -> Came {
    let of = |member: &&Member| member.company == company && member.speaks() && member.in_term(on);
    let presence = |member: &Member| roll.presence(Seat { company, member: member.person });
    let seats: Vec<&Member> = group.members.iter().filter(of).collect();
    let there: Vec<Level> = seats
        .iter()
        .filter(|member| matches!(presence(member), Some(Presence::Present { .. })))
        .map(|member| member.level)
        .collect();
    if there.is_empty() {
        let excused = seats.iter().all(|member| presence(member) == Some(&Presence::Excused));
        return if excused { Came::Excused } else { Came::Absent };
    }
    let levels: Vec<Level> = requires.iter().filter(|level| !there.contains(level)).copied().collect();
    if levels.is_empty() { Came::Came } else { Came::WithoutLevels { levels } }
}
