//! What happened raises a matter by itself, where the agreement's path says so.
//!
//! The case or action is looked at as it is when the event is followed: what has been put right meanwhile is not raised.

use super::{
    paths::paths,
    raising::{begin, in_charge, of_case},
};
use crate::{
    agreements::AgreementView,
    cases::CaseView,
    deviations::ActionView,
    kernel::{No, Noun as _, Outcome, Tx},
};
use concordat_domain::{
    agreements::{ClockMeasure, Trigger},
    cases::{CASE_ACCEPTANCE_OVERDUE, CASE_BREACHED},
    deviations::{ActionState, TaskState, events as deviation},
    escalations::{Fact, Matter, Paths, Subject},
    kernel::{ActionId, ActionItemId, CaseId, CompanyId, Event, LONGEST_TITLE, TaskId},
};

/// Raises what some events of an agreement's log say is to be raised. A matter that no path takes, and one that is open
/// already, is not.
///
/// # Errors
/// A fault of the database.
pub fn react(tx: &mut Tx<'_>, view: &AgreementView, events: &[Event]) -> Outcome<()> {
    if view.terms.escalations.is_empty() {
        return Ok(());
    }
    let paths = paths(tx, view)?;
    for event in events {
        if let Some(matter) = matter(tx, view, &paths, event)? {
            match begin(tx, view.agreement.id, &paths, matter, None) {
                Ok(_) | Err(No::Refused(_)) => {}
                Err(no) => return Err(no),
            }
        }
    }
    Ok(())
}

fn matter(tx: &mut Tx<'_>, view: &AgreementView, paths: &Paths, event: &Event) -> Outcome<Option<Matter>> {
    match event.kind.name() {
        kind if kind == CASE_BREACHED.name() => of_a_case(tx, view, event, breached),
        kind if kind == CASE_ACCEPTANCE_OVERDUE.name() => of_a_case(tx, view, event, unaccepted),
        "case.opened" => {
            of_a_case(tx, view, event, |on, _| on.case.red_flag().then_some((Trigger::RedFlag, in_charge(on)?)))
        }
        "case.reopened" => reopened(tx, view, paths, event),
        kind if kind == deviation::ACTION_FAILED.name() => failed(tx, view, event),
        kind if kind == deviation::TASK_OVERDUE.name() => overdue(tx, view, event),
        "item.overdue" => Ok(item(event)),
        _ => Ok(None),
    }
}

/// What a case is raised for, and who is to answer.
type Found = Option<(Trigger, CompanyId)>;

fn of_a_case(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    event: &Event,
    found: impl FnOnce(&CaseView, &Event) -> Found,
) -> Outcome<Option<Matter>> {
    let id = CaseId(event.subject);
    let loaded = match CaseView::load(tx, (view.agreement.id, id)) {
        Ok(loaded) => loaded,
        // no version takes cases any more
        Err(No::Refused(_)) => None,
        Err(no) => return Err(no),
    };
    let Some(on) = loaded else { return Ok(None) };
    let Some((trigger, company)) = found(&on, event) else { return Ok(None) };
    let mut facts = of_case(&view.terms, &on);
    facts.extend(event.detail["timer"].as_str().map(|timer| Fact::new("timer", timer)));
    facts.extend(event.detail["at"].as_str().map(|at| Fact::new("was_due_at", at)));
    let title = titled(&format!("{}: {}", on.reference, on.case.title));
    let (subject, customer) = (Subject::Case { case: id }, on.case.customer);
    Ok(Some(Matter { trigger, subject, company, customer, title, note: None, facts }))
}

/// A promise toward the customer that is broken and still not kept.
fn breached(on: &CaseView, event: &Event) -> Found {
    let name = event.detail["timer"].as_str()?.split_once(':')?.1;
    let clock = on.case.clocks(&on.rules, on.at).into_iter().find(|clock| clock.name == name)?;
    let trigger = match clock.measure {
        ClockMeasure::Response => Trigger::NoResponse,
        ClockMeasure::Resolution => Trigger::NoResolution,
        _ => return None,
    };
    let due = clock.is_going() && clock.company.is_none();
    due.then_some(trigger).zip(in_charge(on))
}

/// A hand-over that still waits for the team that was asked.
fn unaccepted(on: &CaseView, _: &Event) -> Found {
    on.case.offer.map(|offer| (Trigger::HandOverUnaccepted, offer.to.company))
}

fn reopened(tx: &mut Tx<'_>, view: &AgreementView, paths: &Paths, event: &Event) -> Outcome<Option<Matter>> {
    of_a_case(tx, view, event, |on, _| {
        let trigger = paths.reopened(on.case.customer, on.case.reopened.len())?;
        (!on.case.is_resolved()).then_some(trigger).zip(in_charge(on))
    })
}

/// A corrective action that did not work: of the company whose figure deviates, or else of the first with a task.
fn failed(tx: &mut Tx<'_>, view: &AgreementView, event: &Event) -> Outcome<Option<Matter>> {
    let id = ActionId(event.subject);
    let Some(on) = ActionView::load(tx, (view.agreement.id, id))? else { return Ok(None) };
    let company = on.action.about.or_else(|| on.action.tasks.first().map(|task| task.request.company));
    let Some(company) = company.filter(|_| matches!(on.action.state, ActionState::Failed { .. })) else {
        return Ok(None);
    };
    let mut facts = vec![Fact::new("action", on.action.title.clone())];
    if let ActionState::Failed { period, value, .. } = on.action.state {
        facts.push(Fact::new("period", period.to_string()));
        facts.extend(value.map(|value| Fact::new("value", value.to_string())));
    }
    let (trigger, title) = (Trigger::VerificationFailed, titled(&on.action.title));
    let subject = Subject::Action { action: id };
    Ok(Some(Matter { trigger, subject, company, customer: None, title, note: None, facts }))
}

/// A task that is not done by its due day.
fn overdue(tx: &mut Tx<'_>, view: &AgreementView, event: &Event) -> Outcome<Option<Matter>> {
    let action = ActionId(event.subject);
    let task: Option<TaskId> = serde_json::from_value(event.detail["task"].clone()).ok();
    let Some(on) = ActionView::load(tx, (view.agreement.id, action))? else { return Ok(None) };
    let open = |known: &&concordat_domain::deviations::Task| {
        Some(known.id) == task && !matches!(known.state, TaskState::Done { .. })
    };
    let Some(late) = on.action.tasks.iter().find(open) else { return Ok(None) };
    let facts = vec![
        Fact::new("action", on.action.title.clone()),
        Fact::new("task", late.request.title.clone()),
        Fact::new("was_due_at", late.request.due.to_string()),
    ];
    Ok(Some(Matter {
        trigger: Trigger::ActionOverdue,
        subject: Subject::Task { action, task: late.id },
        company: late.request.company,
        customer: None,
        title: titled(&late.request.title),
        note: None,
        facts,
    }))
}

/// An action item of a meeting that is not done by its due day, as its event tells of it: the company, and in the detail
/// its `title` and the day on which it was `due_on`.
fn item(event: &Event) -> Option<Matter> {
    let title = event.detail["title"].as_str()?;
    let mut facts = vec![Fact::new("item", title)];
    facts.extend(event.detail["due_on"].as_str().map(|due| Fact::new("was_due_at", due)));
    Some(Matter {
        trigger: Trigger::ActionOverdue,
        subject: Subject::ActionItem { item: ActionItemId(event.subject) },
        company: event.company?,
        customer: None,
        title: titled(title),
        note: None,
        facts,
    })
}

/// A title that is not too long.
fn titled(text: &str) -> String {
    text.chars().take(LONGEST_TITLE).collect()
}
