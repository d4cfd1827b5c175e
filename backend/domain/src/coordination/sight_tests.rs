//! Subject by subject and sight by sight: who sees what.

use super::super::fixtures::{AGREEMENT, company};
use super::*;
use crate::access::{Grant, Role, Scope, Who};
use crate::agreements::Section;
use uuid::Uuid;

/// Somebody with a role for a company.
fn holding(role: Role, number: u128) -> Actor {
    let who = Who::Person { id: Uuid::from_u128(number).into(), company: company(number), operator: false };
    let grants = vec![Grant { agreement: AGREEMENT, company: company(number), role }];
    Actor { who, grants, prospects: Vec::new(), scopes: Scope::ALL.to_vec(), token: None }
}

/// Who of those with a role for the first, second and third company sees a matter.
fn seers(sight: &Sight, subject: &Subject, role: Role) -> Vec<u128> {
    (1..=3).filter(|number| sight.reaches(&holding(role, *number), AGREEMENT, subject)).collect()
}

fn of(numbers: &[u128]) -> BTreeSet<CompanyId> {
    numbers.iter().map(|number| company(*number)).collect()
}

fn health() -> Subject {
    Subject::Health { company: company(1) }
}

fn escalation() -> Subject {
    Subject::Escalation { id: Uuid::nil().into() }
}

fn deviation() -> Subject {
    Subject::Deviation { id: Uuid::nil().into() }
}

fn task() -> Subject {
    Subject::Task { action: Uuid::nil().into(), id: Uuid::nil().into() }
}

fn dispute() -> Subject {
    Subject::Dispute { case: Uuid::nil().into(), number: 1 }
}

#[test]
fn each_subject_is_guarded_by_the_verb_of_where_it_comes_from() {
    let (id, section) = (Uuid::nil(), Section::Team);
    for (subject, verb) in [
        (deviation(), Verb::DeviationView),
        (Subject::Action { id: id.into() }, Verb::ActionView),
        (task(), Verb::ActionView),
        (Subject::Consent { action: id.into() }, Verb::ActionView),
        (Subject::ActionItem { id: id.into() }, Verb::ItemView),
        (Subject::Finding { key: id }, Verb::BoundaryView),
        (dispute(), Verb::CaseView),
        (Subject::Pause { case: id.into(), number: 1 }, Verb::CaseView),
        (escalation(), Verb::EscalationView),
        (Subject::Voice { id: id.into() }, Verb::VoiceView),
        (Subject::Decision { id: id.into() }, Verb::MeetingView),
        (health(), Verb::HealthView),
        (Subject::KickOff { section }, Verb::MeetingView),
        (Subject::Free, Verb::MeetingView),
    ] {
        assert_eq!(subject.guard(), verb, "{subject:?}");
        let seen = Sight::Everybody.reaches(&Actor::anonymous(), AGREEMENT, &subject);
        assert!(!seen, "{subject:?} by somebody who is signed out");
        assert!(Sight::Everybody.reaches(&holding(Role::Auditor, 1), AGREEMENT, &subject), "{subject:?}");
    }
}

#[test]
fn what_is_each_companys_own_is_seen_by_its_people_and_by_those_who_see_every_companys() {
    let sight = Sight::Own { companies: of(&[1]) };
    assert_eq!(seers(&sight, &health(), Role::Analyst), [1]);
    assert_eq!(seers(&sight, &health(), Role::Signatory), [1]);
    assert_eq!(seers(&sight, &health(), Role::Coordinator), [1, 2, 3]);
    assert_eq!(seers(&sight, &health(), Role::Sme), [0; 0], "no expert sees any company's health");
    let concerned = Sight::Own { companies: of(&[1, 3]) };
    assert_eq!(seers(&concerned, &escalation(), Role::Sme), [1, 3]);
    assert_eq!(seers(&concerned, &escalation(), Role::Auditor), [1, 2, 3]);
    // without a company it is for those only who see every company's
    assert_eq!(seers(&Sight::Everybody, &escalation(), Role::Sme), [0; 0]);
    assert_eq!(seers(&Sight::Everybody, &escalation(), Role::Coordinator), [1, 2, 3]);
}

#[test]
fn what_is_concealed_is_seen_by_its_companies_and_by_those_who_see_what_is_concealed() {
    let figures = Sight::Figures { company: Some(company(1)) };
    assert_eq!(seers(&figures, &deviation(), Role::Coordinator), [1]);
    assert_eq!(seers(&figures, &deviation(), Role::Steward), [1, 2, 3]);
    assert_eq!(seers(&figures, &deviation(), Role::Customer), [0; 0], "who sees disclosed ones alone");
    assert_eq!(seers(&Sight::Figures { company: None }, &deviation(), Role::Coordinator), [0; 0]);
    assert_eq!(seers(&Sight::Figures { company: None }, &deviation(), Role::Auditor), [1, 2, 3]);
    let case = Sight::Case { companies: of(&[1, 2]) };
    assert_eq!(seers(&case, &dispute(), Role::Coordinator), [1, 2]);
    assert_eq!(seers(&case, &dispute(), Role::Steward), [1, 2, 3]);
    assert_eq!(seers(&case, &dispute(), Role::Signatory), [0; 0], "who sees no case");
    assert_eq!(seers(&case, &escalation(), Role::Sme), [1, 2]);
    let plan = Sight::Companies { companies: of(&[2]) };
    assert_eq!(seers(&plan, &task(), Role::Engineer), [2]);
    assert_eq!(seers(&plan, &task(), Role::Auditor), [1, 2, 3]);
    assert_eq!(seers(&plan, &escalation(), Role::Sme), [2]);
    assert_eq!(seers(&plan, &escalation(), Role::Analyst), [0; 0], "who sees no escalation");
}

#[test]
fn what_some_may_not_see_is_concealed() {
    let (company, companies) = (Some(company(1)), of(&[1]));
    assert!(!Sight::Everybody.is_concealed() && !Sight::Own { companies: companies.clone() }.is_concealed());
    let case = Sight::Case { companies: companies.clone() };
    assert!([Sight::Figures { company }, case, Sight::Companies { companies }].iter().all(Sight::is_concealed));
}
