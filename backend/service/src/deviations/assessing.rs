//! A period is assessed: figures frozen, deviations raised or cleared, running actions judged, in one transaction.

use super::{
    reading::{Frozen, frozen_in, sees},
    reviewing,
    store::{self, assessments::Held, deviations::DeviationView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
    kpis,
};
use concordat_domain::{
    deviations::{
        Action, Appraised, AssessedCell, Assessment, Books, Changed, FrozenFigure, Key, Restatement, appraise, codes,
        events,
    },
    kernel::{AgreementId, AssessmentId, DeviationId, Period},
    kpis::RollupRow,
};
use serde_json::json;
use std::collections::{BTreeSet, HashMap, HashSet};

/// What an assessment came to, as far as the actor may see it.
#[derive(Clone, Debug)]
pub struct Assessed {
    /// The latest assessment of the period.
    pub held: Held,
    /// How many figures were frozen now.
    pub frozen: usize,
    /// Frozen figures that are worth something else now.
    pub restated: Vec<Restatement>,
    /// The deviations that are new or changed.
    pub deviations: Vec<DeviationView>,
    /// The corrective actions that it judged.
    pub actions: Vec<Action>,
}

/// Assesses a period by what has been measured so far: nobody's verdict, so repeating it changes nothing. What teams
/// and boundaries add to the measurements is recorded first.
///
/// # Errors
/// `PERIOD_AHEAD`; a fault of the database.
pub fn assess(tx: &mut Tx<'_>, on: &Permitted<AgreementView>, period: Period) -> Outcome<Assessed> {
    kpis::staffing(tx, on, period)?;
    if period.contains(on.terms.zone.date_of(tx.now())) {
        kpis::count_boundaries(tx, on)?;
    }
    let rows = kpis::rows(tx, on.agreement.id, &on.terms, &on.terms.kpis, &[period])?;
    assess_rows(tx, on, period, &rows)
}

/// Assesses a period by its rollup rows: days for a day or week, months for anything longer.
///
/// # Errors
/// `PERIOD_AHEAD`; a fault of the database.
pub fn assess_rows(
    tx: &mut Tx<'_>,
    on: &Permitted<AgreementView>,
    period: Period,
    rows: &[RollupRow],
) -> Outcome<Assessed> {
    let (starts, ends) = period.span(on.terms.zone);
    if tx.now() < starts {
        return Err(codes::PERIOD_AHEAD.refuse_field("period", codes::PERIOD_AHEAD.meaning).into());
    }
    let ended = ends <= tx.now();
    let today = (!ended).then(|| on.terms.zone.date_of(tx.now()));
    let desk = Desk { agreement: on.agreement.id, period, ended, appraised: appraise(&on.terms, period, today, rows) };
    desk.assess(tx, on)
}

/// One assessment at work.
struct Desk {
    agreement: AgreementId,
    period: Period,
    ended: bool,
    appraised: Vec<Appraised>,
}

impl Desk {
    fn assess(self, tx: &mut Tx<'_>, on: &AgreementView) -> Outcome<Assessed> {
        let running = store::actions::running(tx, self.agreement)?;
        let named = running.iter().flat_map(|stored| stored.action.criterion.named());
        let periods: BTreeSet<Period> = named.chain([self.period]).collect();
        let known = frozen_in(tx, self.agreement, &periods.into_iter().collect::<Vec<_>>())?;
        let answered: Vec<DeviationId> = running.iter().map(|stored| stored.action.deviation).collect();
        let before = store::deviations::before(tx, self.agreement, self.period, &answered)?;
        let extra = self.unwatched(&known);
        let books = Books {
            agreement: self.agreement,
            period: self.period,
            ended: self.ended,
            at: tx.now(),
            cells: self.appraised.iter().filter(|one| one.watched).map(|one| one.figure.cell.clone()).collect(),
            frozen: known.figures().chain(&extra).map(|figure| figure.cell.clone()).collect(),
            deviations: before.iter().map(|view| view.deviation.clone()).collect(),
            actions: running.iter().map(|stored| stored.action.clone()).collect(),
        };
        let outcome = books.assess(|| DeviationId(tx.id()));
        let (held, frozen) = self.freeze(tx, on, &known, extra, &outcome)?;
        let deviations = self.keep_deviations(tx, before, outcome.deviations)?;
        for action in &outcome.actions {
            let read = running.iter().find(|stored| stored.action.id == action.id).map_or(0, |stored| stored.revision);
            super::acting::keep(tx, action, read)?;
            tx.record(action.event(), action.id, None, &json!({ "revision": read + 1 }))?;
        }
        let told = Assessed { held, frozen, restated: outcome.restated, deviations, actions: outcome.actions };
        Ok(self.seen(tx, told))
    }

    /// As much of it as the actor may see.
    fn seen(&self, tx: &Tx<'_>, told: Assessed) -> Assessed {
        let sight = sees(tx, self.agreement);
        let disclosed: HashSet<Key> =
            self.appraised.iter().filter(|one| one.figure.disclosed).map(|one| one.figure.cell.key()).collect();
        let seen = |key: &Key| sight.reaches(disclosed.contains(key), key.scope.company);
        let mine = tx.actor().companies(self.agreement);
        let involved = |action: &Action| action.tasks.iter().any(|task| mine.contains(&task.request.company));
        let deviations: Vec<DeviationView> =
            tx.permit_seen(told.deviations).into_iter().map(Permitted::into_inner).collect();
        let known = |action: &Action| deviations.iter().any(|view| view.deviation.id == action.deviation);
        Assessed {
            restated: told.restated.into_iter().filter(|one| seen(&one.key)).collect(),
            actions: told.actions.into_iter().filter(|action| involved(action) || known(action)).collect(),
            deviations,
            ..told
        }
    }

    /// The figures of an ended period that raise nothing and have not been frozen.
    fn unwatched(&self, known: &Frozen) -> Vec<FrozenFigure> {
        let all = self.appraised.iter().filter(|one| self.ended && !one.watched).map(|one| &one.figure);
        all.filter(|figure| known.figure(&figure.cell.key()).is_none()).cloned().collect()
    }

    /// Keeps what is frozen, and that it was looked at: once for an ended period, once a day for a running one.
    fn freeze(
        &self,
        tx: &mut Tx<'_>,
        on: &AgreementView,
        known: &Frozen,
        extra: Vec<FrozenFigure>,
        outcome: &Assessment,
    ) -> Outcome<(Held, usize)> {
        let fresh: HashSet<Key> = outcome.freeze.iter().map(AssessedCell::key).collect();
        let watched = self.appraised.iter().map(|one| &one.figure).filter(|figure| fresh.contains(&figure.cell.key()));
        let figures: Vec<FrozenFigure> = watched.cloned().chain(extra).collect();
        let zone = on.terms.zone;
        let today = zone.date_of(tx.now());
        let mut looked_at =
            known.held.iter().filter(|held| held.period == self.period).filter(|held| match self.ended {
                true => held.ended,
                false => zone.date_of(held.at) == today,
            });
        let quiet = figures.is_empty() && outcome.deviations.is_empty() && outcome.actions.is_empty();
        if let Some(held) = looked_at.next_back().filter(|_| quiet) {
            return Ok((*held, 0));
        }
        let held = Held { id: AssessmentId(tx.id()), period: self.period, ended: self.ended, at: tx.now() };
        store::assessments::insert(tx, self.agreement, &held, &figures)?;
        let detail = json!({ "period": self.period, "ended": self.ended });
        tx.record(events::PERIOD_ASSESSED, held.id, None, &detail)?;
        Ok((held, figures.len()))
    }

    fn keep_deviations(
        &self,
        tx: &mut Tx<'_>,
        before: Vec<DeviationView>,
        changed: Vec<Changed>,
    ) -> Outcome<Vec<DeviationView>> {
        let known: HashMap<DeviationId, DeviationView> =
            before.into_iter().map(|view| (view.deviation.id, view)).collect();
        let disclosed: HashMap<Key, bool> =
            self.appraised.iter().map(|one| (one.figure.cell.key(), one.figure.disclosed)).collect();
        let (mut raised, mut kept) = (Vec::new(), Vec::new());
        for Changed { deviation, changes } in changed {
            let before = known.get(&deviation.id);
            let was = before.is_some_and(|view| view.disclosed);
            let view = DeviationView {
                disclosed: disclosed.get(&deviation.key()).copied().unwrap_or(was),
                raised_at: before.map_or(tx.now(), |view| view.raised_at),
                revision: before.map_or(1, |view| view.revision + 1),
                deviation,
            };
            for change in changes {
                tx.record(change.event(), view.deviation.id, None, &json!({ "revision": view.revision }))?;
            }
            match before {
                Some(read) => kept.push(reviewing::save(tx, view, read.revision)?),
                None => raised.push(view),
            }
        }
        store::deviations::insert(tx, &raised)?;
        raised.append(&mut kept);
        Ok(raised)
    }
}
