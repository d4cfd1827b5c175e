//! A group of three companies and its people for the tests of this folder.

use super::{Call, Meeting, Slot};
use crate::agreements::{DecisionRule, Group, GroupRole, Level, MeetingForm, Member, Quorum, Template};
use crate::kernel::{AgreementId, By, CompanyId, GroupId, MeetingId, Moment, PersonId, Zone};
use chrono::NaiveDate;
use uuid::Uuid;

pub const AGREEMENT: AgreementId = AgreementId(Uuid::from_u128(1));

pub fn at(text: &str) -> Moment {
    Moment::parse(text).unwrap()
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn company(number: u128) -> CompanyId {
    CompanyId(Uuid::from_u128(0xC0 + number))
}

/// The member of a company; `deputy` stands in for them.
pub fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0xA0 + number))
}

pub fn deputy(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0xD0 + number))
}

pub fn by(person: PersonId, number: u128, when: &str) -> By {
    By { person, company: company(number), at: at(when) }
}

pub fn member(number: u128) -> Member {
    Member {
        person: person(number),
        company: company(number),
        level: if number == 1 { Level::Senior } else { Level::Middle },
        role: GroupRole::Member,
        deputy: Some(deputy(number)),
        since: None,
        until: None,
        calendar: None,
    }
}

/// Three companies with a seat each, and an observer of the fourth.
pub fn group(rule: DecisionRule, quorum: Quorum) -> Group {
    let observer = Member { role: GroupRole::Observer, ..member(4) };
    Group {
        id: GroupId(Uuid::from_u128(2)),
        code: "board".into(),
        name: "Board".into(),
        members: vec![member(1), member(2), member(3), observer],
        rule,
        quorum,
        cadences: Vec::new(),
    }
}

pub fn slot(starts: &str, ends: &str) -> Slot {
    Slot {
        title: "Status".into(),
        starts: at(starts),
        ends: at(ends),
        zone: Zone::parse("Europe/Zurich").unwrap(),
        form: MeetingForm::Online,
        place: None,
        flags: Vec::new(),
    }
}

/// A meeting on the ninth of March, from 09:00 to 10:00 in Zurich, called a week before.
pub fn meeting(template: Template) -> Meeting {
    let call = Call {
        group: GroupId(Uuid::from_u128(2)),
        template,
        sections: Vec::new(),
        slot: slot("2026-03-09T08:00:00Z", "2026-03-09T09:00:00Z"),
    };
    let caller = by(person(1), 1, "2026-03-02T08:00:00Z");
    Meeting::call(MeetingId(Uuid::from_u128(3)), AGREEMENT, call, caller).unwrap()
}

/// The codes of a no.
pub fn codes<T: std::fmt::Debug>(verdict: crate::kernel::Verdict<T>) -> Vec<String> {
    verdict.unwrap_err().0.into_iter().map(|refusal| refusal.code.into_owned()).collect()
}
