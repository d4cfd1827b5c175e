//! Tasks of corrective actions that are due, plans that wait for consents, and a plan that somebody brings up.

use super::{Wanted, code, end_of};
use crate::{
    agreements::AgreementView,
    deviations::{self, Underway},
    kernel::{Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    deviations::{ActionState, Consent, Task, TaskState},
    kernel::{ActionId, CompanyId, DeviationId},
};
use std::collections::{BTreeSet, HashMap};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let agreement = view.agreement.id;
    let actions = match wanted {
        Wanted::Open { .. } => deviations::open_actions(tx, agreement)?,
        Wanted::These(subjects) => {
            let ids: BTreeSet<ActionId> = subjects.iter().filter_map(action).collect();
            let ids: Vec<ActionId> = ids.into_iter().collect();
            if ids.is_empty() { Vec::new() } else { deviations::these_actions(tx, agreement, &ids)? }
        }
    };
    if actions.is_empty() {
        return Ok(Vec::new());
    }
    let sights = sights(tx, view, &actions)?;
    let mut all = Vec::new();
    for underway in &actions {
        let sight = sights.get(&underway.action.id).cloned().unwrap_or_default();
        let (plan, waits, tasks) = match wanted {
            Wanted::Open { by, .. } => (false, consent(underway), due(underway, *by)),
            Wanted::These(_) => (true, true, underway.action.tasks.iter().collect()),
        };
        all.extend(plan.then(|| itself(underway, &sight)));
        all.extend(waits.then(|| waiting(underway, &sight)));
        all.extend(tasks.into_iter().map(|task| asked(&view.terms, underway, task, &sight)));
    }
    Ok(all)
}

fn action(subject: &Subject) -> Option<ActionId> {
    match subject {
        Subject::Task { action, .. } | Subject::Consent { action } => Some(*action),
        Subject::Action { id } => Some(*id),
        _ => None,
    }
}

/// Whether the plan waits for somebody's consent.
fn consent(underway: &Underway) -> bool {
    matches!(underway.action.state, ActionState::Proposed { .. }) && !missing(underway).is_empty()
}

/// The companies that have not consented.
fn missing(underway: &Underway) -> Vec<CompanyId> {
    let said = |company: &CompanyId| matches!(underway.action.consents.get(company), Some(Consent::Consents { .. }));
    underway.action.concerned().into_iter().filter(|company| !said(company)).collect()
}

/// The tasks under way that are due by a day.
fn due(underway: &Underway, by: NaiveDate) -> Vec<&Task> {
    if !matches!(underway.action.state, ActionState::Acting { .. }) {
        return Vec::new();
    }
    let open = |task: &&Task| !matches!(task.state, TaskState::Done { .. }) && task.request.due <= by;
    underway.action.tasks.iter().filter(open).collect()
}

/// Who sees each plan: where its figure is not disclosed, the companies that it concerns.
pub(super) fn sights(tx: &mut Tx<'_>, view: &AgreementView, actions: &[Underway]) -> Outcome<HashMap<ActionId, Sight>> {
    let ids: BTreeSet<DeviationId> = actions.iter().map(|it| it.action.deviation).collect();
    let ids: Vec<DeviationId> = ids.into_iter().collect();
    let found = deviations::these_deviations(tx, view.agreement.id, &ids)?;
    let disclosed: BTreeSet<DeviationId> = found.iter().filter(|it| it.disclosed).map(|it| it.deviation.id).collect();
    let sight = |it: &Underway| match disclosed.contains(&it.action.deviation) {
        true => Sight::Everybody,
        false => Sight::Companies { companies: it.action.concerned() },
    };
    Ok(actions.iter().map(|it| (it.action.id, sight(it))).collect())
}

fn itself(underway: &Underway, sight: &Sight) -> OpenMatter {
    let Underway { action, since } = underway;
    OpenMatter {
        matter: Matter {
            section: Section::Actions,
            subject: Subject::Action { id: action.id },
            title: action.title.clone(),
            owner: action.about.map(|company| Owner { company, person: None }),
        },
        sight: sight.clone(),
        known: Snapshot::new(action.state.name(), *since),
    }
}

fn waiting(underway: &Underway, sight: &Sight) -> OpenMatter {
    let Underway { action, since } = underway;
    let concerned = action.concerned().len();
    let consents = format!("{} of {concerned}", concerned - missing(underway).len());
    let owner = missing(underway).first().map(|company| Owner { company: *company, person: None });
    OpenMatter {
        matter: Matter {
            section: Section::Answers,
            subject: Subject::Consent { action: action.id },
            title: action.title.clone(),
            owner: owner.filter(|_| missing(underway).len() == 1),
        },
        sight: sight.clone(),
        known: Snapshot::new(action.state.name(), *since).figure("consents", Some(consents)),
    }
}

fn asked(terms: &Terms, underway: &Underway, task: &Task, sight: &Sight) -> OpenMatter {
    let request = &task.request;
    OpenMatter {
        matter: Matter {
            section: Section::Actions,
            subject: Subject::Task { action: underway.action.id, id: task.id },
            title: format!("{} ({})", request.title, code(terms, request.company)),
            owner: Some(Owner { company: request.company, person: Some(request.owner) }),
        },
        sight: sight.clone(),
        known: Snapshot::new(task.state.name(), underway.since).due(Some(end_of(terms, request.due))),
    }
}
