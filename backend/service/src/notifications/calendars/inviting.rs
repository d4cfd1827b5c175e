//! Members are invited to meetings, told when one changes, and let off when it is cancelled or they sit there no more.
//!
//! What happened tells only that it is time to look. What is sent follows from who should know what and who was told what, so
//! nobody is told twice, and nothing is left out.

use crate::{
    agreements::AgreementView,
    coordination,
    kernel::{Outcome, Tx},
    notifications::{
        language,
        mail::{NewMail, put},
        store::{self, feeds::Invited},
    },
};
use concordat_domain::{
    agreements::{Group, Person},
    coordination::{Meeting, MeetingState},
    kernel::{Event, MeetingId, PersonId},
    notifications::{
        Language, Topic,
        calendar::{Calendar, Contact, Method, invitation},
    },
};
use std::collections::{BTreeMap, HashMap};

/// Events after which meetings are held otherwise than their members were told.
const MEETINGS: [&str; 4] = ["meeting.planned", "meeting.called", "meeting.moved", "meeting.cancelled"];
/// So far ahead members are invited, in days.
const AHEAD: i64 = 400;

/// Sends the invitations, updates and cancellations that follow from some events.
///
/// # Errors
/// A fault of the database.
pub fn react(tx: &mut Tx<'_>, view: &AgreementView, events: &[Event]) -> Outcome<()> {
    let concerned = |event: &Event| MEETINGS.contains(&event.kind.name()) || event.kind.noun() == "agreement";
    if !events.iter().any(concerned) {
        return Ok(());
    }
    let (now, agreement) = (tx.now(), view.agreement.id);
    let ahead = coordination::meetings_between(tx, agreement, now, now.plus_seconds(AHEAD * 86_400))?;
    let ahead: Vec<Meeting> = ahead.into_iter().map(|view| view.meeting).collect();
    let ids: Vec<MeetingId> = ahead.iter().map(|meeting| meeting.id).collect();
    let mut told: HashMap<MeetingId, Vec<Invited>> = HashMap::new();
    for one in store::feeds::invited(tx, agreement, &ids)? {
        told.entry(one.meeting).or_default().push(one);
    }
    for meeting in &ahead {
        if let Some(group) = view.terms.group(meeting.group) {
            align(tx, view, group, meeting, told.get(&meeting.id).map_or(&[], Vec::as_slice))?;
        }
    }
    Ok(())
}

/// Tells whoever should know of a meeting and does not, and lets off whoever was invited and should not be.
fn align(tx: &mut Tx<'_>, view: &AgreementView, group: &Group, meeting: &Meeting, told: &[Invited]) -> Outcome<()> {
    let wanted = if meeting.state == MeetingState::Planned { invited(group, meeting) } else { BTreeMap::new() };
    let off = matches!(meeting.state, MeetingState::Cancelled { .. }) || meeting.state == MeetingState::Planned;
    for (person, required) in &wanted {
        let last = told.iter().find(|one| one.person == *person);
        if last.is_none_or(|last| last.withdrawn || last.sequence < meeting.sequence) {
            let change = last.is_some_and(|last| !last.withdrawn);
            send(tx, view, (group, meeting), (*person, *required), if change { Told::Changed } else { Told::Invited })?;
        }
    }
    for last in told.iter().filter(|last| off && !last.withdrawn && !wanted.contains_key(&last.person)) {
        send(tx, view, (group, meeting), (last.person, false), Told::LetOff)?;
    }
    Ok(())
}

/// Who is invited to a meeting: its members on that day, who must come, and their deputies, who may. Observers may too.
fn invited(group: &Group, meeting: &Meeting) -> BTreeMap<PersonId, bool> {
    let mut people = BTreeMap::new();
    for member in group.members.iter().filter(|member| member.in_term(meeting.day())) {
        let must = people.entry(member.person).or_insert(false);
        *must |= member.speaks();
        if let Some(deputy) = member.deputy {
            people.entry(deputy).or_insert(false);
        }
    }
    people
}

/// What somebody is told of a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Invited,
    Changed,
    LetOff,
}

impl Told {
    /// The word before the title of the meeting, in the subject of the mail.
    const fn word(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Invited, Language::En) => "Invitation",
            (Self::Changed, Language::En) => "Changed",
            (Self::LetOff, Language::En) => "Cancelled",
            (Self::Invited, Language::De) => "Einladung",
            (Self::Changed, Language::De) => "Geändert",
            (Self::LetOff, Language::De) => "Abgesagt",
        }
    }
}

fn send(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    (group, meeting): (&Group, &Meeting),
    (to, required): (PersonId, bool),
    what: Told,
) -> Outcome<()> {
    let agreement = view.agreement.id;
    let note = Invited { meeting: meeting.id, person: to, sequence: meeting.sequence, withdrawn: what == Told::LetOff };
    store::feeds::note_invited(tx, agreement, note)?;
    // whoever the terms do not name any more has nothing to do with it
    let Some(Person { name, email, .. }) = view.terms.person(to).cloned() else { return Ok(()) };
    let language = language(tx, to)?;
    let mut event = invitation(meeting, group, Contact { name, email }, required, tx.now());
    let method = if what == Told::LetOff {
        event.status = concordat_domain::notifications::calendar::Status::Cancelled;
        Method::Cancel
    } else {
        Method::Request
    };
    let ics = Calendar { method, name: None, events: vec![event] }.write();
    let words = words(view, (group, meeting), what, language);
    let mail = NewMail {
        about: agreement,
        to,
        topic: Topic::Meetings,
        subject: format!("{}: {}", what.word(language), words[0]),
        text: words.join("\n"),
        html: words.iter().map(|line| format!("<p>{}</p>\n", escaped(line))).collect(),
        calendar: Some((method.name().to_owned(), ics)),
    };
    put(tx, mail)?;
    Ok(())
}

/// What the mail says: which meeting, of which group, when and where.
fn words(view: &AgreementView, (group, meeting): (&Group, &Meeting), what: Told, language: Language) -> Vec<String> {
    let slot = &meeting.slot;
    let (starts, ends) = (slot.zone.wall(slot.starts), slot.zone.wall(slot.ends));
    let day = match language {
        Language::En => starts.format("%Y-%m-%d"),
        Language::De => starts.format("%d.%m.%Y"),
    };
    let mut words = vec![
        format!("{}, {day}", slot.title),
        format!("{} · {}", group.name, view.terms.name),
        format!("{day} {} – {} ({})", starts.format("%H:%M"), ends.format("%H:%M"), slot.zone),
    ];
    words.extend(slot.place.clone());
    if let (MeetingState::Cancelled { reason, .. }, Told::LetOff) = (&meeting.state, what) {
        words.push(reason.clone());
    }
    words
}

fn escaped(text: &str) -> String {
    let mut told = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => told.push_str("&amp;"),
            '<' => told.push_str("&lt;"),
            '>' => told.push_str("&gt;"),
            '"' => told.push_str("&quot;"),
            '\'' => told.push_str("&#39;"),
            _ => told.push(letter),
        }
    }
    told
}
