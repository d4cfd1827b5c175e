//! Coordination over GraphQL: meetings with their agendas, decisions by the voices of companies, action items; what the
//! companies have in common, and how healthy each one's commitment is.

mod agenda;
mod alignment;
mod decision;
mod decision_verbs;
mod ground_verbs;
mod health;
mod inputs;
mod item;
mod meeting;
mod pack;
mod pages;
mod streams;
mod turnout;
mod verbs;
mod vocabulary;
mod words;

pub use agenda::AgendaItem;
pub use alignment::{Alignment, alignment};
pub use decision::GroupDecision;
pub use decision_verbs::DecisionMutations;
pub use ground_verbs::GroundMutations;
pub use health::{CommitmentHealth, commitment_health};
pub use inputs::{ActionItemFilter, GroupDecisionFilter, MeetingFilter};
pub use item::ActionItem;
pub use meeting::Meeting;
pub use pack::{PackMatter, pack};
pub use pages::{action_items, decisions, meetings, next_meeting};
pub use streams::{MeetingEvent, MeetingStreams};
pub use verbs::MeetingMutations;
pub use vocabulary::{CompanyVocabulary, vocabularies};
pub use words::MeetingOrder;

use super::{
    agreements::GROUP,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        global_id::{GlobalId, Tag},
    },
};
use concordat_domain::kernel::{ActionItemId, AgendaItemId, AgreementId, DecisionId, GroupId, MeetingId};
use juniper::ID;

/// The tag of meetings' global ids.
pub const MEETING: Tag = Tag(b'I');
/// The tag of decisions' global ids.
pub const DECISION: Tag = Tag(b'Z');
/// The tag of action items' global ids.
pub const ACTION_ITEM: Tag = Tag(b'U');
/// The tag of agenda items' global ids.
pub const AGENDA_ITEM: Tag = Tag(b'Y');

fn own<T: From<uuid::Uuid>>(tag: Tag, id: &ID) -> Answer<(AgreementId, T)> {
    let id = GlobalId::decode_as(tag, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, T::from(id.own)))
}

/// Reads the id of a meeting that a client sent.
///
/// # Errors
/// Not found for what is no meeting's id.
pub fn meeting_id(id: &ID) -> Answer<(AgreementId, MeetingId)> {
    own(MEETING, id)
}

/// Reads the id of a matter of an agenda that a client sent.
///
/// # Errors
/// Not found for what is no such id.
pub fn agenda_item_id(id: &ID) -> Answer<(AgreementId, AgendaItemId)> {
    own(AGENDA_ITEM, id)
}

/// Reads the id of a decision that a client sent.
///
/// # Errors
/// Not found for what is no decision's id.
pub fn decision_id(id: &ID) -> Answer<(AgreementId, DecisionId)> {
    own(DECISION, id)
}

/// Reads the id of an action item that a client sent.
///
/// # Errors
/// Not found for what is no action item's id.
pub fn action_item_id(id: &ID) -> Answer<(AgreementId, ActionItemId)> {
    own(ACTION_ITEM, id)
}

/// Reads the id of a coordination group that a client sent.
///
/// # Errors
/// Not found for what is no group's id.
pub fn group_id(id: &ID) -> Answer<(AgreementId, GroupId)> {
    own(GROUP, id)
}

/// The meeting behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn meeting(ctx: &Context, id: GlobalId) -> Answer<Meeting> {
    Meeting::load(ctx, id.agreement, MeetingId(id.own))
}

/// The matter of an agenda behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn agenda_item(ctx: &Context, id: GlobalId) -> Answer<AgendaItem> {
    AgendaItem::load(ctx, id.agreement, AgendaItemId(id.own))
}

/// The decision behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn decision(ctx: &Context, id: GlobalId) -> Answer<GroupDecision> {
    GroupDecision::load(ctx, id.agreement, DecisionId(id.own))
}

/// The action item behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn action_item(ctx: &Context, id: GlobalId) -> Answer<ActionItem> {
    ActionItem::load(ctx, id.agreement, ActionItemId(id.own))
}
