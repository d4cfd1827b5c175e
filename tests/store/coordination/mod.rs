//! Coordination groups on both databases.

mod agenda;
mod sight;

use crate::support::deviations::{Group, PAUL};
use concordat_domain::{
    access::Verb,
    agreements::{MeetingForm, Section, Template},
    coordination::{Call, Matter, Owner, Slot, Subject},
    kernel::{AgendaItemId, MeetingId, Moment},
};
use concordat_service::{
    coordination::{self, MeetingView, Pack},
    kernel::{Outcome, Permitted, Tx},
};

fn moment(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

/// Paul calls a meeting for the seventh of April.
fn called(group: &Group<'_>) -> MeetingId {
    let slot = Slot {
        title: "Review of March".to_owned(),
        starts: moment("2026-04-07T08:00:00Z"),
        ends: moment("2026-04-07T09:00:00Z"),
        zone: group.terms.zone,
        form: MeetingForm::Online,
        place: None,
        flags: Vec::new(),
    };
    let sections = vec![Section::Deviations, Section::Actions, Section::Answers, Section::Other];
    let call = Call { group: group.terms.groups[0].id, template: Template::Custom, sections, slot };
    let call = |tx: &mut Tx<'_>| coordination::call(tx, group.agreement, call.clone());
    group.world.database.write(&group.world.person(PAUL), group.agreement, call).unwrap().meeting.id
}

fn follow(group: &Group<'_>) -> usize {
    coordination::follow_agendas(&group.world.database).unwrap()
}

fn with<T>(group: &Group<'_>, who: &str, read: impl FnOnce(Pack) -> T, meeting: MeetingId) -> T {
    let pack = |tx: &mut Tx<'_>| coordination::pack(tx, group.agreement, meeting);
    read(group.world.database.read(&group.world.person(who), pack).unwrap().1)
}

fn titles(group: &Group<'_>, who: &str, meeting: MeetingId) -> Vec<String> {
    with(group, who, |pack| pack.items.into_iter().map(|it| it.view.item.matter.title).collect(), meeting)
}

fn on_meeting<T>(
    group: &Group<'_>,
    who: &str,
    verb: Verb,
    meeting: MeetingId,
    work: impl Fn(&mut Tx<'_>, Permitted<MeetingView>) -> Outcome<T>,
) -> Outcome<T> {
    group.world.database.write(&group.world.person(who), group.agreement, |tx| {
        let on = tx.permit(verb, (group.agreement, meeting))?;
        work(tx, on)
    })
}

/// Somebody starts a meeting.
fn start(group: &Group<'_>, who: &str, meeting: MeetingId) {
    let start = |tx: &mut Tx<'_>, on: Permitted<MeetingView>| {
        let revision = on.revision;
        coordination::start(tx, on, revision)
    };
    on_meeting(group, who, Verb::MeetingHold, meeting, start).unwrap();
}

/// Somebody puts a matter on an agenda, for their own company.
fn add(group: &Group<'_>, who: &str, meeting: MeetingId, subject: Subject) -> Outcome<AgendaItemId> {
    add_for(group, who, meeting, subject, None)
}

/// Somebody puts a matter on an agenda and says whose it is.
fn add_for(
    group: &Group<'_>,
    who: &str,
    meeting: MeetingId,
    subject: Subject,
    owner: Option<&str>,
) -> Outcome<AgendaItemId> {
    let owner = owner.map(|code| Owner { company: group.company(code), person: None });
    let matter = Matter { section: Section::Other, subject, title: "Brought along".to_owned(), owner };
    on_meeting(group, who, Verb::AgendaKeep, meeting, |tx, on| {
        coordination::add_matter(tx, &on, matter.clone()).map(|view| view.item.id)
    })
}
