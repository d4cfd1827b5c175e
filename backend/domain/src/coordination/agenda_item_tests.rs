//! As what a matter is escalated, at whom, and what follows where it comes from.

use super::super::fixtures::{AGREEMENT, at, codes, company};
use super::*;

fn item(subject: Subject, sight: Sight) -> AgendaItem {
    let owner = Some(Owner { company: company(9), person: None });
    AgendaItem {
        id: AgendaItemId(Uuid::from_u128(7)),
        agreement: AGREEMENT,
        meeting: MeetingId(Uuid::from_u128(3)),
        matter: Matter { section: Section::Other, subject, title: "t".to_owned(), owner },
        sight,
        added: None,
        order: 1,
        outcome: None,
        settled: None,
        from: None,
        snapshot: None,
    }
}

fn deviation() -> Subject {
    Subject::Deviation { id: Uuid::nil().into() }
}

#[test]
fn it_is_escalated_as_what_guards_it() {
    let (case, action, task) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), Uuid::from_u128(4).into());
    let companies = [company(1)].into();
    let concealed = Sight::Companies { companies };
    for (subject, sight, expected) in [
        (Subject::Dispute { case, number: 1 }, concealed.clone(), Ok(escalations::Subject::Case { case })),
        (Subject::Pause { case, number: 1 }, concealed.clone(), Ok(escalations::Subject::Case { case })),
        (Subject::Action { id: action }, concealed.clone(), Ok(escalations::Subject::Action { action })),
        (Subject::Consent { action }, concealed.clone(), Ok(escalations::Subject::Action { action })),
        (Subject::Task { action, id: task }, concealed.clone(), Ok(escalations::Subject::Task { action, task })),
        (deviation(), Sight::Figures { company: Some(company(1)) }, Err("AGENDA_CONCEALED")),
        (Subject::Escalation { id: Uuid::nil().into() }, concealed, Err("AGENDA_CONCEALED")),
        (Subject::Health { company: company(1) }, Sight::Everybody, Err("AGENDA_CONCEALED")),
    ] {
        let escalates = item(subject.clone(), sight).escalates_as();
        assert_eq!(escalates.map_err(|no| no.0[0].code.to_string()), expected.map_err(str::to_owned), "{subject:?}");
    }
    let itself =
        escalations::Subject::MeetingItem { meeting: MeetingId(Uuid::from_u128(3)), item: Uuid::from_u128(7).into() };
    let own = Sight::Own { companies: [company(1)].into() };
    for item in [item(Subject::Free, Sight::Everybody), item(deviation(), Sight::Everybody), item(deviation(), own)] {
        assert_eq!(item.escalates_as(), Ok(itself));
    }
    let gone = AgendaItem {
        outcome: Some(AgendaOutcome::Noted { text: "n".to_owned() }),
        ..item(Subject::Free, Sight::Everybody)
    };
    assert_eq!(codes(gone.escalates_as()), ["AGENDA_ITEM_SETTLED"]);
}

#[test]
fn whose_it_is_said_to_be_counts_of_what_stands_alone_only() {
    let source = Some(Owner { company: company(1), person: None });
    let section = Section::Team;
    for (subject, expected) in
        [(deviation(), company(1)), (Subject::Free, company(9)), (Subject::KickOff { section }, company(9))]
    {
        assert_eq!(item(subject.clone(), Sight::Everybody).answered_by(source), Some(expected), "{subject:?}");
    }
    assert_eq!(item(deviation(), Sight::Everybody).answered_by(None), None);
}

#[test]
fn what_was_found_open_follows_and_what_somebody_put_there_does_not() {
    let (plain, free) = (item(deviation(), Sight::Everybody), item(Subject::Free, Sight::Everybody));
    let by = By { person: Uuid::nil().into(), company: company(1), at: at("2026-03-02T08:00:00Z") };
    let added = AgendaItem { added: Some(by), ..plain.clone() };
    let deferred = AgendaItem { from: Some(plain.id), ..plain.clone() };
    assert!(plain.follows());
    assert!(![added, deferred, free].iter().any(AgendaItem::follows));
}
