//! The coordination group plans a corrective action, changes it, puts it before the companies, starts it or gives it up.

use super::{
    reading::beholder,
    reviewing,
    store::{self, deviations::DeviationView},
    view::ActionView,
};
use crate::{
    agreements,
    kernel::{No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::Terms,
    deviations::{Action, Criterion, Request, State, codes, events},
    kernel::{ActionId, AgreementId, CompanyId, Kind, Refusals, TaskId},
};
use serde_json::json;
use std::sync::Arc;

/// A corrective action to be drafted.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What it is called.
    pub title: String,
    /// How it will be known that it worked.
    pub criterion: Criterion,
    /// Who is asked to do what until when.
    pub tasks: Vec<Request>,
}

/// What is to become another in a plan; what is not said stays.
#[derive(Clone, Debug, Default)]
pub struct ActionChange {
    /// What it is called.
    pub title: Option<String>,
    /// How it will be known that it worked.
    pub criterion: Option<Criterion>,
    /// Tasks to add, and those there are that ask for something else now.
    pub ask: Vec<(Option<TaskId>, Request)>,
    /// Tasks to take out.
    pub drop: Vec<TaskId>,
}

/// A coordinator drafts a corrective action for a deviation.
///
/// # Errors
/// `DEVIATION_STALE` when the deviation is not at `revision`, `DEVIATION_CLOSED`; `ACTION_FIGURE`,
/// `ACTION_TASK_COMPANY`, `ACTION_TASK_OWNER`; what [`Action::draft`] and [`Action::ask`] refuse.
pub fn plan(tx: &mut Tx<'_>, on: Permitted<DeviationView>, revision: i32, plan: &Plan) -> Outcome<ActionView> {
    if on.revision != revision {
        return Err(codes::DEVIATION_STALE.refuse(codes::DEVIATION_STALE.meaning).into());
    }
    if matches!(on.deviation.state, State::Closed { .. }) {
        return Err(codes::DEVIATION_CLOSED.refuse(codes::DEVIATION_CLOSED.meaning).into());
    }
    let agreement = on.deviation.agreement;
    let by = tx.speaking(Verb::ActionPlan, agreement, None)?;
    let drawing = Drawing::new(tx, agreement)?;
    drawing.criterion(tx, &plan.criterion)?;
    let mut action = Action::draft(ActionId(tx.id()), &on.deviation, &plan.title, plan.criterion)?;
    for (place, request) in plan.tasks.iter().enumerate() {
        drawing.asked(tx, place, request)?;
        action = at_task(place, action.ask(TaskId(tx.id()), request.clone()))?;
    }
    store::actions::insert(tx, &action)?;
    tx.record(events::ACTION_DRAFTED, action.id, Some(by.company), &json!({ "deviation": action.deviation }))?;
    let stored = store::actions::Stored { action, created_at: tx.now(), revision: 1 };
    Ok(ActionView::of(tx, stored, on.into_inner()))
}

/// A coordinator changes title, criterion or tasks before the start. Consents to what was agreed before may fall.
///
/// # Errors
/// `ACTION_STALE` when it is not at `revision`; the same as for [`plan`]; `ACTION_TASK_NOT_FOUND`; what
/// [`Action::describe`], [`Action::ask`] and [`Action::drop_task`] refuse.
pub fn change(tx: &mut Tx<'_>, on: Permitted<ActionView>, revision: i32, change: &ActionChange) -> Outcome<ActionView> {
    let by = tx.speaking(Verb::ActionPlan, on.action.agreement, None)?;
    let drawing = Drawing::new(tx, on.action.agreement)?;
    let deviation = on.answers.deviation.clone();
    decide(tx, on, revision, (events::ACTION_CHANGED, Some(by.company)), |tx, mut action| {
        if change.title.is_some() || change.criterion.is_some() {
            let criterion = change.criterion.unwrap_or(action.criterion);
            if criterion != action.criterion {
                drawing.criterion(tx, &criterion)?;
            }
            let title = change.title.clone().unwrap_or_else(|| action.title.clone());
            action = action.describe(&deviation, &title, criterion)?;
        }
        for (place, (task, request)) in change.ask.iter().enumerate() {
            drawing.asked(tx, place, request)?;
            let known = task.is_none_or(|id| action.tasks.iter().any(|task| task.id == id));
            if !known {
                let code = codes::ACTION_TASK_NOT_FOUND;
                return Err(code.refuse_field(format!("tasks.{place}.id"), code.meaning).into());
            }
            let id = task.unwrap_or_else(|| TaskId(tx.id()));
            action = at_task(place, action.ask(id, request.clone()))?;
        }
        change.drop.iter().try_fold(action, |action, task| Ok(action.drop_task(*task)?))
    })
}

/// A coordinator puts the plan before the companies concerned.
///
/// # Errors
/// `ACTION_STALE`; what [`Action::propose`] refuses.
pub fn propose(tx: &mut Tx<'_>, on: Permitted<ActionView>, revision: i32) -> Outcome<ActionView> {
    let by = tx.speaking(Verb::ActionPlan, on.action.agreement, None)?;
    decide(tx, on, revision, (events::ACTION_PROPOSED, Some(by.company)), |_, action| Ok(action.propose(by)?))
}

/// A coordinator starts the work: every company concerned has consented, every task is accepted.
///
/// # Errors
/// `ACTION_STALE`; what [`Action::start`] refuses.
pub fn start(tx: &mut Tx<'_>, on: Permitted<ActionView>, revision: i32) -> Outcome<ActionView> {
    let by = tx.speaking(Verb::ActionPlan, on.action.agreement, None)?;
    decide_both(tx, on, revision, (events::ACTION_STARTED, Some(by.company)), |action, answers| {
        let (action, deviation) = action.start(answers.deviation.clone(), by)?;
        Ok((action, DeviationView { deviation, ..answers }))
    })
}

/// A coordinator gives the plan up before its start.
///
/// # Errors
/// `ACTION_STALE`; what [`Action::withdraw`] refuses.
pub fn withdraw(tx: &mut Tx<'_>, on: Permitted<ActionView>, revision: i32, reason: &str) -> Outcome<ActionView> {
    let by = tx.speaking(Verb::ActionPlan, on.action.agreement, None)?;
    decide(tx, on, revision, (events::ACTION_WITHDRAWN, Some(by.company)), |_, action| Ok(action.withdraw(reason, by)?))
}

/// What happened, and for which company.
pub(super) type Told = (Kind, Option<CompanyId>);

/// Changes an action that is still as it was read, keeps it and tells of it.
pub(super) fn decide(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    told: Told,
    change: impl FnOnce(&mut Tx<'_>, Action) -> Outcome<Action>,
) -> Outcome<ActionView> {
    let on = fresh(on, revision)?;
    let before: Vec<CompanyId> = asked(&on.action);
    let action = change(tx, on.action)?;
    keep(tx, &action, revision)?;
    if asked(&action) != before {
        store::actions::replace_companies(tx, &action)?;
    }
    tx.record(told.0, action.id, told.1, &json!({ "revision": revision + 1 }))?;
    let stored = store::actions::Stored { action, created_at: on.created_at, revision: revision + 1 };
    Ok(ActionView::of(tx, stored, on.answers))
}

/// The same where the deviation may change with it.
pub(super) fn decide_both(
    tx: &mut Tx<'_>,
    on: Permitted<ActionView>,
    revision: i32,
    told: Told,
    change: impl FnOnce(Action, DeviationView) -> Outcome<(Action, DeviationView)>,
) -> Outcome<ActionView> {
    let mut answers = on.answers.clone();
    let changed = decide(tx, on, revision, told, |_, action| {
        let (action, deviation) = change(action, answers.clone())?;
        answers = deviation;
        Ok(action)
    })?;
    if answers.deviation == changed.answers.deviation {
        return Ok(changed);
    }
    let read = answers.revision;
    let answers = reviewing::save(tx, DeviationView { revision: read + 1, ..answers }, read)?;
    Ok(ActionView { answers, ..changed })
}

/// Keeps an action that was read at a revision.
pub(super) fn keep(tx: &mut Tx<'_>, action: &Action, read: i32) -> Outcome<()> {
    let zone = agreements::terms(tx, action.agreement)?.zone;
    if store::actions::save(tx, action, read, action.next_overdue(zone))? { Ok(()) } else { Err(stale()) }
}

fn fresh(on: Permitted<ActionView>, revision: i32) -> Outcome<ActionView> {
    if on.revision == revision { Ok(on.into_inner()) } else { Err(stale()) }
}

fn stale() -> No {
    codes::ACTION_STALE.refuse(codes::ACTION_STALE.meaning).into()
}

fn asked(action: &Action) -> Vec<CompanyId> {
    action.tasks.iter().map(|task| task.request.company).collect()
}

/// What a plan is checked against.
struct Drawing {
    agreement: AgreementId,
    terms: Arc<Terms>,
}

impl Drawing {
    fn new(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Self> {
        Ok(Self { agreement, terms: agreements::terms(tx, agreement)? })
    }

    fn criterion(&self, tx: &Tx<'_>, criterion: &Criterion) -> Outcome<()> {
        let actor = tx.actor();
        let own = actor.companies(self.agreement);
        Ok(criterion.check_figure(&self.terms, beholder(actor, self.agreement, &own))?)
    }

    fn asked(&self, tx: &Tx<'_>, place: usize, request: &Request) -> Outcome<()> {
        at_task(place, request.check_asked(&self.terms, self.terms.zone.date_of(tx.now())))
    }
}

/// Names the task that a refusal speaks of.
fn at_task<T>(place: usize, verdict: Result<T, Refusals>) -> Outcome<T> {
    verdict.map_err(|Refusals(all)| {
        let named = all.into_iter().map(|mut refusal| {
            refusal.field = Some(match refusal.field {
                Some(field) => format!("tasks.{place}.{field}"),
                None => format!("tasks.{place}"),
            });
            refusal
        });
        Refusals(named.collect()).into()
    })
}
