//! Hand-overs and new cases against the boundaries in force. Where an agreement has drawn none, nothing is checked.

use super::{CaseView, Sight, reading, rules};
use crate::{
    agreements::AgreementView,
    boundaries,
    kernel::{Denial, Noun as _, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::{CaseKind, Terms},
    boundaries::{Candidate, Carried, Checked, Needs, Point, Receiver, Register},
    cases::{Case, Holder, Outside},
    kernel::{AgreementId, BoundaryId, CompanyId, ServiceId},
};
use std::{cell::Cell, collections::HashMap, sync::Arc};

/// Whose load an actor may see: that of everybody where the agreement discloses its cases, of the companies for which they
/// see cases otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Loads(Option<Vec<CompanyId>>);

impl Loads {
    fn of(tx: &mut Tx<'_>, agreement: AgreementId) -> Self {
        match reading::sees(tx, agreement) {
            Ok(Sight::All) => Self(None),
            Ok(Sight::Own(own) | Sight::Followed { parties: own, .. }) => Self(Some(own)),
            Err(_) => Self(Some(Vec::new())),
        }
    }

    fn shows(&self, company: CompanyId) -> bool {
        self.0.as_ref().is_none_or(|own| own.contains(&company))
    }
}

/// A hand-over that was checked.
#[derive(Clone, Debug)]
pub struct HandOver {
    /// To whom.
    pub to: Holder,
    /// What came of it.
    pub checked: Checked,
    loads: Loads,
}

impl HandOver {
    /// Whether the asker may know how much a company carries.
    #[must_use]
    pub fn shows_load(&self, company: CompanyId) -> bool {
        self.loads.shows(company)
    }
}

/// Where a case may go.
#[derive(Clone, Debug)]
pub struct Suggested {
    /// The candidates, the best first.
    pub candidates: Vec<Candidate>,
    loads: Loads,
}

impl Suggested {
    /// Whether the asker may know how much a company carries.
    #[must_use]
    pub fn shows_load(&self, company: CompanyId) -> bool {
        self.loads.shows(company)
    }
}

/// A case that is about to be opened.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// What it is.
    pub kind: CaseKind,
    /// The code of its priority.
    pub priority: String,
    /// The code of its service package.
    pub package: Option<String>,
    /// What it is about.
    pub service: ServiceId,
    /// What it needs.
    pub needs: Needs,
}

/// Checks a hand-over of a case without offering it: none where the agreement has drawn no boundaries.
///
/// # Errors
/// Forbidden for whoever sees no boundaries, or a fault.
pub fn check_hand_over(tx: &mut Tx<'_>, on: &CaseView, to: Holder) -> Outcome<Option<HandOver>> {
    let view = tx.permit::<AgreementView>(Verb::BoundaryView, on.agreement)?;
    let register = boundaries::register(tx, &view)?;
    if register.is_empty() {
        return Ok(None);
    }
    let checked = check(tx, &register, on, to)?;
    Ok(Some(HandOver { to, checked, loads: Loads::of(tx, on.agreement) }))
}

/// To whom a case could be handed over now, the best first.
///
/// # Errors
/// Forbidden for whoever sees no boundaries, or a fault.
pub fn propose_hand_over(tx: &mut Tx<'_>, on: &CaseView) -> Outcome<Suggested> {
    let view = tx.permit::<AgreementView>(Verb::BoundaryView, on.agreement)?;
    let point = on.case.point(&on.rules, tx.now().max(on.case.latest));
    suggest(tx, &view, &point)
}

/// Where a case that is about to be opened may go, the best first. A person decides.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries; `CASE_HANDLING` where the
/// agreement takes no cases.
pub fn route(tx: &mut Tx<'_>, agreement: AgreementId, case: &NewCase) -> Outcome<Suggested> {
    let view = tx.permit::<AgreementView>(Verb::BoundaryView, agreement)?;
    let rules = rules::rulebooks(tx, &view)?;
    let NewCase { kind, priority, package, service, needs } = case;
    let at = tx.now();
    let response = rules.at(at).response(*kind, priority, package.as_deref(), *service);
    suggest(tx, &view, &Point { service: *service, needs, at, response, holder: None })
}

/// What is recorded of an offer: nothing where it is allowed or nothing is checked.
///
/// # Errors
/// `CASE_OUTSIDE_BOUNDARY` for one that goes outside a boundary without a reason.
pub(super) fn offered(tx: &mut Tx<'_>, on: &CaseView, to: Holder, reason: Option<&str>) -> Outcome<Option<Outside>> {
    let register = register(tx, on.agreement)?;
    if register.is_empty() {
        return Ok(None);
    }
    let checked = check(tx, &register, on, to)?;
    Ok(Case::outside(&checked, on.rules.at(tx.now()), reason)?)
}

/// Checks what a refusal cites.
///
/// # Errors
/// `CASE_REFUSAL_BOUNDARY` where it cites no boundary and has to.
pub(super) fn refused(tx: &mut Tx<'_>, on: &CaseView, cited: Option<&str>) -> Outcome<()> {
    let register = register(tx, on.agreement)?;
    Ok(on.case.check_cited(&register, tx.now(), cited)?)
}

fn register(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Arc<Register>> {
    let view = AgreementView::load(tx, agreement)?.ok_or(Denial::NotFound)?;
    boundaries::register(tx, &view)
}

fn check(tx: &mut Tx<'_>, register: &Register, on: &CaseView, to: Holder) -> Outcome<Checked> {
    let point = on.case.point(&on.rules, tx.now().max(on.case.latest));
    let to = (to.team, to.company);
    let asked = Cell::new(false);
    let checked = register.check(&point, to, &|_| {
        asked.set(true);
        Carried::default()
    });
    if !asked.get() {
        return Ok(checked);
    }
    // what is carried is counted only where it matters
    let carried = carried(tx, register, on.agreement, &point)?.1;
    Ok(register.check(&point, to, &|id| carried.get(&id).copied().unwrap_or_default()))
}

type CarriedNow = (boundaries::Burden, HashMap<BoundaryId, Carried>);

/// What is carried now under the boundaries that hold for a case.
fn carried(tx: &mut Tx<'_>, register: &Register, agreement: AgreementId, point: &Point<'_>) -> Outcome<CarriedNow> {
    let burden = boundaries::burden(tx, agreement)?;
    let holding = register.holding(point.service, point.at);
    let carried = holding.map(|drawn| (drawn.id, burden.of(drawn))).collect();
    Ok((burden, carried))
}

fn suggest(tx: &mut Tx<'_>, view: &Permitted<AgreementView>, point: &Point<'_>) -> Outcome<Suggested> {
    let agreement = view.agreement.id;
    let register = boundaries::register(tx, view)?;
    let (burden, carried) = carried(tx, &register, agreement, point)?;
    let load = |id: BoundaryId| carried.get(&id).copied().unwrap_or_default();
    let candidates = register.route(point, receivers(tx, &view.terms, point.service), &load, &|it| burden.held(it));
    Ok(Suggested { candidates, loads: Loads::of(tx, agreement) })
}

/// The teams that work for a service, each for every company that is bound today and provides people for it.
fn receivers(tx: &Tx<'_>, terms: &Terms, service: ServiceId) -> Vec<Receiver> {
    let today = terms.zone.date_of(tx.now());
    let serves = |services: &[ServiceId]| {
        services.is_empty() || services.iter().any(|top| terms.services_below(*top).contains(&service))
    };
    let teams = terms.teams.iter().filter(|team| serves(&team.services));
    let pairs = teams.flat_map(|team| team.pledges.iter().map(|pledge| (team.id, pledge.company)));
    pairs.filter(|(_, company)| terms.in_force(*company, today)).collect()
}
