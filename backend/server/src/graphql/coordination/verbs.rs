//! What can be done about meetings over GraphQL.

use super::{
    AgendaItem, Meeting, agenda_item_id, decision_id, group_id,
    inputs::{
        AddAgendaItemInput, AgendaItemInput, ApproveMinutesInput, CallMeetingInput, CancelMeetingInput, MeetingInput,
        MoveMeetingInput, ObjectToMinutesInput, RecordAttendanceInput, ReorderAgendaInput, SetAgendaOutcomeInput,
        WriteMinutesInput,
    },
    meeting_id,
    words::{self, AgendaOutcomeKind},
};
use crate::graphql::{
    boundaries::FINDING,
    companies::company_id,
    deviations::{ACTION, DEVIATION},
    escalations::ESCALATION,
    identity::person_id,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::GlobalId,
        payload::payload,
        scalar::Gql,
    },
    satisfaction::VOICE,
};
use concordat_domain::{
    access::Verb,
    coordination::{AgendaOutcome, Call, Matter, Owner, Slot, Subject, codes},
    kernel::{
        ActionId, ActionItemId, AgendaItemId, AgreementId, CompanyId, DecisionId, DeviationId, EscalationId, MeetingId,
        Verdict, VoiceId, Zone,
    },
};
use concordat_service::{
    agreements::AgreementView,
    coordination::{self, AgendaItemView, MeetingView},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

payload!(
    /// What a mutation of a meeting answers.
    MeetingPayload {
        /// The meeting as it is now.
        meeting: Meeting
    }
);
payload!(
    /// What a mutation of a matter of an agenda answers.
    AgendaItemPayload {
        /// The matter as it is now.
        agenda_item: AgendaItem
    }
);

/// Does one verb on a meeting in one transaction.
fn on_meeting(
    ctx: &Context,
    id: &ID,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<MeetingView>) -> Outcome<MeetingView>,
) -> Answer<Meeting> {
    let (agreement, id) = meeting_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(verb, (agreement, id))?;
        work(tx, on).map(|view| view.meeting.id)
    })?;
    Meeting::load(ctx, agreement, id)
}

fn zone(name: &str) -> Verdict<Zone> {
    Zone::parse(name).map_err(|error| codes::MEETING_ZONE.refuse_field("zone", error.to_string()).into())
}

fn call(ctx: &Context, input: &CallMeetingInput) -> Answer<Meeting> {
    let (agreement, group) = group_id(&input.group)?;
    let id = ctx.write(agreement, |tx| {
        let view = tx.permit::<AgreementView>(Verb::MeetingArrange, agreement)?;
        let slot = Slot {
            title: input.title.clone(),
            starts: input.starts_at,
            ends: input.starts_at.plus(input.lasts),
            zone: input.zone.as_deref().map_or(Ok(view.terms.zone), zone)?,
            form: words::form(input.form),
            place: input.place.clone(),
            flags: Vec::new(),
        };
        let sections = input.sections.iter().flatten().copied().map(words::section).collect();
        let call = Call { group, template: words::template(input.template), sections, slot };
        coordination::call(tx, agreement, call).map(|view| view.meeting.id)
    })?;
    Meeting::load(ctx, agreement, id)
}

fn reschedule(ctx: &Context, input: &MoveMeetingInput) -> Answer<Meeting> {
    on_meeting(ctx, &input.meeting, Verb::MeetingArrange, |tx, on| {
        let before = on.meeting.slot.clone();
        let lasts = input.lasts.unwrap_or_else(|| before.ends.since(before.starts));
        let slot = Slot {
            starts: input.starts_at,
            ends: input.starts_at.plus(lasts),
            zone: input.zone.as_deref().map_or(Ok(before.zone), zone)?,
            form: input.form.map_or(before.form, words::form),
            place: input.place.clone().or(before.place),
            flags: Vec::new(),
            title: before.title,
        };
        coordination::reschedule(tx, on, input.revision, slot)
    })
}

fn record(ctx: &Context, input: &RecordAttendanceInput) -> Answer<Meeting> {
    let entries = input.attendance.iter().map(super::inputs::AttendanceInput::read).collect::<Answer<Vec<_>>>()?;
    on_meeting(ctx, &input.meeting, Verb::MeetingHold, |tx, on| {
        coordination::record_attendance(tx, on, input.revision, &entries)
    })
}

fn approve(ctx: &Context, input: &ApproveMinutesInput) -> Answer<Meeting> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    on_meeting(ctx, &input.meeting, Verb::MeetingView, |tx, on| {
        coordination::approve_minutes(tx, on, input.revision, company)
    })
}

fn object(ctx: &Context, input: &ObjectToMinutesInput) -> Answer<Meeting> {
    let company = input.company.as_ref().map(company_id).transpose()?;
    on_meeting(ctx, &input.meeting, Verb::MeetingView, |tx, on| {
        coordination::object_to_minutes(tx, on, input.revision, company, &input.reason)
    })
}

fn add(ctx: &Context, input: &AddAgendaItemInput) -> Answer<AgendaItem> {
    let (agreement, meeting) = meeting_id(&input.meeting)?;
    let person = input.person.as_ref().map(person_id).transpose()?;
    let company: Option<CompanyId> = input.company.as_ref().map(company_id).transpose()?;
    let matter = Matter {
        section: words::section(input.section),
        subject: input.about.as_ref().map_or(Ok(Subject::Free), |id| about(agreement, id))?,
        title: input.title.clone(),
        owner: company.map(|company| Owner { company, person }),
    };
    let id: AgendaItemId = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::AgendaKeep, (agreement, meeting))?;
        coordination::add_matter(tx, &on, matter.clone()).map(|view| view.item.id)
    })?;
    AgendaItem::load(ctx, agreement, id)
}

/// What a matter is about, by its global id.
fn about(agreement: AgreementId, id: &ID) -> Answer<Subject> {
    let id = GlobalId::decode(id).filter(|id| id.agreement == agreement).ok_or(Failure::NOT_FOUND)?;
    Ok(match id.tag {
        DEVIATION => Subject::Deviation { id: DeviationId(id.own) },
        ACTION => Subject::Action { id: ActionId(id.own) },
        FINDING => Subject::Finding { key: id.own },
        super::ACTION_ITEM => Subject::ActionItem { id: ActionItemId(id.own) },
        super::DECISION => Subject::Decision { id: DecisionId(id.own) },
        ESCALATION => Subject::Escalation { id: EscalationId(id.own) },
        VOICE => Subject::Voice { id: VoiceId(id.own) },
        _ => return Err(Failure::NOT_FOUND),
    })
}

fn reorder(ctx: &Context, input: &ReorderAgendaInput) -> Answer<Meeting> {
    let (agreement, meeting) = meeting_id(&input.meeting)?;
    let order = input.items.iter().map(|id| agenda_item_id(id).map(|(_, id)| id)).collect::<Answer<Vec<_>>>()?;
    ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::AgendaKeep, (agreement, meeting))?;
        coordination::reorder(tx, &on, &order)
    })?;
    Meeting::load(ctx, agreement, meeting)
}

fn remove(ctx: &Context, input: &AgendaItemInput) -> Answer<Meeting> {
    let (agreement, id) = agenda_item_id(&input.agenda_item)?;
    let meeting: MeetingId = ctx.write(agreement, |tx| {
        let on: Permitted<AgendaItemView> = tx.permit(Verb::AgendaKeep, (agreement, id))?;
        coordination::remove_matter(tx, on, input.revision)
    })?;
    Meeting::load(ctx, agreement, meeting)
}

fn settle(ctx: &Context, input: &SetAgendaOutcomeInput) -> Answer<AgendaItem> {
    let (agreement, id) = agenda_item_id(&input.agenda_item)?;
    let decision = input.decision.as_ref().map(decision_id).transpose()?.map(|(_, id)| id);
    let to = input.deferred_to.as_ref().map(meeting_id).transpose()?.map(|(_, id)| id);
    let id = ctx.write(agreement, |tx| {
        let on: Permitted<AgendaItemView> = tx.permit(Verb::MeetingHold, (agreement, id))?;
        let text = input.text.clone().unwrap_or_default();
        let missing = |field: &str| codes::AGENDA_OUTCOME.refuse_field(field, codes::AGENDA_OUTCOME.meaning);
        let outcome = match input.outcome {
            AgendaOutcomeKind::Decided => {
                AgendaOutcome::Decided { decision: decision.ok_or_else(|| missing("decision"))? }
            }
            AgendaOutcomeKind::Noted => AgendaOutcome::Noted { text },
            AgendaOutcomeKind::Deferred => AgendaOutcome::Deferred { to: to.ok_or_else(|| missing("deferredTo"))? },
            AgendaOutcomeKind::Escalated => AgendaOutcome::Escalated { reason: text, escalation: None },
            AgendaOutcomeKind::Dropped => AgendaOutcome::Dropped { reason: text },
        };
        coordination::set_outcome(tx, on, input.revision, outcome).map(|view| view.item.id)
    })?;
    AgendaItem::load(ctx, agreement, id)
}

/// What can be done about meetings.
pub struct MeetingMutations;

/// What can be done about meetings.
#[graphql_object(scalar = Gql, context = Context)]
impl MeetingMutations {
    /// Calls a meeting outside every cadence. For the steward, and coordinators with a seat in the group, of their
    /// own or as a deputy.
    fn call_meeting(ctx: &Context, input: CallMeetingInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(call(ctx, &input), input.client_mutation_id)
    }

    /// Has a planned meeting take place at another time or in another place. For the steward, and coordinators with a
    /// seat in the group, of their own or as a deputy.
    fn move_meeting(ctx: &Context, input: MoveMeetingInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(reschedule(ctx, &input), input.client_mutation_id)
    }

    /// Cancels a planned meeting; what somebody had put on its agenda goes to the next one of the group. For the
    /// steward, and coordinators with a seat in the group, of their own or as a deputy.
    fn cancel_meeting(ctx: &Context, input: CancelMeetingInput) -> Answer<MeetingPayload> {
        let done = on_meeting(ctx, &input.meeting, Verb::MeetingArrange, |tx, on| {
            coordination::cancel(tx, on, input.revision, &input.reason)
        });
        MeetingPayload::of(done, input.client_mutation_id)
    }

    /// Starts a meeting, from an hour before its time on; its agenda is frozen as it is known then. For the steward,
    /// and coordinators with a seat in the group, of their own or as a deputy.
    fn start_meeting(ctx: &Context, input: MeetingInput) -> Answer<MeetingPayload> {
        let done =
            on_meeting(ctx, &input.meeting, Verb::MeetingHold, |tx, on| coordination::start(tx, on, input.revision));
        MeetingPayload::of(done, input.client_mutation_id)
    }

    /// Records who is in which seat of a running meeting. For the steward, and coordinators with a seat in the group,
    /// of their own or as a deputy.
    fn record_attendance(ctx: &Context, input: RecordAttendanceInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(record(ctx, &input), input.client_mutation_id)
    }

    /// Ends a meeting; matters without an outcome go to the next one of the group. A kick-off ends when its six
    /// subjects were gone through. For the steward, and coordinators with a seat in the group, of their own or as a
    /// deputy.
    fn end_meeting(ctx: &Context, input: MeetingInput) -> Answer<MeetingPayload> {
        let done =
            on_meeting(ctx, &input.meeting, Verb::MeetingHold, |tx, on| coordination::end(tx, on, input.revision));
        MeetingPayload::of(done, input.client_mutation_id)
    }

    /// Writes the minutes of a meeting; what companies said to them before falls. For the steward, and coordinators
    /// with a seat in the group, of their own or as a deputy.
    fn write_minutes(ctx: &Context, input: WriteMinutesInput) -> Answer<MeetingPayload> {
        let done = on_meeting(ctx, &input.meeting, Verb::MeetingHold, |tx, on| {
            coordination::write_minutes(tx, on, input.revision, &input.text)
        });
        MeetingPayload::of(done, input.client_mutation_id)
    }

    /// Puts the minutes before the companies that were present. For the steward, and coordinators with a seat in the
    /// group, of their own or as a deputy.
    fn propose_minutes(ctx: &Context, input: MeetingInput) -> Answer<MeetingPayload> {
        let done = on_meeting(ctx, &input.meeting, Verb::MeetingHold, |tx, on| {
            coordination::propose_minutes(tx, on, input.revision)
        });
        MeetingPayload::of(done, input.client_mutation_id)
    }

    /// Approves the minutes for a company that was present; the last one closes them. For members of the group.
    fn approve_minutes(ctx: &Context, input: ApproveMinutesInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(approve(ctx, &input), input.client_mutation_id)
    }

    /// Objects to the minutes for a company that was present. For members of the group.
    fn object_to_minutes(ctx: &Context, input: ObjectToMinutesInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(object(ctx, &input), input.client_mutation_id)
    }

    /// Puts a matter on the agenda of a meeting that is planned or runs. For the steward, coordinators and SMEs.
    fn add_agenda_item(ctx: &Context, input: AddAgendaItemInput) -> Answer<AgendaItemPayload> {
        AgendaItemPayload::of(add(ctx, &input), input.client_mutation_id)
    }

    /// Puts an agenda in order. For the steward, coordinators and SMEs.
    fn reorder_agenda(ctx: &Context, input: ReorderAgendaInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(reorder(ctx, &input), input.client_mutation_id)
    }

    /// Takes a matter off the agenda of a meeting that has not begun. For the steward, coordinators and SMEs.
    fn remove_agenda_item(ctx: &Context, input: AgendaItemInput) -> Answer<MeetingPayload> {
        MeetingPayload::of(remove(ctx, &input), input.client_mutation_id)
    }

    /// Says what came of a matter in the running meeting; of two who do so at once, one is told that it has an
    /// outcome. For the steward, and coordinators with a seat in the group, of their own or as a deputy.
    fn set_agenda_outcome(ctx: &Context, input: SetAgendaOutcomeInput) -> Answer<AgendaItemPayload> {
        AgendaItemPayload::of(settle(ctx, &input), input.client_mutation_id)
    }
}
