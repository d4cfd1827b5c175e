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
        rechecking::Left,
        store::{
            self,
            feeds::{Invited, Invites, Told},
            mails::{Letter, Stored},
        },
    },
};
use concordat_domain::{
    agreements::{Group, Member, Person, Terms},
    coordination::{Meeting, MeetingState},
    kernel::{Event, MeetingId, Moment, PersonId},
    notifications::{
        Language, Topic,
        calendar::{Calendar, CalendarEvent, Contact, Method, Status, invitation, uid},
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
    let mut letters: Letters<'_> = BTreeMap::new();
    for meeting in &ahead {
        if let Some(group) = view.terms.group(meeting.group) {
            let told = told.get(&meeting.id).map_or(&[][..], Vec::as_slice);
            gather(&mut letters, &view.terms, group, meeting, told);
        }
    }
    for ((to, _, what), about) in letters {
        send(tx, view, to, what, &about)?;
    }
    Ok(())
}

/// What has to be told: by person and series, so that the meetings of one series come in one mail.
type Letters<'a> = BTreeMap<(PersonId, String, Told), Vec<(&'a Group, &'a Meeting, bool)>>;

/// Whoever should know of a meeting and does not is told, and whoever was invited and should not be is let off.
fn gather<'a>(letters: &mut Letters<'a>, terms: &Terms, group: &'a Group, meeting: &'a Meeting, told: &[Invited]) {
    let wanted = if meeting.state == MeetingState::Planned { invited(terms, group, meeting) } else { BTreeMap::new() };
    let off = matches!(meeting.state, MeetingState::Cancelled { .. } | MeetingState::Planned);
    let mut tell = |person: PersonId, what: Told, required: bool| {
        letters.entry((person, uid(meeting), what)).or_default().push((group, meeting, required));
    };
    for (person, required) in &wanted {
        match told.iter().find(|one| one.person == *person) {
            Some(last) if !last.withdrawn && last.sequence >= meeting.sequence => {}
            Some(last) if !last.withdrawn => tell(*person, Told::Changed, *required),
            _ => tell(*person, Told::Invited, *required),
        }
    }
    for last in told.iter().filter(|last| off && !last.withdrawn && !wanted.contains_key(&last.person)) {
        tell(last.person, Told::LetOff, false);
    }
}

/// Who is invited to a meeting: its members on that day for companies that are bound then, of whom those who speak have to come,
/// and their deputies.
fn invited(terms: &Terms, group: &Group, meeting: &Meeting) -> BTreeMap<PersonId, bool> {
    let (mut people, day) = (BTreeMap::new(), meeting.day());
    let bound = |member: &&Member| member.in_term(day) && terms.in_force(member.company, day);
    for member in group.members.iter().filter(bound) {
        *people.entry(member.person).or_insert(false) |= member.speaks();
        if let Some(deputy) = member.deputy {
            people.entry(deputy).or_insert(false);
        }
    }
    people
}

fn send(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    to: PersonId,
    what: Told,
    about: &[(&Group, &Meeting, bool)],
) -> Outcome<()> {
    let agreement = view.agreement.id;
    for (_, meeting, _) in about {
        let withdrawn = what == Told::LetOff;
        let told = Invited { meeting: meeting.id, person: to, sequence: meeting.sequence, withdrawn };
        store::feeds::note_invited(tx, agreement, told)?;
    }
    // whoever the terms do not name any more has nothing to do with it
    let Some(person) = view.terms.person(to).cloned() else { return Ok(()) };
    let language = language(tx, to)?;
    let Letter { subject, text, html, calendar } = letter(view, &person, what, about, language, tx.now());
    let invites = Some(Invites { what, meetings: about.iter().map(|(_, meeting, _)| meeting.id).collect() });
    let topic = Topic::Meetings;
    put(tx, NewMail { about: agreement, to, topic, subject, text, html, calendar, event: None, invites })?;
    Ok(())
}

/// What is left of a mail about meetings when it goes out: those to which its recipient is still invited; of what lets them
/// off, all, as long as the terms name them.
///
/// # Errors
/// A fault of the database.
pub(in crate::notifications) fn left(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    one: &Stored,
    invites: &Invites,
) -> Outcome<Left> {
    let Some(person) = view.terms.person(one.mail.to) else { return Ok(Left::Nothing) };
    if invites.what == Told::LetOff {
        return Ok(Left::All);
    }
    let mut found = coordination::some_meetings(tx, view.agreement.id, &invites.meetings)?;
    found.sort_by_key(|found| found.meeting.slot.starts);
    let about: Vec<(&Group, &Meeting, bool)> = found
        .iter()
        .filter_map(|found| {
            let group = view.terms.group(found.meeting.group)?;
            let required = *invited(&view.terms, group, &found.meeting).get(&person.id)?;
            Some((group, &found.meeting, required))
        })
        .collect();
    if about.len() == invites.meetings.len() {
        return Ok(Left::All);
    }
    if about.is_empty() {
        return Ok(Left::Nothing);
    }
    let letter = letter(view, person, invites.what, &about, language(tx, person.id)?, tx.now());
    let meetings = about.iter().map(|(_, meeting, _)| meeting.id).collect();
    let invites = Some(Invites { meetings, what: invites.what });
    Ok(Left::Less(Box::new(Stored { letter, invites, ..one.clone() }), Vec::new()))
}

/// A letter to one person about meetings of one series.
fn letter(
    view: &AgreementView,
    person: &Person,
    what: Told,
    about: &[(&Group, &Meeting, bool)],
    language: Language,
    now: Moment,
) -> Letter {
    let words = words(view, about, what, language);
    Letter {
        subject: format!("{}: {}", what.word(language), words[0]),
        text: words.join("\n"),
        html: words.iter().map(|line| format!("<p>{}</p>\n", escaped(line))).collect(),
        calendar: Some(calendar(person, what, about, now)),
    }
}

/// The calendar part: what is done with it, and its text.
fn calendar(person: &Person, what: Told, about: &[(&Group, &Meeting, bool)], now: Moment) -> (String, String) {
    let (method, status) = match what {
        Told::LetOff => (Method::Cancel, Status::Cancelled),
        Told::Invited | Told::Changed => (Method::Request, Status::Confirmed),
    };
    let event = |(group, meeting, required): &(&Group, &Meeting, bool)| {
        let to = Contact { name: person.name.clone(), email: person.email.clone() };
        CalendarEvent { status, ..invitation(meeting, group, to, *required, now) }
    };
    let calendar = Calendar { method, name: None, events: about.iter().map(event).collect() };
    (method.name().to_owned(), calendar.write())
}

impl Told {
    /// The word in front of the subject of the mail.
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

/// What the mail says: which meetings, of which group, when, where, and why not.
fn words(view: &AgreementView, about: &[(&Group, &Meeting, bool)], what: Told, language: Language) -> Vec<String> {
    let mut words = Vec::new();
    for (group, meeting, _) in about {
        let slot = &meeting.slot;
        let (starts, ends) = (slot.zone.wall(slot.starts), slot.zone.wall(slot.ends));
        let day = match language {
            Language::En => starts.format("%Y-%m-%d"),
            Language::De => starts.format("%d.%m.%Y"),
        };
        if words.is_empty() {
            words.push(format!("{}, {day}", slot.title));
            words.push(format!("{} · {}", group.name, view.terms.name));
        }
        let place = slot.place.as_ref().map_or_else(String::new, |place| format!(", {place}"));
        let hours = format!("{} – {} ({})", starts.format("%H:%M"), ends.format("%H:%M"), slot.zone);
        words.push(format!("{day} {hours}{place}"));
        if let (MeetingState::Cancelled { reason, .. }, Told::LetOff) = (&meeting.state, what) {
            words.push(reason.clone());
        }
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
