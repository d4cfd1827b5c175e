//! A draft is put before its neighbours, and each of them approves or objects for itself.

use super::{
    drawing::{change, fresh, terms},
    following, grounding,
    store::boundaries::BoundaryView,
    training,
};
use crate::kernel::{Outcome, Permitted, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    boundaries::{Boundary, Drawn, VersionState, life, neighbours},
    kernel::CompanyId,
};
use std::collections::BTreeSet;

/// An expert of its company puts the draft before its neighbours: whoever takes over from it, hands over to it, or
/// covers the same.
///
/// # Errors
/// `BOUNDARY_STALE`; what [`Boundary::propose`] refuses.
pub fn propose(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    revision: i32,
    effective_from: NaiveDate,
) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryDraw, on.boundary.agreement, Some(on.boundary.company))?;
    fresh(&on, revision)?;
    let view = terms(tx, on.boundary.agreement)?;
    let today = view.terms.zone.date_of(tx.now());
    let asked = asked(tx, &on.boundary, effective_from)?;
    change(tx, on, revision, (life::BOUNDARY_PROPOSED, by), |boundary| {
        Ok(boundary.propose(by, effective_from, today, asked)?)
    })
}

/// The neighbours of a boundary whose open version held from a day on, of what it says now and of what it said before.
pub fn asked(tx: &mut Tx<'_>, boundary: &Boundary, from: NaiveDate) -> Outcome<BTreeSet<CompanyId>> {
    let view = terms(tx, boundary.agreement)?;
    let ground = grounding::ground(tx, &view)?;
    let others: Vec<Drawn> = ground.boundaries.iter().filter(|other| other.id != boundary.id).cloned().collect();
    let start = view.terms.zone.start_of(from);
    let concerned = boundary.drawn_if(from, view.terms.zone).into_iter().chain(boundary.drawn(view.terms.zone));
    let each = concerned.filter(|drawn| drawn.until > start);
    Ok(each.flat_map(|drawn| neighbours(&drawn, &others, &ground.services)).collect())
}

/// An expert of a neighbour approves for their company; the last one makes it hold.
///
/// # Errors
/// `BOUNDARY_STALE`; what [`Boundary::approve`] refuses; forbidden for whoever is no expert of the company.
pub fn approve(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    revision: i32,
    company: Option<CompanyId>,
) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryReview, on.boundary.agreement, company.or_else(|| mine(tx, &on.boundary)))?;
    fresh(&on, revision)?;
    let view = terms(tx, on.boundary.agreement)?;
    let today = view.terms.zone.date_of(tx.now());
    let approved = on.boundary.clone().approve(by, today)?;
    let holds = approved.open().is_none();
    let kind = if holds { life::BOUNDARY_APPROVED } else { life::BOUNDARY_REVIEWED };
    let approved = change(tx, on, revision, (kind, by), |_| Ok(approved))?;
    if holds {
        training::reopen(tx, &approved.boundary, by)?;
        following::follow(tx, &view)?;
    }
    Ok(approved)
}

/// An expert of a neighbour objects for their company, with a reason; the proposal becomes a draft again.
///
/// # Errors
/// As for [`approve`].
pub fn object(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    revision: i32,
    company: Option<CompanyId>,
    reason: &str,
) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryReview, on.boundary.agreement, company.or_else(|| mine(tx, &on.boundary)))?;
    change(tx, on, revision, (life::BOUNDARY_OBJECTED, by), |boundary| Ok(boundary.object(reason, by)?))
}

/// A company for which the actor speaks and whose review is waited for.
fn mine(tx: &Tx<'_>, boundary: &Boundary) -> Option<CompanyId> {
    let awaited = boundary.awaited();
    let able = tx.speaks_for(Verb::BoundaryReview, boundary.agreement);
    let proposed = matches!(boundary.open().map(|version| &version.state), Some(VersionState::Proposed { .. }));
    able.into_iter().find(|company| proposed && awaited.contains(company))
}
