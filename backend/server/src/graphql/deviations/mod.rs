//! Deviations and joint corrective action over GraphQL.

mod action;
mod assessment;
mod criterion;
mod deviation;
mod inputs;
mod pages;
mod task;
mod verbs;
mod words;

pub use action::CorrectiveAction;
pub use assessment::Assessment;
pub use deviation::Deviation;
pub use inputs::{CorrectiveActionFilter, DeviationFilter};
pub use pages::{actions, assessments, deviations};
pub use verbs::DeviationMutations;

use super::kernel::{
    context::Context,
    errors::{Answer, Failure},
    global_id::{GlobalId, Tag},
};
use concordat_domain::kernel::{ActionId, AgreementId, DeviationId, TaskId};
use juniper::ID;

/// The tag of deviations' global ids.
pub const DEVIATION: Tag = Tag(b'D');
/// The tag of corrective actions' global ids.
pub const ACTION: Tag = Tag(b'X');
/// The tag of tasks' global ids.
pub const TASK: Tag = Tag(b'W');
/// The tag of assessments' global ids.
pub const ASSESSMENT: Tag = Tag(b'B');

/// Reads the id of a deviation that a client sent.
///
/// # Errors
/// Not found for what is no deviation's id.
pub fn deviation_id(id: &ID) -> Answer<(AgreementId, DeviationId)> {
    let id = GlobalId::decode_as(DEVIATION, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, DeviationId(id.own)))
}

/// Reads the id of a corrective action that a client sent.
///
/// # Errors
/// Not found for what is no corrective action's id.
pub fn action_id(id: &ID) -> Answer<(AgreementId, ActionId)> {
    let id = GlobalId::decode_as(ACTION, id).ok_or(Failure::NOT_FOUND)?;
    Ok((id.agreement, ActionId(id.own)))
}

/// Reads the id of a task that a client sent.
///
/// # Errors
/// Not found for what is no task's id.
pub fn task_id(id: &ID) -> Answer<TaskId> {
    GlobalId::decode_as(TASK, id).map(|id| TaskId(id.own)).ok_or(Failure::NOT_FOUND)
}

/// The deviation behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn deviation(ctx: &Context, id: GlobalId) -> Answer<Deviation> {
    Deviation::load(ctx, id.agreement, DeviationId(id.own))
}

/// The corrective action behind a global id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn action(ctx: &Context, id: GlobalId) -> Answer<CorrectiveAction> {
    CorrectiveAction::load(ctx, id.agreement, ActionId(id.own))
}
