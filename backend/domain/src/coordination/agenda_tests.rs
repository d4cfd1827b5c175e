//! What follows from what is open, on an agenda that people work on.

use super::*;
use crate::coordination::{AgendaOutcome, Subject};
use crate::kernel::{AgreementId, By, DeviationId, MeetingId};
use uuid::Uuid;

const SECTIONS: [Section; 3] = [Section::Deviations, Section::Actions, Section::Other];

fn at(day: i64) -> Moment {
    Moment::parse("2026-03-01T00:00:00Z").unwrap().plus_seconds(day * 86_400)
}

fn deviation(number: u128) -> Subject {
    Subject::Deviation { id: DeviationId(Uuid::from_u128(number)) }
}

fn open(number: u128, section: Section, due: Option<i64>) -> OpenMatter {
    let matter = Matter { section, subject: deviation(number), title: format!("matter {number}"), owner: None };
    OpenMatter { matter, sight: Sight::Everybody, known: Snapshot::new("open", at(0)).due(due.map(at)) }
}

fn item(number: u128, found: &OpenMatter, order: i32) -> AgendaItem {
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(number)),
        agreement: AgreementId(Uuid::from_u128(1)),
        meeting: MeetingId(Uuid::from_u128(2)),
        matter: found.matter.clone(),
        sight: found.sight.clone(),
        added: None,
        order,
        outcome: None,
        settled: None,
        from: None,
        snapshot: None,
    }
}

fn titles(changes: &AgendaChanges) -> Vec<(&str, i32)> {
    changes.added.iter().map(|(it, order)| (it.matter.title.as_str(), *order)).collect()
}

#[test]
fn an_empty_agenda_takes_what_is_open_by_section_then_by_due_date_each_once() {
    let found = vec![
        open(3, Section::Actions, None),
        open(2, Section::Deviations, None),
        open(1, Section::Deviations, Some(3)),
        open(2, Section::Actions, Some(1)),
        open(4, Section::Health, Some(1)),
    ];
    let changes = agenda_changes(&SECTIONS, &[], found);
    assert_eq!(titles(&changes), [("matter 1", 1), ("matter 2", 2), ("matter 3", 3)]);
}

#[test]
fn what_comes_later_stands_at_the_end_of_its_section_wherever_members_moved_the_others() {
    let found = [open(1, Section::Deviations, None), open(2, Section::Actions, None)];
    let current = [item(1, &found[0], 5), item(2, &found[1], 1)];
    let new = [found.to_vec(), vec![open(7, Section::Deviations, Some(1)), open(8, Section::Other, None)]].concat();
    assert_eq!(titles(&agenda_changes(&SECTIONS, &current, new)), [("matter 7", 6), ("matter 8", 7)]);
}

#[test]
fn what_is_settled_elsewhere_goes_unless_somebody_put_it_there_or_something_came_of_it() {
    let found = open(1, Section::Deviations, None);
    let by = By { person: Uuid::nil().into(), company: Uuid::nil().into(), at: at(0) };
    let plain = item(1, &found, 1);
    let added = AgendaItem { added: Some(by), ..item(2, &open(2, Section::Deviations, None), 2) };
    let settled = AgendaItem {
        outcome: Some(AgendaOutcome::Dropped { reason: "no".to_owned() }),
        ..item(3, &open(3, Section::Deviations, None), 3)
    };
    let deferred = AgendaItem { from: Some(plain.id), ..item(4, &open(4, Section::Deviations, None), 4) };
    let section = Section::Team;
    let subject = Matter { subject: Subject::KickOff { section }, section, ..found.matter.clone() };
    let kick_off = AgendaItem { matter: subject, ..item(5, &found, 5) };
    let changes = agenda_changes(&SECTIONS, &[plain.clone(), added, settled, deferred, kick_off], Vec::new());
    assert_eq!(changes, AgendaChanges { removed: vec![plain.id], ..AgendaChanges::default() });
}

#[test]
fn following_again_changes_nothing_and_a_new_name_or_sight_is_taken_over() {
    let found = [open(1, Section::Deviations, None), open(2, Section::Actions, None)];
    let current = [item(1, &found[0], 1), item(2, &found[1], 2)];
    assert!(agenda_changes(&SECTIONS, &current, found.to_vec()).is_empty());
    let concealed = OpenMatter { sight: Sight::Figures { company: None }, ..found[0].clone() };
    let changes = agenda_changes(&SECTIONS, &current, vec![concealed.clone(), found[1].clone()]);
    assert_eq!(changes.changed, [(current[0].id, concealed)]);
}

#[test]
fn what_was_brought_along_keeps_its_name_and_is_seen_as_it_is_where_it_comes_from() {
    let found = open(1, Section::Deviations, None);
    let by = By { person: Uuid::nil().into(), company: Uuid::nil().into(), at: at(0) };
    let ours = Matter { title: "Ours".to_owned(), section: Section::Other, ..found.matter.clone() };
    let brought = AgendaItem { added: Some(by), matter: ours.clone(), ..item(1, &found, 1) };
    assert!(agenda_changes(&SECTIONS, std::slice::from_ref(&brought), vec![found.clone()]).is_empty());
    let concealed = OpenMatter { sight: Sight::Figures { company: None }, ..found };
    let changes = agenda_changes(&SECTIONS, std::slice::from_ref(&brought), vec![concealed.clone()]);
    assert_eq!(changes.changed, [(brought.id, OpenMatter { matter: ours, ..concealed.clone() })]);
    let settled = AgendaItem { outcome: Some(AgendaOutcome::Dropped { reason: "no".to_owned() }), ..brought };
    assert!(agenda_changes(&SECTIONS, &[settled], vec![concealed]).is_empty());
}
