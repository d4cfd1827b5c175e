//! What boundaries stand on: the terms in force, and what holds and will hold of every boundary.

use super::store;
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Digest, Party, TeamKind, Terms},
    boundaries::{Drawn, Element, Ground, GroundTeam, Known, Register},
    calendars::Timetable,
    kernel::{Moment, ServiceId},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Everything that an analysis asks for, as it is agreed and approved now; made once for as long as that stays the same.
/// Not for a transaction that has changed boundaries: what it would leave behind may never be committed.
pub(super) fn ground(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Arc<Ground>> {
    let key = key("ground", tx, view)?;
    let database = tx.database();
    database.remember(key.0, || changed_ground(tx, view))
}

/// The same as this transaction has left it so far, made anew.
pub(super) fn changed_ground(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Ground> {
    let all = store::boundaries::all(tx, view.agreement.id)?;
    let drawn = all.iter().flat_map(|one| one.boundary.drawn(view.terms.zone)).collect();
    Ok(of_terms(&view.terms, bound(&view.terms, drawn)))
}

/// The boundaries, ready to check hand-overs against; made once for as long as what is agreed and approved stays the same.
///
/// # Errors
/// A fault of the database.
pub fn register(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Arc<Register>> {
    let key = key("register", tx, view)?;
    let database = tx.database();
    database.remember(key.0, || Ok(Register::new(&*ground(tx, view)?)))
}

/// What is agreed and approved now, as the name of what is made of it.
fn key(what: &str, tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Digest> {
    let revisions = store::boundaries::revisions(tx, view.agreement.id)?;
    Ok(Digest::of(&format!("{what} of {} {revisions:?}", view.terms.digest())))
}

/// What the terms know, as far as a boundary names it.
pub(super) fn known(tx: &Tx<'_>, terms: &Terms) -> Known {
    let today = terms.zone.date_of(tx.now());
    Known {
        calendars: terms.calendars.iter().map(|calendar| calendar.code.clone()).collect(),
        teams: terms.teams.iter().map(|team| (team.id, companies_of(team))).collect(),
        parties: terms.parties_on(today).map(|party| party.company).collect(),
    }
}

/// A boundary holds only while its company is bound.
pub(super) fn bound(terms: &Terms, drawn: Vec<Drawn>) -> Vec<Drawn> {
    let cut = |mut one: Drawn| {
        let Some(Party { joins, leaves, .. }) = terms.party(one.company) else { return one };
        one.from = one.from.max(terms.zone.start_of(*joins));
        one.until = leaves.map_or(one.until, |day| one.until.min(terms.zone.start_of(day)));
        one
    };
    drawn.into_iter().map(cut).filter(|one| one.from < one.until).collect()
}

/// The tree of services.
pub(super) fn elements(terms: &Terms) -> Vec<Element> {
    terms.services.iter().map(|service| Element { id: service.id, parent: service.parent }).collect()
}

/// What is asked of the ground: with these boundaries instead of its own.
pub(super) fn with(ground: &Ground, boundaries: Vec<Drawn>) -> Ground {
    Ground { boundaries, ..ground.clone() }
}

/// Every version as if it had always held: to look at what came in the past under what holds now.
pub(super) fn always(ground: &Ground, now: Moment) -> Ground {
    let holds = ground.boundaries.iter().filter(|one| one.from <= now && now < one.until).cloned();
    with(ground, holds.map(|one| Drawn { from: Moment::MIN, until: Moment::MAX, ..one }).collect())
}

fn of_terms(terms: &Terms, boundaries: Vec<Drawn>) -> Ground {
    let timetable = |calendar: &concordat_domain::calendars::Calendar| Arc::new(Timetable::new(calendar.clone()));
    let teams = terms.teams.iter().map(|team| {
        let of = GroundTeam {
            companies: companies_of(team),
            calendar: team.calendar.clone(),
            skills: team.skills.iter().cloned().collect(),
            line: team.line,
            acceptance: team.acceptance,
            contact_point: team.kind == TeamKind::ContactPoint,
        };
        (team.id, of)
    });
    Ground {
        zone: terms.zone,
        services: elements(terms),
        calendars: terms.calendars.iter().map(|it| (it.code.clone(), timetable(&it.calendar))).collect(),
        teams: teams.collect(),
        demands: terms.demands.clone(),
        boundaries,
        loads: BTreeMap::new(),
    }
}

fn companies_of(team: &concordat_domain::agreements::Team) -> BTreeSet<concordat_domain::kernel::CompanyId> {
    team.pledges.iter().map(|pledge| pledge.company).collect()
}

/// The service and every one above it.
pub(super) fn above(terms: &Terms, service: ServiceId) -> Vec<ServiceId> {
    let up = |id: &ServiceId| terms.service(*id).and_then(|service| service.parent);
    std::iter::successors(Some(service), up).take(terms.services.len()).collect()
}
