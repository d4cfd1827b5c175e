//! Each company answers for itself: it consents or objects to a plan, takes its tasks on, and does them.

use super::{
    acting::{decide, decide_both},
    speaking,
    store::deviations::DeviationView,
    view::ActionView,
};
use crate::kernel::{Outcome, Permitted, Tx};
use concordat_domain::{
    access::Verb,
    deviations::{Change, codes, events},
    kernel::{By, CompanyId, TaskId},
};
use serde_json::json;

/// A company consents to the plan as it stands. Without a company it is the actor's that the plan concerns.
///
/// # Errors
/// `ACTION_STALE` when it is not at `revision`; what the plan refuses; forbidden for whoever does not coordinate for
/// the company.
pub fn consent(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    company: Option<CompanyId>,
) -> Outcome<ActionView> {
    let by = speaker(tx, &on, company)?;
    decide(tx, on, revision, (events::ACTION_CONSENTED, Some(by.company)), |_, action| Ok(action.consent(by)?))
}

/// A company objects to the plan as it stands, and says why.
///
/// # Errors
/// As for [`consent`]; a reason that says nothing.
pub fn object(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    reason: &str,
    company: Option<CompanyId>,
) -> Outcome<ActionView> {
    let by = speaker(tx, &on, company)?;
    decide(tx, on, revision, (events::ACTION_OBJECTED, Some(by.company)), |_, action| Ok(action.object(reason, by)?))
}

/// A company takes on its task.
///
/// # Errors
/// `ACTION_STALE`; `ACTION_TASK_NOT_FOUND`, what the plan refuses; forbidden for whoever does not coordinate for the
/// task's company.
pub fn accept_task(tx: &mut Tx<'_>, on: Permitted<ActionView>, revision: i32, task: TaskId) -> Outcome<ActionView> {
    let by = worker(tx, &on, Verb::TaskAccept, task)?;
    decide(tx, on, revision, (events::TASK_ACCEPTED, Some(by.company)), |_, action| Ok(action.accept(task, by)?))
}

/// A company will not do its task, and says why.
///
/// # Errors
/// As for [`accept_task`]; a reason that says nothing.
pub fn decline_task(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    task: TaskId,
    reason: &str,
) -> Outcome<ActionView> {
    let by = worker(tx, &on, Verb::TaskAccept, task)?;
    decide(tx, on, revision, (events::TASK_DECLINED, Some(by.company)), |_, action| {
        Ok(action.decline(task, reason, by)?)
    })
}

/// A company did its task and says what shows it. The last task done begins the verification.
///
/// # Errors
/// `ACTION_STALE`; `ACTION_TASK_NOT_FOUND`, `ACTION_NOT_ACTING`, `ACTION_TASK_NOT_ACCEPTED`, `ACTION_TASK_DONE`;
/// evidence that says nothing; forbidden for whoever does not act for the task's company.
pub fn complete_task(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    task: TaskId,
    evidence: &str,
) -> Outcome<ActionView> {
    let by = worker(tx, &on, Verb::TaskComplete, task)?;
    let (stood, deviation) = (on.action.state.name(), on.answers.deviation.state.name());
    let done = decide_both(tx, on, revision, (events::TASK_COMPLETED, Some(by.company)), |action, answers| {
        let (action, deviation) = action.complete(answers.deviation.clone(), task, evidence, by)?;
        Ok((action, DeviationView { deviation, ..answers }))
    })?;
    if done.action.state.name() != stood {
        tx.record(done.action.event(), done.action.id, None, &json!({ "revision": done.revision }))?;
    }
    if done.answers.deviation.state.name() != deviation {
        let detail = json!({ "revision": done.answers.revision });
        tx.record(Change::Verifying.event(), done.answers.deviation.id, None, &detail)?;
    }
    Ok(done)
}

/// Whoever gives a company's word on a plan.
fn speaker(tx: &Tx<'_>, on: &ActionView, company: Option<CompanyId>) -> Outcome<By> {
    let agreement = on.action.agreement;
    let concerned = on.action.concerned();
    let able = tx.speaks_for(Verb::ActionConsent, agreement);
    match company.or_else(|| able.into_iter().find(|company| concerned.contains(company))) {
        Some(company) => speaking::voice(tx, Verb::ActionConsent, agreement, company),
        None => tx.speaking(Verb::ActionConsent, agreement, None),
    }
}

/// Whoever answers for a task of their company.
fn worker(tx: &Tx<'_>, on: &ActionView, verb: Verb, task: TaskId) -> Outcome<By> {
    let asked = on.action.tasks.iter().find(|known| known.id == task);
    let code = codes::ACTION_TASK_NOT_FOUND;
    let company = asked.ok_or_else(|| code.refuse_field("task", code.meaning))?.request.company;
    speaking::voice(tx, verb, on.action.agreement, company)
}
