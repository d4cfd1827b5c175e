//! What clients send: filters, and one input for each verb.

use super::words::{
    ActionItemState, AgendaOutcomeKind, CompanyVoiceWord, GroupDecisionState, MeetingState, PresenceWord,
};
use super::{group_id, meeting_id};
use crate::graphql::{
    agreements::{AgendaSection, MeetingForm, MeetingTemplate},
    companies::company_id,
    identity::person_id,
    kernel::{
        errors::Answer,
        inputs::inputs,
        scalar::Gql,
        types::{Date, Duration, Instant},
    },
};
use concordat_domain::coordination::{Presence, Seat};
use concordat_service::coordination as service;
use juniper::{GraphQLInputObject, ID};

/// Which meetings are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct MeetingFilter {
    /// Of this coordination group, by its global id.
    group: Option<ID>,
    /// In one of these states.
    state: Option<Vec<MeetingState>>,
    /// That begin then or later.
    from: Option<Instant>,
    /// That begin before.
    until: Option<Instant>,
}

impl MeetingFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no group's id.
    pub fn read(&self) -> Answer<service::MeetingFilter> {
        Ok(service::MeetingFilter {
            group: self.group.as_ref().map(group_id).transpose()?.map(|(_, id)| id),
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
            from: self.from,
            until: self.until,
        })
    }
}

/// Which decisions are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct GroupDecisionFilter {
    /// Of this coordination group, by its global id.
    group: Option<ID>,
    /// Put before this meeting, by its global id.
    meeting: Option<ID>,
    /// In one of these states.
    state: Option<Vec<GroupDecisionState>>,
}

impl GroupDecisionFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a group or meeting.
    pub fn read(&self) -> Answer<service::DecisionFilter> {
        Ok(service::DecisionFilter {
            group: self.group.as_ref().map(group_id).transpose()?.map(|(_, id)| id),
            meeting: self.meeting.as_ref().map(meeting_id).transpose()?.map(|(_, id)| id),
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
        })
    }
}

/// Which action items are wanted; what is not said does not matter.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ActionItemFilter {
    /// Of this company, by its global id.
    company: Option<ID>,
    /// Of this person, by their global id.
    person: Option<ID>,
    /// Left by this meeting, by its global id.
    meeting: Option<ID>,
    /// In one of these states.
    state: Option<Vec<ActionItemState>>,
    /// Due before this day.
    due_before: Option<Date>,
}

impl ActionItemFilter {
    /// The filter as the service takes it.
    ///
    /// # Errors
    /// Not found for what is no id of a company, person or meeting.
    pub fn read(&self) -> Answer<service::ActionItemFilter> {
        Ok(service::ActionItemFilter {
            company: self.company.as_ref().map(company_id).transpose()?,
            person: self.person.as_ref().map(person_id).transpose()?,
            meeting: self.meeting.as_ref().map(meeting_id).transpose()?.map(|(_, id)| id),
            states: self.state.as_ref().map(|all| all.iter().map(|state| state.name()).collect()),
            due_before: self.due_before.map(|day| day.0),
        })
    }
}

/// Whether somebody was in a seat.
#[derive(Clone, Debug, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct AttendanceInput {
    /// The global id of the company.
    company: ID,
    /// The global id of the member whose seat it is.
    person: ID,
    /// Whether somebody was in it.
    presence: PresenceWord,
    /// The global id of the deputy who was in it; the member was where there is none.
    deputy: Option<ID>,
}

impl AttendanceInput {
    /// The entry as the rules take it.
    ///
    /// # Errors
    /// Not found for what is no id of a company or person.
    pub fn read(&self) -> Answer<(Seat, Presence)> {
        let seat = Seat { company: company_id(&self.company)?, member: person_id(&self.person)? };
        let deputy = self.deputy.as_ref().map(person_id).transpose()?;
        let presence = match self.presence {
            PresenceWord::Present => Presence::Present { person: deputy.unwrap_or(seat.member) },
            PresenceWord::Excused => Presence::Excused,
            PresenceWord::Absent => Presence::Absent,
        };
        Ok((seat, presence))
    }
}

inputs! {
    /// Calls a meeting.
    CallMeetingInput {
        /// The global id of the coordination group.
        group: ID,
        /// The template that it follows.
        template: MeetingTemplate,
        /// The sections of its agenda, in order; a kick-off has its six in any case.
        sections: Option<Vec<AgendaSection>>,
        /// What it is called.
        title: String,
        /// When it begins.
        starts_at: Instant,
        /// How long it takes.
        lasts: Duration,
        /// The IANA zone whose wall clock it follows; the agreement's unless told.
        zone: Option<String>,
        /// In which form it is held.
        form: MeetingForm,
        /// Where: a room or an address.
        place: Option<String>,
    }
    /// Has a meeting take place at another time or in another place; what is not said stays.
    MoveMeetingInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// When it begins.
        starts_at: Instant,
        /// How long it takes.
        lasts: Option<Duration>,
        /// The IANA zone whose wall clock it follows.
        zone: Option<String>,
        /// In which form it is held.
        form: Option<MeetingForm>,
        /// Where: a room or an address.
        place: Option<String>,
    }
    /// Names a meeting.
    MeetingInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Cancels a meeting.
    CancelMeetingInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why.
        reason: String,
    }
    /// Records who is there.
    RecordAttendanceInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// Seat by seat.
        attendance: Vec<AttendanceInput>,
    }
    /// Writes the minutes.
    WriteMinutesInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// What they say.
        text: String,
    }
    /// Approves the minutes.
    ApproveMinutesInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// The global id of the company for which you speak; your own unless told.
        company: Option<ID>,
    }
    /// Objects to the minutes.
    ObjectToMinutesInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why.
        reason: String,
        /// The global id of the company for which you speak; your own unless told.
        company: Option<ID>,
    }
    /// Puts a matter on an agenda.
    AddAgendaItemInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The section of the agenda.
        section: AgendaSection,
        /// What it is called.
        title: String,
        /// The global id of what it is about: a deviation, corrective action, action item, finding, decision, escalation or
        /// what a customer said.
        about: Option<ID>,
        /// The global id of the company to which it is put down; your own unless told. Who sees the matter is told by what it is
        /// about, not by this.
        company: Option<ID>,
        /// The global id of the person who answers for it.
        person: Option<ID>,
    }
    /// Puts an agenda in order.
    ReorderAgendaInput {
        /// The global id of the meeting.
        meeting: ID,
        /// The global ids of every matter that you see on it, in their new order.
        items: Vec<ID>,
    }
    /// Names a matter of an agenda.
    AgendaItemInput {
        /// The global id of the matter.
        agenda_item: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Says what came of a matter.
    SetAgendaOutcomeInput {
        /// The global id of the matter.
        agenda_item: ID,
        /// The revision that you have read.
        revision: i32,
        /// What came of it.
        outcome: AgendaOutcomeKind,
        /// With `DECIDED`, the global id of the decision.
        decision: Option<ID>,
        /// With `DEFERRED`, the global id of the meeting that takes it.
        deferred_to: Option<ID>,
        /// With `NOTED`, what was said; with `ESCALATED` and `DROPPED`, why.
        text: Option<String>,
    }
    /// Puts a decision before companies.
    ProposeDecisionInput {
        /// The global id of the coordination group.
        group: ID,
        /// The global id of the meeting; none for one in writing.
        meeting: Option<ID>,
        /// The global id of the matter of that meeting's agenda.
        agenda_item: Option<ID>,
        /// What it is called.
        title: String,
        /// What is to hold.
        text: String,
        /// The global ids of the companies that have a voice in it; all with a seat in the group unless told.
        companies: Option<Vec<ID>>,
        /// From which day it holds; from its adoption on unless told.
        effective_on: Option<Date>,
        /// The global id of the decision that gives way to it.
        decision: Option<ID>,
        /// The day on which its effect is looked at.
        follow_up_on: Option<Date>,
    }
    /// Speaks for a company.
    GiveVoiceInput {
        /// The global id of the decision.
        decision: ID,
        /// The revision that you have read.
        revision: i32,
        /// What the company says.
        word: CompanyVoiceWord,
        /// Why it objects.
        reason: Option<String>,
        /// The global id of the company for which you speak; your own unless told.
        company: Option<ID>,
    }
    /// Names a decision.
    GroupDecisionInput {
        /// The global id of the decision.
        decision: ID,
        /// The revision that you have read.
        revision: i32,
    }
    /// Gives a company something to do.
    AssignActionItemInput {
        /// The global id of the coordination group.
        group: ID,
        /// The global id of the meeting.
        meeting: Option<ID>,
        /// The global id of the matter of its agenda.
        agenda_item: Option<ID>,
        /// The global id of the decision that it carries out.
        decision: Option<ID>,
        /// What is to be done.
        title: String,
        /// The global id of the company that does it.
        company: ID,
        /// The global id of the person who does it.
        person: Option<ID>,
        /// The last day on which it is in time.
        due_on: Date,
    }
    /// Reports an action item as done.
    CompleteActionItemInput {
        /// The global id of the action item.
        action_item: ID,
        /// The revision that you have read.
        revision: i32,
        /// What shows that it is done.
        evidence: String,
    }
    /// Takes an action item back.
    DropActionItemInput {
        /// The global id of the action item.
        action_item: ID,
        /// The revision that you have read.
        revision: i32,
        /// Why.
        reason: String,
    }
}
