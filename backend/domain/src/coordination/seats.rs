//! The seats of a coordination group on a day: which companies have one, and who speaks in it.

use super::codes::{DECISION_NOT_A_MEMBER, DECISION_TERM_OVER, refused};
use crate::agreements::{Group, Member};
use crate::kernel::{CompanyId, PersonId, Verdict};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The companies that have a seat with a voice on a day.
#[must_use]
pub fn companies_seated(group: &Group, on: NaiveDate) -> BTreeSet<CompanyId> {
    group.members.iter().filter(|member| member.speaks() && member.in_term(on)).map(|member| member.company).collect()
}

/// The seat in which somebody speaks for a company on a day: their own, or that of the member whose deputy they are.
///
/// # Errors
/// [`DECISION_NOT_A_MEMBER`]; [`DECISION_TERM_OVER`] where the only such seat is outside its term.
pub fn seat_of(group: &Group, person: PersonId, company: CompanyId, on: NaiveDate) -> Verdict<&Member> {
    let theirs = |member: &&Member| member.company == company && member.speaks() && member.seats(person);
    let mut seats: Vec<&Member> = group.members.iter().filter(theirs).collect();
    if seats.is_empty() {
        return Err(refused(DECISION_NOT_A_MEMBER));
    }
    seats.retain(|member| member.in_term(on));
    seats.sort_by_key(|member| member.person != person);
    seats.into_iter().next().ok_or_else(|| refused(DECISION_TERM_OVER))
}
