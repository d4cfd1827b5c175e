//! The pack as one page to read and to print.

use super::{Pack, PackItem, pack};
use crate::kernel::{No, Outcome, Tx};
use askama::Template;
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{AgendaOutcome, Meeting, MeetingState, Presence, Snapshot, VoiceWord},
    kernel::{AgreementId, CompanyId, MeetingId, Moment, PersonId, Zone},
};
use std::io::Write;

#[derive(Template)]
#[template(path = "coordination/pack.html")]
struct Page {
    title: String,
    group: String,
    day: String,
    when: String,
    state: &'static str,
    place: Option<String>,
    frozen: Option<String>,
    presence: Vec<(String, String)>,
    sections: Vec<Part>,
    decisions: Vec<Decided>,
    errands: Vec<(String, String)>,
    minutes: Option<String>,
}

struct Part {
    title: &'static str,
    items: Vec<Shown>,
}

struct Shown {
    title: String,
    owner: Option<String>,
    then: Vec<(String, String, bool)>,
    now: Vec<(String, String)>,
    outcome: Option<String>,
}

struct Decided {
    title: String,
    text: String,
    state: &'static str,
    voices: Vec<(String, String)>,
}

/// Writes the pack of a meeting as one HTML page.
///
/// # Errors
/// As for [`pack`]; a fault where `out` does not take it.
pub fn write_page(tx: &mut Tx<'_>, agreement: AgreementId, id: MeetingId, mut out: impl Write) -> Outcome<()> {
    let (view, pack) = pack(tx, agreement, id)?;
    let page = page(&view.terms, &pack, tx.now()).render().map_err(No::broken)?;
    out.write_all(page.as_bytes()).and_then(|()| out.flush()).map_err(No::broken)
}

fn page(terms: &Terms, pack: &Pack, now: Moment) -> Page {
    let meeting = &pack.meeting.meeting;
    let began = began(meeting);
    // what members put into a section that the agenda does not have stands at its end
    let mut sections = meeting.sections.clone();
    for it in &pack.items {
        if !sections.contains(&it.view.item.matter.section) {
            sections.push(it.view.item.matter.section);
        }
    }
    let parts = sections.iter().map(|section| Part {
        title: title(*section),
        items: pack
            .items
            .iter()
            .filter(|it| it.view.item.matter.section == *section)
            .map(|it| shown(terms, it, meeting.slot.zone, began.unwrap_or(now)))
            .collect(),
    });
    Page {
        title: meeting.slot.title.clone(),
        group: terms.group(meeting.group).map_or_else(String::new, |group| group.name.clone()),
        day: meeting.day().to_string(),
        when: when(meeting),
        state: meeting.state.name(),
        place: meeting.slot.place.clone(),
        frozen: began.map(|at| local(meeting.slot.zone, at)),
        presence: presence(terms, meeting),
        sections: parts.filter(|part| !part.items.is_empty()).collect(),
        decisions: pack.decisions.iter().map(|it| decided(terms, &it.decision)).collect(),
        errands: pack
            .errands
            .iter()
            .map(|it| {
                let errand = &it.item.errand;
                let whose = whose(terms, errand.company, errand.person);
                (errand.title.clone(), format!("{whose}, by {}, {}", errand.due_on, it.item.state.name()))
            })
            .collect(),
        minutes: Some(meeting.minutes.text.clone()).filter(|text| !text.is_empty()),
    }
}

fn began(meeting: &Meeting) -> Option<Moment> {
    match &meeting.state {
        MeetingState::Running { started } | MeetingState::Held { started, .. } => Some(started.at),
        MeetingState::Planned | MeetingState::Missed { .. } | MeetingState::Cancelled { .. } => None,
    }
}

fn when(meeting: &Meeting) -> String {
    let zone = meeting.slot.zone;
    format!(
        "{} to {} ({})",
        zone.wall(meeting.slot.starts).format("%A %Y-%m-%d %H:%M"),
        zone.wall(meeting.slot.ends).format("%H:%M"),
        zone.name()
    )
}

fn local(zone: Zone, at: Moment) -> String {
    zone.wall(at).format("%Y-%m-%d %H:%M").to_string()
}

fn whose(terms: &Terms, company: CompanyId, person: Option<PersonId>) -> String {
    let company = terms.company(company).map_or("?", |company| company.name.as_str());
    match person.and_then(|id| terms.person(id)) {
        Some(person) => format!("{} ({company})", person.name),
        None => company.to_owned(),
    }
}

fn presence(terms: &Terms, meeting: &Meeting) -> Vec<(String, String)> {
    let line = |(seat, presence): (concordat_domain::coordination::Seat, &Presence)| {
        let said = match presence {
            Presence::Present { person } if *person != seat.member => {
                format!("present: {}", whose(terms, seat.company, Some(*person)))
            }
            Presence::Present { .. } => "present".to_owned(),
            Presence::Excused => "excused".to_owned(),
            Presence::Absent => "absent".to_owned(),
        };
        (whose(terms, seat.company, Some(seat.member)), said)
    };
    meeting.roll.entries().map(line).collect()
}

fn shown(terms: &Terms, it: &PackItem, zone: Zone, at: Moment) -> Shown {
    let lines = |known: &Snapshot| -> Vec<(String, String, bool)> {
        let since =
            [("state".to_owned(), known.state.clone(), false), ("since".to_owned(), local(zone, known.since), false)];
        let due = known.due.map(|due| ("due".to_owned(), local(zone, due), known.is_overdue(at)));
        let figures = known.figures.iter().map(|figure| (figure.name.clone(), figure.value.clone(), false));
        since.into_iter().chain(due).chain(figures).collect()
    };
    Shown {
        title: it.view.item.matter.title.clone(),
        owner: it.view.item.matter.owner.map(|owner| whose(terms, owner.company, owner.person)),
        then: it.then.as_ref().map(lines).unwrap_or_default(),
        now: it.now.as_ref().map(lines).unwrap_or_default().into_iter().map(|(name, value, _)| (name, value)).collect(),
        outcome: it.view.item.outcome.as_ref().map(outcome),
    }
}

fn outcome(outcome: &AgendaOutcome) -> String {
    match outcome {
        AgendaOutcome::Decided { .. } => "Decided.".to_owned(),
        AgendaOutcome::Noted { text } => format!("Noted: {text}"),
        AgendaOutcome::Deferred { .. } => "Deferred to another meeting.".to_owned(),
        AgendaOutcome::Escalated { reason, .. } => format!("Escalated: {reason}"),
        AgendaOutcome::Dropped { reason } => format!("Dropped: {reason}"),
    }
}

fn decided(terms: &Terms, decision: &concordat_domain::coordination::Decision) -> Decided {
    let voice = |(company, voice): (&CompanyId, &concordat_domain::coordination::Voice)| {
        let said = match &voice.word {
            VoiceWord::Objects { reason } => format!("objects: {reason}"),
            other => other.name().to_owned(),
        };
        (whose(terms, *company, Some(voice.by.person)), said)
    };
    Decided {
        title: decision.motion.title.clone(),
        text: decision.motion.text.clone(),
        state: decision.state.name(),
        voices: decision.voices.iter().map(voice).collect(),
    }
}

/// What people read above a section.
const fn title(section: Section) -> &'static str {
    match section {
        Section::Deviations => "Deviations",
        Section::Actions => "Actions",
        Section::Findings => "Findings about boundaries",
        Section::Answers => "Disputes and consents that wait",
        Section::Escalations => "Escalations",
        Section::Voice => "What customers say",
        Section::FollowUp => "Decisions to follow up",
        Section::Health => "Health of commitments",
        Section::Team => "Team",
        Section::Scope => "Scope",
        Section::Process => "Process",
        Section::Schedule => "Schedule",
        Section::Contingency => "Contingency",
        Section::Communication => "Communication protocol",
        Section::Other => "Any other business",
    }
}
