//! Each verb in each state, and what a kick-off and attendance require.

use super::super::fixtures::{AGREEMENT, at, by, codes, company, deputy, group, meeting, person, slot};
use super::*;
use crate::agreements::{DecisionRule, Quorum};
use crate::coordination::{AgendaItem, Came, Matter, Sight, Turnout};
use crate::kernel::{AgendaItemId, DecisionId};
use uuid::Uuid;

const NOW: &str = "2026-03-09T08:00:00Z";

fn chair() -> By {
    by(person(1), 1, NOW)
}

fn running() -> Meeting {
    meeting(Template::WeeklyStatus).start(chair()).unwrap()
}

fn board() -> Group {
    group(DecisionRule::Unanimous, Quorum::Majority)
}

fn present(number: u128, person: crate::kernel::PersonId) -> (Seat, Presence) {
    (Seat { company: company(number), member: super::super::fixtures::person(number) }, Presence::Present { person })
}

#[test]
fn each_verb_is_done_in_its_states_alone() {
    let planned = meeting(Template::WeeklyStatus);
    let cancelled = planned.clone().cancel("nobody can come", chair()).unwrap();
    let missed = planned.clone().miss(at("2026-03-09T09:00:00Z"));
    let held = running().end(&board(), &[], &[], chair()).unwrap();
    let names = [&planned, &running(), &held, &missed, &cancelled].map(|it| it.state.name());
    assert_eq!(names, ["planned", "running", "held", "missed", "cancelled"]);
    for over in [running(), held.clone(), missed.clone(), cancelled.clone()] {
        assert_eq!(codes(over.clone().start(chair())), ["MEETING_NOT_PLANNED"]);
        assert_eq!(codes(over.clone().cancel("again", chair())), ["MEETING_NOT_PLANNED"]);
        let other = slot("2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z");
        assert_eq!(codes(over.clone().reschedule(other, at(NOW))), ["MEETING_NOT_PLANNED"]);
        assert_eq!(over.clone().miss(at("2026-04-01T00:00:00Z")), over, "only what is planned is missed");
    }
    for still in [planned, held, missed, cancelled] {
        assert_eq!(codes(still.clone().end(&board(), &[], &[], chair())), ["MEETING_NOT_RUNNING"]);
        assert_eq!(codes(still.record(&board(), &[])), ["MEETING_NOT_RUNNING"]);
    }
}

#[test]
fn it_starts_within_an_hour_before_its_time_and_before_its_end() {
    let starts = |when| meeting(Template::WeeklyStatus).start(by(person(1), 1, when)).map(|it| it.state.name());
    assert_eq!(codes(starts("2026-03-09T06:59:59Z")), ["MEETING_AHEAD"]);
    assert_eq!(starts("2026-03-09T07:00:00Z"), Ok("running"));
    assert_eq!(starts("2026-03-09T08:59:59Z"), Ok("running"));
    assert_eq!(codes(starts("2026-03-09T09:00:00Z")), ["MEETING_OVER"]);
    let early = meeting(Template::WeeklyStatus).miss(at("2026-03-09T08:59:59Z"));
    assert_eq!(early.state, MeetingState::Planned);
}

#[test]
fn a_change_of_time_counts_in_the_sequence_and_the_same_again_does_not() {
    let later = slot("2026-03-10T08:00:00Z", "2026-03-10T09:00:00Z");
    let moved = meeting(Template::WeeklyStatus).reschedule(later.clone(), at(NOW)).unwrap();
    assert_eq!(moved.sequence, 1);
    let again = moved.clone().reschedule(later, at(NOW)).unwrap();
    assert_eq!(again, moved);
    assert_eq!(moved.cancel("nobody can come", chair()).unwrap().sequence, 2);
    for (starts, ends) in [
        ("2026-03-09T07:00:00Z", "2026-03-09T09:00:00Z"),
        ("2026-03-10T08:00:00Z", "2026-03-10T08:00:00Z"),
        ("2026-03-10T08:00:00Z", "2026-03-11T08:00:01Z"),
    ] {
        let wrong = meeting(Template::WeeklyStatus).reschedule(slot(starts, ends), at(NOW));
        assert_eq!(codes(wrong), ["MEETING_TIME"], "{starts} {ends}");
    }
}

#[test]
fn attendance_is_of_members_and_their_deputies() {
    let entry = |seat, who| running().record(&board(), &[present(seat, who)]);
    assert!(entry(1, person(1)).is_ok());
    assert!(entry(1, deputy(1)).is_ok());
    assert_eq!(codes(entry(1, deputy(2))), ["MEETING_NOT_A_MEMBER"]);
    assert_eq!(codes(entry(9, person(9))), ["MEETING_NOT_A_MEMBER"]);
    let mut left = board();
    left.members[1].until = Some(super::super::fixtures::day("2026-03-09"));
    left.members[2].deputy = None;
    let wrong = running().record(&left, &[present(2, person(2)), present(3, deputy(3))]).unwrap_err();
    let told: Vec<_> = wrong.0.iter().map(|it| (it.code.as_ref(), it.field.as_deref().unwrap())).collect();
    assert_eq!(told, [("MEETING_NOT_A_MEMBER", "attendance.0"), ("MEETING_NO_DEPUTY", "attendance.1")]);
}

#[test]
fn who_was_not_recorded_was_absent_and_required_levels_are_missed() {
    let roll = [present(1, deputy(1)), present(2, person(2))];
    let held = running().record(&board(), &roll).unwrap().end(&board(), &[Level::Senior], &[], chair()).unwrap();
    let MeetingState::Held { quorum, turnout, .. } = held.state else { panic!("not held") };
    assert!(quorum);
    let without = Came::WithoutLevels { levels: vec![Level::Senior] };
    let came = [Came::Came, without, Came::Absent];
    let due: Vec<Turnout> = (1..).zip(came).map(|(number, came)| Turnout { company: company(number), came }).collect();
    assert_eq!(turnout, due);
}

fn subject(section: Section, outcome: Option<AgendaOutcome>) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(section as u128)),
        agreement: AGREEMENT,
        meeting: MeetingId(Uuid::from_u128(3)),
        matter: Matter { section, subject: Subject::KickOff { section }, title: "One".into(), owner: None },
        sight: Sight::Everybody,
        added: None,
        order: 0,
        outcome,
        settled: None,
        from: None,
        snapshot: None,
    }
}

#[test]
fn a_kick_off_ends_when_all_six_subjects_were_gone_through() {
    let kick_off = meeting(Template::KickOff);
    assert_eq!(kick_off.sections, Section::KICK_OFF);
    let kick_off = kick_off.start(chair()).unwrap();
    let noted = || Some(AgendaOutcome::Noted { text: "as planned".into() });
    let all: Vec<AgendaItem> = Section::KICK_OFF.map(|section| subject(section, noted())).into();
    assert!(kick_off.clone().end(&board(), &[], &all, chair()).is_ok());
    let shown = |agenda: &[AgendaItem]| {
        let refusals = kick_off.clone().end(&board(), &[], agenda, chair()).unwrap_err();
        refusals.0.into_iter().map(|refusal| refusal.field.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(shown(&[]).len(), 6);
    assert_eq!(shown(&all[1..]), ["agenda.team"]);
    let mut dropped = all.clone();
    dropped[3].outcome = Some(AgendaOutcome::Dropped { reason: "no time".into() });
    dropped[4].outcome = None;
    assert_eq!(shown(&dropped), ["agenda.schedule", "agenda.contingency"]);
    dropped[3].outcome = Some(AgendaOutcome::Decided { decision: DecisionId(Uuid::from_u128(1)) });
    assert_eq!(shown(&dropped), ["agenda.contingency"]);
}
