//! The seats of a coordination group on a day: which companies have one, who speaks in it, and who holds its meetings.

use super::codes::{DECISION_NOT_A_MEMBER, DECISION_TERM_OVER, refused};
use crate::access::{Actor, Place, Verb};
use crate::agreements::{Group, Member};
use crate::kernel::{AgreementId, CompanyId, PersonId, Verdict};
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

/// Whether an actor arranges and holds the meetings of a group on a day: the steward, and coordinators with a seat in the group,
/// of their own or as a deputy. What a group that is no more has left behind is the steward's.
#[must_use]
pub fn holds(actor: &Actor, group: Option<&Group>, agreement: AgreementId, today: NaiveDate) -> bool {
    let mut seats = group.into_iter().flat_map(|group| &group.members).filter(|member| member.in_term(today));
    let sits = |person: PersonId| seats.any(|member| member.seats(person));
    let may = actor.may(Verb::MeetingHold, Place::shared(agreement));
    may && (actor.is_steward(agreement) || actor.person().is_some_and(sits))
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{AGREEMENT, company, day, deputy, group, member, person};
    use super::*;
    use crate::access::{Grant, Role, Scope, Who};
    use crate::agreements::{DecisionRule, Quorum};

    fn holding(role: Role, id: PersonId) -> Actor {
        let who = Who::Person { id, company: company(1), operator: false };
        let grants = vec![Grant { agreement: AGREEMENT, company: company(1), role }];
        Actor { who, grants, prospects: Vec::new(), scopes: Scope::ALL.to_vec(), token: None }
    }

    #[test]
    fn the_steward_and_coordinators_with_a_seat_hold_the_meetings_of_a_group() {
        let mut board = group(DecisionRule::Majority, Quorum::Majority);
        board.members.push(Member { until: Some(day("2026-03-10")), ..member(5) });
        let today = day("2026-03-09");
        for (role, id, expected) in [
            (Role::Steward, person(9), true),
            (Role::Coordinator, person(1), true),
            (Role::Coordinator, deputy(2), true),
            (Role::Coordinator, person(5), true),
            (Role::Coordinator, person(9), false),
            (Role::Signatory, person(1), false),
            (Role::Auditor, person(9), false),
        ] {
            assert_eq!(holds(&holding(role, id), Some(&board), AGREEMENT, today), expected, "{role:?} {id}");
        }
        let later = day("2026-03-10");
        assert!(!holds(&holding(Role::Coordinator, person(5)), Some(&board), AGREEMENT, later), "a term is over");
        assert!(holds(&holding(Role::Steward, person(9)), None, AGREEMENT, today), "the group is no more");
        assert!(!holds(&holding(Role::Coordinator, person(1)), None, AGREEMENT, today));
        assert!(holds(&Actor::console(), Some(&board), AGREEMENT, today), "the console is every agreement's steward");
        let reads = Actor { scopes: vec![Scope::Read], ..holding(Role::Steward, person(9)) };
        assert!(!holds(&reads, Some(&board), AGREEMENT, today), "with a token to read");
        let elsewhere = AgreementId(uuid::Uuid::from_u128(77));
        assert!(!holds(&holding(Role::Steward, person(9)), Some(&board), elsewhere, today));
    }
}
