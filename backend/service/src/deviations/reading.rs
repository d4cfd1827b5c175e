//! Finding deviations, corrective actions and frozen figures, as far as the actor may see them.

use super::{
    store::{
        self, Sight,
        actions::{ActionFilter, Stored},
        assessments::{Figures, Held},
        deviations::{DeviationFilter, DeviationView},
    },
    view::ActionView,
};
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::{Actor, Place, Verb},
    agreements::Terms,
    deviations::{Action, Beholder, FrozenFigure, Key},
    kernel::{ActionId, AgreementId, AssessmentId, CompanyId, Decimal, DeviationId, Period},
    kpis::{Disclosure, Kpi, Viewer},
};
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// How much the actor sees of an agreement's deviations. For verbs and lists that have checked their own permission.
#[must_use]
pub fn sees(tx: &Tx<'_>, agreement: AgreementId) -> Sight {
    let actor = tx.actor();
    match actor.on_behalf(Verb::DeviationViewConcealed, agreement) {
        None => Sight::All,
        Some(own) => Sight::Own(own),
    }
}

/// Whether the figures of a plan's criterion are the actor's to see.
#[must_use]
pub fn sees_criterion(actor: &Actor, terms: &Terms, view: &ActionView) -> bool {
    let (agreement, criterion) = (view.action.agreement, view.action.criterion);
    let own = actor.companies(agreement);
    let kpi = terms.kpi(criterion.kpi);
    kpi.is_some_and(|kpi| beholder(actor, agreement, &own).sees(terms, kpi, criterion.scope, criterion.every))
}

/// The actor as whoever looks at figures; `own` are the companies for which they act.
pub(super) fn beholder<'a>(actor: &Actor, agreement: AgreementId, own: &'a [CompanyId]) -> Beholder<'a> {
    match actor.may(Verb::DeviationViewConcealed, Place::shared(agreement)) {
        true => Beholder::Everything,
        false => Beholder::Companies(own),
    }
}

/// A deviation by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn deviation(tx: &mut Tx<'_>, agreement: AgreementId, id: DeviationId) -> Outcome<Permitted<DeviationView>> {
    tx.permit(Verb::DeviationView, (agreement, id))
}

/// A corrective action by its id.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn action(tx: &mut Tx<'_>, agreement: AgreementId, id: ActionId) -> Outcome<Permitted<ActionView>> {
    tx.permit(Verb::ActionView, (agreement, id))
}

/// An agreement's deviations, the latest raised first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no deviation.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &DeviationFilter,
    after: Option<DeviationId>,
    first: usize,
) -> Outcome<Vec<Permitted<DeviationView>>> {
    tx.permit::<AgreementView>(Verb::DeviationView, agreement)?;
    let sight = sees(tx, agreement);
    let found = store::deviations::list(tx, agreement, &sight, filter, after, one_more(first))?;
    Ok(tx.permit_seen(found))
}

/// How many of an agreement's deviations the actor sees.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no deviation.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, filter: &DeviationFilter) -> Outcome<i64> {
    tx.permit::<AgreementView>(Verb::DeviationView, agreement)?;
    let sight = sees(tx, agreement);
    store::deviations::count(tx, agreement, &sight, filter)
}

/// An agreement's corrective actions, the latest drafted first, one more than `first` where there are more; none for
/// whoever sees no corrective action.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn actions(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &ActionFilter,
    after: Option<ActionId>,
    first: usize,
) -> Outcome<Vec<Permitted<ActionView>>> {
    let Some((sight, mine)) = sees_actions(tx, agreement)? else { return Ok(Vec::new()) };
    let found = store::actions::list(tx, agreement, (&sight, &mine), filter, after, one_more(first))?;
    answered(tx, agreement, found)
}

/// How many of an agreement's corrective actions the actor sees.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn count_actions(tx: &mut Tx<'_>, agreement: AgreementId, filter: &ActionFilter) -> Outcome<i64> {
    let Some((sight, mine)) = sees_actions(tx, agreement)? else { return Ok(0) };
    store::actions::count(tx, agreement, (&sight, &mine), filter)
}

/// The corrective actions that answer some deviations, as far as the actor may see them, the oldest first.
///
/// # Errors
/// Not found for whoever may not see the agreement.
pub fn answers(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    deviations: &[DeviationId],
) -> Outcome<Vec<Permitted<ActionView>>> {
    if sees_actions(tx, agreement)?.is_none() {
        return Ok(Vec::new());
    }
    let found = store::actions::answering(tx, agreement, deviations)?;
    answered(tx, agreement, found)
}

fn sees_actions(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<(Sight, Vec<CompanyId>)>> {
    tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    if !tx.actor().may(Verb::ActionView, Place::shared(agreement)) {
        return Ok(None);
    }
    Ok(Some((sees(tx, agreement), tx.actor().companies(agreement))))
}

/// Gives each action the deviation that it answers, with one statement for all.
fn answered(tx: &mut Tx<'_>, agreement: AgreementId, found: Vec<Stored>) -> Outcome<Vec<Permitted<ActionView>>> {
    let mut ids: Vec<DeviationId> = found.iter().map(|stored| stored.action.deviation).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = store::deviations::by_ids(tx, agreement, &ids)?;
    let known: HashMap<DeviationId, DeviationView> = known.into_iter().map(|one| (one.deviation.id, one)).collect();
    let views = found.into_iter().filter_map(|stored| {
        let answers = known.get(&stored.action.deviation)?.clone();
        Some(ActionView::of(tx, stored, answers))
    });
    let views: Vec<ActionView> = views.collect();
    Ok(tx.permit_seen(views))
}

/// The corrective actions that were put before the companies and not given up. No permission is checked: for verbs that have
/// checked their own.
///
/// # Errors
/// A fault of the database.
pub fn plans(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Action>> {
    let states = Some(vec!["proposed", "acting", "verifying", "succeeded", "failed"]);
    let filter = ActionFilter { states, ..ActionFilter::default() };
    let found = store::actions::list(tx, agreement, (&Sight::All, &[]), &filter, None, i64::MAX)?;
    Ok(found.into_iter().map(|stored| stored.action).collect())
}

/// The assessments of an agreement, the latest first, one more than `first` where there are more.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no figures.
pub fn assessments(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    after: Option<AssessmentId>,
    first: usize,
) -> Outcome<Vec<Held>> {
    tx.permit::<AgreementView>(Verb::ScorecardView, agreement)?;
    store::assessments::latest(tx, agreement, after, one_more(first))
}

/// What was frozen of some periods.
pub struct Frozen {
    /// The assessments, the earliest first.
    pub(super) held: Vec<Held>,
    documents: HashMap<Period, Vec<Arc<Figures>>>,
}

impl Frozen {
    /// The figure that was frozen; of two of the same, the first counts.
    #[must_use]
    pub fn figure(&self, key: &Key) -> Option<&FrozenFigure> {
        self.documents.get(&key.period)?.iter().find_map(|document| document.get(key))
    }

    /// Every figure, in no order.
    pub fn figures(&self) -> impl Iterator<Item = &FrozenFigure> {
        self.documents.values().flatten().flat_map(|document| document.values())
    }

    /// The frozen value behind a figure that is shown to somebody now. What was not every party's when it was frozen
    /// is told to those only who see each company's figures, or whose own it is.
    #[must_use]
    pub fn value(&self, key: &Key, viewer: &Viewer, kpi: &Kpi) -> Option<Decimal> {
        let FrozenFigure { cell, disclosed } = self.figure(key)?;
        let own = key.scope.company.is_some_and(|company| viewer.companies.contains(&company));
        let each = viewer.privileged || kpi.disclosure == Disclosure::Open;
        cell.figures.value.filter(|_| *disclosed || own || each)
    }
}

pub(super) fn frozen_in(tx: &mut Tx<'_>, agreement: AgreementId, periods: &[Period]) -> Outcome<Frozen> {
    let held = store::assessments::of_periods(tx, agreement, periods)?;
    let mut documents: HashMap<Period, Vec<_>> = HashMap::new();
    for one in held.iter().filter(|held| held.ended) {
        documents.entry(one.period).or_default().push(store::assessments::figures(tx, agreement, one.id)?);
    }
    Ok(Frozen { held, documents })
}

/// What was frozen of these periods. Disclosure is not applied: whoever shows a figure takes [`Frozen::value`].
///
/// # Errors
/// Not found for whoever may not see the scorecard.
pub fn frozen(tx: &mut Tx<'_>, agreement: AgreementId, periods: &[Period]) -> Outcome<Arc<Frozen>> {
    if !tx.actor().may(Verb::ScorecardView, Place::shared(agreement)) {
        return Err(Denial::NotFound.into());
    }
    tx.while_it_stands(agreement, &format!("frozen {periods:?}"), |tx| frozen_in(tx, agreement, periods))
}

/// Those of the subjects of some events that are deviations or corrective actions hidden from the actor.
///
/// # Errors
/// A fault of the database.
pub fn concealed(tx: &mut Tx<'_>, agreement: AgreementId, subjects: &[Uuid]) -> Outcome<HashSet<Uuid>> {
    let ids: Vec<DeviationId> = subjects.iter().map(|id| DeviationId(*id)).collect();
    let deviations = store::deviations::by_ids(tx, agreement, &ids)?;
    let ids: Vec<ActionId> = subjects.iter().map(|id| ActionId(*id)).collect();
    let actions = store::actions::by_ids(tx, agreement, &ids)?;
    let mut hidden: HashSet<Uuid> = deviations.iter().map(|view| view.deviation.id.0).collect();
    hidden.extend(actions.iter().map(|stored| stored.action.id.0));
    for seen in tx.permit_seen(deviations) {
        hidden.remove(&seen.deviation.id.0);
    }
    for seen in answered(tx, agreement, actions)? {
        hidden.remove(&seen.action.id.0);
    }
    Ok(hidden)
}

fn one_more(first: usize) -> i64 {
    i64::try_from(first).unwrap_or(i64::MAX - 1).saturating_add(1)
}
