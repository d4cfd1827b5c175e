//! Calendars, teams and the handling of cases as entries of the agreement file.

use super::export::{by_name, day, length, number, text};
use super::{
    CaseDisclosure, Claimed, ClockRule, Handling, Named, NamedCalendar, PauseReason, Pledge, Team, TeamMember, Terms,
};
use crate::agreements::file::{
    At, CalendarEntry, CasesEntry, ClockEntry, ExceptionEntry, HolidayEntry, HoursEntry, MemberFor, NamedEntry, Number,
    PauseReasonEntry, PledgeEntry, StageEntry, TeamEntry, TeamMemberEntry, WeekEntry,
};
use crate::calendars::{Interval, Week};
use crate::kernel::Decimal;

impl Terms {
    pub(super) fn calendar_entries(&self) -> Vec<CalendarEntry> {
        let entry = |it: &NamedCalendar| CalendarEntry {
            code: text(&it.code),
            name: text(&it.name),
            zone: Some(text(it.calendar.zone.name())),
            hours: At::nowhere(hours(&it.calendar.hours)),
            exceptions: it
                .calendar
                .exceptions
                .iter()
                .map(|(date, hours)| ExceptionEntry { date: day(*date), hours: intervals(hours) })
                .collect(),
            holidays: it
                .calendar
                .holidays
                .iter()
                .map(|(date, name)| HolidayEntry { date: day(*date), name: (!name.is_empty()).then(|| text(name)) })
                .collect(),
            holidays_from: None,
        };
        self.calendars.iter().map(entry).collect()
    }

    pub(super) fn team_entries(&self) -> Vec<TeamEntry> {
        self.teams.iter().map(|team| self.team_entry(team)).collect()
    }

    fn team_entry(&self, team: &Team) -> TeamEntry {
        let pledge = |it: &Pledge| PledgeEntry {
            company: self.company_text(it.company),
            staff: (it.staff != Decimal::ZERO).then(|| number(it.staff)),
        };
        let mut members: Vec<TeamMemberEntry> = team.members.iter().map(|it| self.team_member_entry(it)).collect();
        members.sort_by(|a, b| a.address().cmp(b.address()));
        TeamEntry {
            code: text(&team.code),
            name: text(&team.name),
            kind: At::nowhere(team.kind),
            line: At::nowhere(Number(team.line.to_string())),
            discipline: team.discipline.as_deref().map(text),
            skills: team.skills.iter().map(|skill| text(skill)).collect(),
            calendar: text(&team.calendar),
            acceptance: length(team.acceptance),
            services: self.service_texts(&team.services),
            companies: by_name(team.pledges.iter().map(pledge), |it| &it.company),
            members: members.into_iter().map(At::nowhere).collect(),
        }
    }

    fn team_member_entry(&self, member: &TeamMember) -> TeamMemberEntry {
        let person = self.person(member.person);
        let address = person.map_or("", |person| &person.email);
        if person.is_some_and(|person| person.company == member.company) {
            return TeamMemberEntry::Address(address.to_owned());
        }
        TeamMemberEntry::For(MemberFor { person: text(address), company: Some(self.company_text(member.company)) })
    }

    pub(super) fn cases_entry(&self, handling: &Handling) -> CasesEntry {
        let stage =
            |it: &super::Stage| StageEntry { code: text(&it.code), name: text(&it.name), phase: At::nowhere(it.phase) };
        CasesEntry {
            calendar: text(&handling.calendar),
            priorities: handling.priorities.iter().map(named).collect(),
            packages: handling.packages.iter().map(named).collect(),
            stages: handling.stages.iter().map(stage).collect(),
            pause_reasons: handling.pause_reasons.iter().map(|it| self.pause_reason_entry(it)).collect(),
            clocks: handling.clocks.iter().map(|it| self.clock_entry(it)).collect(),
            dispute_window: Some(length(handling.dispute_window)),
            recovery: Some(length(handling.recovery)),
            disclosure: (handling.disclosure != CaseDisclosure::default()).then(|| At::nowhere(handling.disclosure)),
            customer_sees_companies: handling.customer_sees_companies.then(|| At::nowhere(true)),
        }
    }

    fn pause_reason_entry(&self, reason: &PauseReason) -> PauseReasonEntry {
        PauseReasonEntry {
            code: text(&reason.code),
            name: text(&reason.name),
            against: match reason.against {
                Claimed::Customer => text("customer"),
                Claimed::Outsider => text("outsider"),
                Claimed::Company(company) => self.company_text(company),
            },
            cap: reason.cap.map(length),
            consent: reason.consent.then(|| At::nowhere(true)),
        }
    }

    fn clock_entry(&self, clock: &ClockRule) -> ClockEntry {
        let code = |id| self.commitment(id).map_or("", |it| &it.code);
        ClockEntry {
            code: text(&clock.code),
            measure: At::nowhere(clock.measure),
            commitment: clock.commitment.map(|id| text(code(id))),
            company: clock.company.map(|id| self.company_text(id)),
            calendar: Some(text(&clock.calendar)),
            kinds: clock.kinds.iter().map(|kind| At::nowhere(*kind)).collect(),
            priorities: clock.priorities.iter().map(|code| text(code)).collect(),
            packages: clock.packages.iter().map(|code| text(code)).collect(),
            services: self.service_texts(&clock.services),
            target: length(clock.target),
            warning: Some(number(clock.warning)),
            reopen: Some(At::nowhere(clock.reopen)),
        }
    }
}

fn named(it: &Named) -> NamedEntry {
    NamedEntry { code: text(&it.code), name: text(&it.name) }
}

fn hours(week: &Week) -> HoursEntry {
    let Week::Days(days) = week else { return HoursEntry::Word(HoursEntry::ALWAYS.to_owned()) };
    HoursEntry::Week(WeekEntry {
        mon: intervals(&days.mon),
        tue: intervals(&days.tue),
        wed: intervals(&days.wed),
        thu: intervals(&days.thu),
        fri: intervals(&days.fri),
        sat: intervals(&days.sat),
        sun: intervals(&days.sun),
    })
}

fn intervals(intervals: &[Interval]) -> Vec<At<String>> {
    intervals.iter().map(|interval| text(&interval.to_string())).collect()
}
