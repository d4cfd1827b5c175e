//! Meetings as events of a calendar: a whole group's, with each rhythm as one series, and a single one as somebody is
//! invited to it. Both give a meeting the same name, so a program that knows both shows it once.

use super::{Attendee, CalendarEvent, Contact, Repeats, Status};
use crate::{
    agreements::{Cadence, Group},
    calendars::Instance,
    coordination::{Meeting, MeetingState},
    kernel::{GroupId, Moment, Span},
};
use chrono::NaiveDateTime;
use std::collections::BTreeSet;

/// Occurrences of a series that are looked at, from the day on from which a calendar shows it.
const LOOKED_AT: usize = 5_000;
/// Who invites: nobody's own address, since others may not know it. Answers are given in Concordat.
const INVITES: &str = "meetings@concordat.invalid";

/// The name of a rhythm's series.
fn series_uid(group: GroupId, cadence: &str) -> String {
    format!("{group}.{cadence}@concordat")
}

/// The name by which calendars know a meeting.
#[must_use]
pub fn uid(meeting: &Meeting) -> String {
    match (&meeting.cadence, meeting.occurrence) {
        (Some(cadence), Some(_)) => series_uid(meeting.group, cadence),
        _ => format!("{}@concordat", meeting.id),
    }
}

/// A meeting by itself, as it stands.
#[must_use]
pub fn of_meeting(meeting: &Meeting, stamp: Moment) -> CalendarEvent {
    let slot = &meeting.slot;
    let cancelled = matches!(meeting.state, MeetingState::Cancelled { .. });
    CalendarEvent {
        uid: uid(meeting),
        sequence: meeting.sequence,
        stamp,
        starts: slot.zone.wall(slot.starts),
        lasts: slot.ends.since(slot.starts),
        zone: slot.zone,
        repeats: None,
        except: Vec::new(),
        instead_of: meeting.cadence.as_ref().and(meeting.occurrence),
        status: if cancelled { Status::Cancelled } else { Status::Confirmed },
        summary: slot.title.clone(),
        description: None,
        place: slot.place.clone(),
        organizer: None,
        attendees: Vec::new(),
    }
}

/// A meeting as one person is invited to it, or taken off it. Nobody else is named: addresses are their owners' business.
#[must_use]
pub fn invitation(meeting: &Meeting, group: &Group, to: Contact, required: bool, stamp: Moment) -> CalendarEvent {
    let organizer = Some(Contact { name: group.name.clone(), email: INVITES.to_owned() });
    CalendarEvent { organizer, attendees: vec![Attendee { contact: to, required }], ..of_meeting(meeting, stamp) }
}

/// What a calendar of meetings is written from.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    /// From when on meetings are shown.
    pub since: Moment,
    /// Until when it is known which of them are held; later ones are as their rhythm has them. `DTSTAMP` of everything.
    pub stamp: Moment,
    /// The version of the terms: it grows with each change of a rhythm.
    pub version: u32,
}

/// Everything that a group's calendar shows: a series for each of its rhythms, what of it is not held or held otherwise,
/// and every meeting outside of them.
#[must_use]
pub fn of_group(group: &Group, meetings: &[Meeting], page: Page) -> Vec<CalendarEvent> {
    let mut events = Vec::new();
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for cadence in &group.cadences {
        let own = |(_, meeting): &(usize, &Meeting)| {
            meeting.group == group.id
                && meeting.cadence.as_deref() == Some(&cadence.code)
                && meeting.occurrence.is_some()
        };
        let own: Vec<(usize, &Meeting)> = meetings.iter().enumerate().filter(own).collect();
        let (series, taken) = of_cadence(group.id, cadence, &own, page);
        events.extend(series);
        shown.extend(taken);
    }
    for (_, meeting) in meetings.iter().enumerate().filter(|(place, _)| !shown.contains(place)) {
        if meeting.group == group.id && !matches!(meeting.state, MeetingState::Cancelled { .. }) {
            // an occurrence that its rhythm knows no more stands by itself
            let uid = format!("{}@concordat", meeting.id);
            events.push(CalendarEvent { uid, instead_of: None, ..of_meeting(meeting, page.stamp) });
        }
    }
    events
}

/// A rhythm's series with its exceptions, and the places of the meetings that it covers.
fn of_cadence(
    group: GroupId,
    cadence: &Cadence,
    own: &[(usize, &Meeting)],
    page: Page,
) -> (Vec<CalendarEvent>, Vec<usize>) {
    let last = own.iter().filter_map(|(_, meeting)| meeting.occurrence).max();
    let needed = |one: &Instance| one.at < page.stamp || last.is_some_and(|last| one.local <= last);
    let mut shown = cadence.recurrence.instances().skip_while(|one| one.at < page.since).take(LOOKED_AT).peekable();
    let Some(master) = shown.peek().and_then(|first| master(group, cadence, first.local, page)) else {
        return (Vec::new(), Vec::new());
    };
    let instances: Vec<Instance> = shown.take_while(needed).collect();
    let known: BTreeSet<NaiveDateTime> = instances.iter().map(|one| one.local).collect();
    let (mut except, mut otherwise, mut taken) = (BTreeSet::new(), Vec::new(), Vec::new());
    for (place, meeting) in own {
        let Some(occurrence) = meeting.occurrence.filter(|local| known.contains(local)) else { continue };
        taken.push(*place);
        if matches!(meeting.state, MeetingState::Cancelled { .. }) {
            except.insert(occurrence);
        } else if differs(&master, meeting, occurrence) {
            otherwise.push(of_meeting(meeting, page.stamp));
        }
    }
    // what was before anybody planned it was never held
    let planned: BTreeSet<NaiveDateTime> = own.iter().filter_map(|(_, meeting)| meeting.occurrence).collect();
    let never = instances.iter().filter(|one| one.at < page.stamp && !planned.contains(&one.local));
    except.extend(never.map(|one| one.local));
    let master = CalendarEvent { except: except.into_iter().collect(), ..master };
    (std::iter::once(master).chain(otherwise).collect(), taken)
}

/// The series itself, from one of its instances on; a rule that counts its instances begins with the first of all.
fn master(group: GroupId, cadence: &Cadence, first: NaiveDateTime, page: Page) -> Option<CalendarEvent> {
    let recurrence = &cadence.recurrence;
    let repeats = Repeats::of(recurrence).ok()?;
    let counts = repeats.as_ref().is_some_and(|repeats| repeats.text().contains("COUNT="));
    Some(CalendarEvent {
        uid: series_uid(group, &cadence.code),
        sequence: page.version,
        stamp: page.stamp,
        starts: if counts { recurrence.starts } else { first },
        lasts: cadence.lasts,
        zone: recurrence.zone,
        repeats,
        except: Vec::new(),
        instead_of: None,
        status: Status::Confirmed,
        summary: cadence.name.clone(),
        description: Some(cadence.purpose.clone()),
        place: cadence.place.clone(),
        organizer: None,
        attendees: Vec::new(),
    })
}

/// Whether a meeting is held otherwise than its series says.
fn differs(series: &CalendarEvent, meeting: &Meeting, occurrence: NaiveDateTime) -> bool {
    let slot = &meeting.slot;
    let lasts: Span = slot.ends.since(slot.starts);
    slot.zone != series.zone
        || slot.zone.wall(slot.starts) != occurrence
        || lasts != series.lasts
        || slot.title != series.summary
        || slot.place != series.place
}

#[cfg(test)]
#[path = "meetings_tests.rs"]
mod tests;
