//! The scorecard as an actor may see it, out of the rollups: days for days and weeks, months for anything longer.

use super::{
    rebuilding::{read, with_values},
    store::{self, Among},
};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::{Actor, Verb},
    agreements::Terms,
    kernel::{AgreementId, CompanyId, KpiId, Period, PeriodKind, ServiceId},
    kpis::{By, Cell, Kpi, Membership, Request, RollupRow, Viewer, codes},
};
use sha2::{Digest as _, Sha256};
use std::{collections::BTreeSet, sync::Arc};

/// What is asked of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    /// Of which periods.
    pub periods: Vec<Period>,
    /// By what.
    pub by: By,
    /// Of these KPIs only, where some are named.
    pub kpis: Option<BTreeSet<KpiId>>,
    /// Of these companies only, where some are named.
    pub companies: Option<BTreeSet<CompanyId>>,
    /// Of these services only, where some are named.
    pub services: Option<BTreeSet<ServiceId>>,
    /// Whether to work out who carries how much of the gap.
    pub contributions: bool,
}

impl Ask {
    /// The most periods of one scorecard: a year of days and some.
    pub const PERIODS: usize = 400;

    /// Everything there is of these periods.
    #[must_use]
    pub const fn of(periods: Vec<Period>, by: By) -> Self {
        Self { periods, by, kpis: None, companies: None, services: None, contributions: true }
    }
}

/// The scorecard of an agreement, as its KPIs are disclosed to the actor.
///
/// # Errors
/// Not found for whoever may not see the agreement, forbidden before it holds for the actor,
/// [`codes::SCORECARD_PERIODS`], or a fault.
pub fn scorecard(tx: &mut Tx<'_>, agreement: AgreementId, ask: &Ask) -> Outcome<Arc<Vec<Cell>>> {
    let view: Permitted<AgreementView> = tx.permit(Verb::ScorecardView, agreement)?;
    let viewer = viewer(tx.actor(), agreement);
    let rests_on = rests_on(tx, agreement, &view.terms, &viewer, ask)?;
    tx.database().answer_again(rests_on, || figures(tx, agreement, &view.terms, &viewer, ask))
}

/// Everything that a scorecard depends on: the log's newest seal stands for all facts, since none changes without an
/// event; the day, because a running period is judged by it.
fn rests_on(tx: &mut Tx<'_>, agreement: AgreementId, terms: &Terms, viewer: &Viewer, ask: &Ask) -> Outcome<[u8; 32]> {
    let (newest, today) = (tx.newest(agreement)?, terms.zone.date_of(tx.now()));
    let all = format!("scorecard {agreement} {} {today} {viewer:?} {ask:?}", terms.digest());
    Ok(Sha256::new().chain_update(newest.seal).chain_update(all).finalize().into())
}

/// The figures as a viewer may see them. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// [`codes::SCORECARD_PERIODS`], or a fault.
pub fn figures(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    viewer: &Viewer,
    ask: &Ask,
) -> Outcome<Vec<Cell>> {
    if ask.periods.is_empty() || ask.periods.len() > Ask::PERIODS {
        return Err(codes::SCORECARD_PERIODS.refuse_field("periods", codes::SCORECARD_PERIODS.meaning).into());
    }
    let kpis: Vec<Kpi> = terms.kpis.iter().filter(|kpi| named(ask.kpis.as_ref(), &kpi.id)).cloned().collect();
    let member = |party: &concordat_domain::agreements::Party| Membership {
        company: party.company,
        joins: party.joins,
        leaves: party.leaves,
    };
    let parties: Vec<Membership> = terms.parties.iter().map(member).collect();
    let today = terms.zone.date_of(tx.now());
    let (short, long): (Vec<Period>, Vec<Period>) = ask.periods.iter().partition(|period| is_short(**period));
    let mut cells = Vec::new();
    for periods in [short, long] {
        let rows = rows(tx, agreement, terms, &kpis, &periods)?;
        let request = Request {
            kpis: &kpis,
            periods: &periods,
            by: ask.by,
            parties: &parties,
            viewer,
            contributions: ask.contributions,
            today: Some(today),
        };
        cells.extend(concordat_domain::kpis::scorecard(&request, &rows).into_iter().filter(|cell| ask.wants(cell)));
    }
    Ok(cells)
}

/// Who looks, as disclosure sees it.
#[must_use]
pub fn viewer(actor: &Actor, agreement: AgreementId) -> Viewer {
    let privileged = actor.on_behalf(Verb::MeasurementView, agreement).is_none();
    Viewer { companies: actor.companies(agreement).into_iter().collect(), privileged }
}

fn named<T: Ord>(some: Option<&BTreeSet<T>>, one: &T) -> bool {
    some.is_none_or(|some| some.contains(one))
}

impl Ask {
    fn wants(&self, cell: &Cell) -> bool {
        let wanted = |company: &CompanyId| named(self.companies.as_ref(), company);
        cell.scope.company.as_ref().is_none_or(wanted)
            && cell.scope.service.as_ref().is_none_or(|service| named(self.services.as_ref(), service))
    }
}

fn is_short(period: Period) -> bool {
    matches!(period.kind(), PeriodKind::Day | PeriodKind::Week)
}

/// The buckets of some periods, all short (days and weeks, of days) or all long (of months). No permission is checked:
/// for verbs that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn rows(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    terms: &Terms,
    kpis: &[Kpi],
    periods: &[Period],
) -> Outcome<Vec<RollupRow>> {
    let dates = || periods.iter().map(|period| (period.first(), period.last()));
    let Some((first, last)) = dates().map(|date| date.0).min().zip(dates().map(|date| date.1).max()) else {
        return Ok(Vec::new());
    };
    let kind = if periods.iter().all(|period| is_short(*period)) { PeriodKind::Day } else { PeriodKind::Month };
    let some = Among {
        kpis: kpis.iter().map(Kpi::facts).collect(),
        companies: terms.companies.iter().map(|company| company.id).collect(),
    };
    let among = (kpis.len() < terms.kpis.len()).then_some(&some);
    let kept = store::range(tx, agreement, kind, (first, last), among)?;
    let rows = kept.into_iter().map(read).collect::<Outcome<Vec<_>>>()?;
    with_values(tx, agreement, terms, rows)
}
