//! What the companies carry under their boundaries now.

use super::{drawing::terms, grounding, store};
use crate::kernel::{Outcome, Tx};
use concordat_domain::{
    agreements::Terms,
    boundaries::{Carried, Dimension, Drawn, Within},
    kernel::{AgreementId, CompanyId, Period, PeriodKind, ServiceId, TeamId},
};
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// How many cases each team holds for each company and service, and how many came in the periods that run.
#[derive(Clone, Debug)]
pub struct Burden {
    terms: Arc<Terms>,
    held: HashMap<(TeamId, CompanyId, ServiceId), u32>,
    came: HashMap<(PeriodKind, CompanyId, ServiceId), u32>,
}

impl Burden {
    /// What is carried under a boundary, all services below its own included: the open cases that its team holds in its
    /// company's name, and the cases opened in the running period of its limit of volume in which its company took part.
    #[must_use]
    pub fn of(&self, drawn: &Drawn) -> Carried {
        let services = self.terms.services_below(drawn.service);
        let concurrent = |service: &ServiceId| self.held.get(&(drawn.content.team, drawn.company, *service));
        let came =
            |per: PeriodKind| services.iter().filter_map(move |id| self.came.get(&(per, drawn.company, *id))).sum();
        Carried {
            concurrent: services.iter().filter_map(concurrent).sum(),
            in_period: volume_period(drawn).map_or(0, came),
        }
    }

    /// How many open cases a team holds in a company's name.
    #[must_use]
    pub fn held(&self, (team, company): (TeamId, CompanyId)) -> u32 {
        self.held.iter().filter(|((of, by, _), _)| (*of, *by) == (team, company)).map(|(_, count)| count).sum()
    }
}

/// What the companies of an agreement carry now: one statement, and one for each kind of period that a volume is limited
/// by.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn burden(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Burden> {
    let view = terms(tx, agreement)?;
    let (ground, now, zone) = (grounding::ground(tx, &view)?, tx.now(), view.terms.zone);
    let small = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    let held = store::came::held(tx, agreement)?;
    let held =
        held.into_iter().map(|(team, company, service, count)| ((team, company, service), small(count))).collect();
    let mut came = HashMap::new();
    let periods: BTreeSet<PeriodKind> = ground.boundaries.iter().filter_map(volume_period).collect();
    for per in periods {
        let (from, _) = Period::of(per, zone.date_of(now)).span(zone);
        for (company, service, count) in store::came::by_company(tx, agreement, from)? {
            came.insert((per, company, service), small(count));
        }
    }
    Ok(Burden { terms: Arc::clone(&view.terms), held, came })
}

fn volume_period(drawn: &Drawn) -> Option<PeriodKind> {
    match drawn.content.limit(Dimension::Volume).map(|limit| &limit.within) {
        Some(Within::Volume(volume)) => Some(volume.per),
        _ => None,
    }
}
