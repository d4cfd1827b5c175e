//! Meetings, agendas, decisions and action items over GraphQL: each verb held to the same five questions, and what
//! happens when two do the same at once.

mod agenda;
mod decisions;
mod files;
mod following;
mod items;
mod meetings;
mod planning;

use super::deviations::outsider;
use crate::support::{
    deviations::{Group, PAUL},
    world::World,
};
use concordat::graphql::{
    agreements::GROUP,
    companies,
    coordination::{AGENDA_ITEM, MEETING},
    identity::PERSON,
    kernel::global_id::{GlobalId, Tag},
};
use concordat_domain::{access::Actor, kernel::AgreementId};
use serde_json::{Value, json};
use std::sync::Arc;
use uuid::Uuid;

/// Coordinator of meridian, who stands in for Paul.
pub const RUTH: &str = "ruth.adler@meridian.example";
/// Coordinator of the town.
pub const GRETA: &str = "greta.moser@arnau.example";

/// The sample agreement and its coordination group, on the third of April 2026.
pub struct Board<'w> {
    pub group: Group<'w>,
}

impl<'w> Board<'w> {
    pub fn new(world: &'w World) -> Self {
        Self { group: Group::new(world) }
    }

    pub fn world(&self) -> &'w World {
        self.group.world
    }

    /// The global id of the group of that code.
    pub fn id(&self, code: &str) -> String {
        let own = self.group.terms.group_named(code).unwrap().id.0;
        GlobalId::new(GROUP, self.group.agreement, own).encode().to_string()
    }

    pub fn company(&self, code: &str) -> String {
        let own = self.group.company(code).0;
        GlobalId::new(companies::TAG, AgreementId::INSTANCE, own).encode().to_string()
    }

    pub fn person(&self, email: &str) -> String {
        let own = self.group.id_of(email).0;
        GlobalId::new(PERSON, AgreementId::INSTANCE, own).encode().to_string()
    }

    /// What a mutation answers.
    pub fn ask(&self, who: &str, verb: &Verb<'_>, value: Value) -> Value {
        let data = self.world().data(&self.world().person(who), &verb.document(), &json!({ "input": value }));
        data[verb.field].clone()
    }

    /// The noun of a mutation that is not refused.
    #[track_caller]
    pub fn done(&self, who: &str, verb: &Verb<'_>, value: Value) -> Value {
        let payload = self.ask(who, verb, value);
        assert_eq!(payload["refusals"], json!([]), "{who}: {}", verb.field);
        payload[verb.noun].clone()
    }

    /// The codes of the refusals of a mutation.
    pub fn refused(&self, who: &str, verb: &Verb<'_>, value: Value) -> Vec<String> {
        codes(&self.ask(who, verb, value))
    }

    /// A meeting on the sixth of April from 09:00 to 10:00 in Vienna that Paul called.
    pub fn called(&self, template: &str) -> Value {
        let input = json!({
            "group": self.id("coordination"), "template": template, "title": "Network", "form": "ONLINE",
            "startsAt": "2026-04-06T07:00:00Z", "lasts": "PT1H", "sections": ["DEVIATIONS", "OTHER"],
        });
        self.done(PAUL, &CALL, input)
    }

    /// The same, started at its time.
    pub fn running(&self) -> Value {
        let called = self.called("CUSTOM");
        self.world().at("2026-04-06T07:00:00Z");
        self.done(PAUL, &START, on(&called, "meeting", json!({})))
    }

    /// The seats of these people, present.
    pub fn seats(&self, people: &[(&str, &str)]) -> Value {
        let seat = |(company, person): &(&str, &str)| json!({ "company": self.company(company), "person": self.person(person), "presence": "PRESENT" });
        people.iter().map(seat).collect()
    }

    /// A matter on the agenda of a meeting.
    pub fn matter(&self, meeting: &Value, title: &str) -> Value {
        self.done(PAUL, &ADD, json!({ "meeting": meeting["id"], "section": "OTHER", "title": title }))
    }
}

/// An input that names something and the revision that was read of it.
pub fn on(noun: &Value, name: &str, more: Value) -> Value {
    with(json!({ name: noun["id"], "revision": noun["revision"] }), more)
}

fn with(mut value: Value, more: Value) -> Value {
    if let (Some(all), Value::Object(more)) = (value.as_object_mut(), more) {
        all.extend(more);
    }
    value
}

fn codes(payload: &Value) -> Vec<String> {
    let refusals = payload["refusals"].as_array().cloned().unwrap_or_default();
    refusals.iter().map(|refusal| refusal["code"].as_str().unwrap_or_default().to_owned()).collect()
}

/// A mutation: its field, its input, and what it answers of which noun.
pub struct Verb<'a> {
    pub field: &'a str,
    pub input: &'a str,
    pub noun: &'a str,
    pub asked: &'a str,
}

const fn of_meeting(field: &'static str, input: &'static str) -> Verb<'static> {
    let asked = "id revision state sequence quorum startsAt minutes { state } agenda { id title revision outcome }";
    Verb { field, input, noun: "meeting", asked }
}

const fn of_matter(field: &'static str, input: &'static str) -> Verb<'static> {
    Verb { field, input, noun: "agendaItem", asked: "id revision title outcome outcomeId meetingId" }
}

pub const CALL: Verb<'_> = of_meeting("callMeeting", "CallMeetingInput");
pub const MOVE: Verb<'_> = of_meeting("moveMeeting", "MoveMeetingInput");
pub const CANCEL: Verb<'_> = of_meeting("cancelMeeting", "CancelMeetingInput");
pub const START: Verb<'_> = of_meeting("startMeeting", "MeetingInput");
pub const RECORD: Verb<'_> = of_meeting("recordAttendance", "RecordAttendanceInput");
pub const END: Verb<'_> = of_meeting("endMeeting", "MeetingInput");
pub const WRITE: Verb<'_> = of_meeting("writeMinutes", "WriteMinutesInput");
pub const PROPOSE_MINUTES: Verb<'_> = of_meeting("proposeMinutes", "MeetingInput");
pub const APPROVE: Verb<'_> = of_meeting("approveMinutes", "ApproveMinutesInput");
pub const OBJECT: Verb<'_> = of_meeting("objectToMinutes", "ObjectToMinutesInput");
pub const REORDER: Verb<'_> = of_meeting("reorderAgenda", "ReorderAgendaInput");
pub const REMOVE: Verb<'_> = of_meeting("removeAgendaItem", "AgendaItemInput");
pub const ADD: Verb<'_> = of_matter("addAgendaItem", "AddAgendaItemInput");
pub const SETTLE: Verb<'_> = of_matter("setAgendaOutcome", "SetAgendaOutcomeInput");

impl Verb<'_> {
    pub fn document(&self) -> String {
        let Self { field, input, noun, asked } = self;
        format!(
            "mutation($input: {input}!) {{ {field}(input: $input) {{ {noun} {{ {asked} }} refusals {{ code field }} \
             clientMutationId }} }}"
        )
    }

    /// Holds the verb to what every verb owes: an outsider cannot tell it from one on nothing, whoever may not is
    /// forbidden, another revision is refused, it is done, and done again it is refused.
    pub fn hold(&self, board: &Board<'_>, owes: &Owes<'_>, value: &Value) -> Value {
        let world = board.world();
        let nothing = GlobalId::new(owes.on.1, board.group.agreement, Uuid::from_u128(42)).encode().to_string();
        let as_read = json!({ "input": value });
        let absent = json!({ "input": with(value.clone(), json!({ owes.on.0: nothing })) });
        for stranger in [outsider(&board.group), Arc::new(Actor::anonymous())] {
            let hidden = world.answer(&stranger, &self.document(), &as_read);
            assert_eq!(hidden, world.answer(&stranger, &self.document(), &absent), "{}", self.field);
            assert_eq!(hidden["errors"][0]["extensions"]["code"], "NOT_FOUND", "{}", self.field);
        }
        let forbidden = world.denied(&world.person(owes.forbidden), &self.document(), &as_read);
        assert_eq!(forbidden, "FORBIDDEN", "{}", self.field);
        if let Some((revision, stale)) = value["revision"].as_i64().zip(owes.stale) {
            let other = with(value.clone(), json!({ "revision": revision + 7 }));
            assert_eq!(board.refused(owes.able, self, other), [stale], "{}", self.field);
        }
        let done = board.ask(owes.able, self, with(value.clone(), json!({ "clientMutationId": "m7" })));
        assert_eq!((codes(&done), &done["clientMutationId"]), (vec![], &json!("m7")), "{}", self.field);
        assert_eq!(board.refused(owes.able, self, value.clone()), owes.again, "{} again", self.field);
        done[self.noun].clone()
    }
}

/// Who does a verb, who may not, and what is refused.
pub struct Owes<'a> {
    pub able: &'a str,
    pub forbidden: &'a str,
    /// The field that names what it is done to, and that noun's tag.
    pub on: (&'a str, Tag),
    /// The refusal of another revision.
    pub stale: Option<&'a str>,
    /// What it is refused with when it is done again.
    pub again: &'a [&'a str],
}

/// A verb on a meeting that Paul does and the auditor may not.
pub const fn on_a_meeting<'a>(again: &'a [&'a str]) -> Owes<'a> {
    let forbidden = crate::support::deviations::FELIX;
    Owes { able: PAUL, forbidden, on: ("meeting", MEETING), stale: Some("MEETING_STALE"), again }
}

/// A verb on a matter.
pub const fn on_a_matter<'a>(again: &'a [&'a str]) -> Owes<'a> {
    let forbidden = crate::support::deviations::FELIX;
    Owes { able: PAUL, forbidden, on: ("agendaItem", AGENDA_ITEM), stale: Some("AGENDA_ITEM_STALE"), again }
}
