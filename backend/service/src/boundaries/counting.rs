//! Boundaries as they are today, as far as KPIs ask.

use super::{grounding, store, training};
use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    agreements::Terms,
    boundaries::{Day, Drawn, Share, Tracked, training::in_force},
    kernel::{AgreementId, BoundaryId, CompanyId, ServiceId},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Boundaries, findings and trainings as they are now. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn day(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<Day> {
    let (terms, now) = (&view.terms, tx.now());
    let ground = grounding::ground(tx, view)?;
    let leaves = |drawn: &Drawn| {
        let below = terms.services_below(drawn.service).iter().copied();
        let leaf = |id: &ServiceId| terms.children(Some(*id)).next().is_none();
        below
            .filter(leaf)
            .map(|leaf| (drawn.id, drawn.company, leaf))
            .collect::<Vec<(BoundaryId, CompanyId, ServiceId)>>()
    };
    let holding = ground.boundaries.iter().filter(|one| one.from <= now && now < one.until).flat_map(leaves).collect();
    let known = store::findings::all(tx, view.agreement.id)?;
    let tracked: Vec<Tracked> = known.into_iter().map(|known| known.tracked).collect();
    let pledges = terms.teams.iter().flat_map(|team| team.pledges.iter().map(|pledge| pledge.company));
    let providers: BTreeSet<CompanyId> = pledges.collect();
    Ok(Day { holding, tracked, trained: trained(tx, view)?, providers })
}

/// Who was trained on what held on some days, each under the terms of that day, by the company that provides the members.
/// Two statements, however many days there are. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn trained_on(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    days: &[(NaiveDate, Arc<Terms>)],
) -> Outcome<Vec<BTreeMap<CompanyId, Share>>> {
    let known = training::taught(tx, agreement)?;
    let shares = |(day, terms): &(NaiveDate, Arc<Terms>)| {
        let versions = known.versions(*day);
        let mut shares: BTreeMap<CompanyId, Share> = BTreeMap::new();
        for team in &terms.teams {
            for training in in_force(&known.trainings, &versions, team.id) {
                for (company, share) in training.shares(training::members(terms, team.id), *day) {
                    let all = shares.entry(company).or_default();
                    (all.trained, all.members) = (all.trained + share.trained, all.members + share.members);
                }
            }
        }
        shares
    };
    Ok(days.iter().map(shares).collect())
}

/// Who is trained on what holds, by the company that provides the members and the service.
fn trained(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<BTreeMap<(CompanyId, ServiceId), Share>> {
    let training::Counting { trainings, versions, .. } = training::counting(tx, view, None)?;
    let today = view.terms.zone.date_of(tx.now());
    let mut shares: BTreeMap<(CompanyId, ServiceId), Share> = BTreeMap::new();
    for team in &view.terms.teams {
        for training in in_force(&trainings, &versions, team.id) {
            for (company, share) in training.shares(training::members(&view.terms, team.id), today) {
                let all = shares.entry((company, training.service)).or_default();
                (all.trained, all.members) = (all.trained + share.trained, all.members + share.members);
            }
        }
    }
    Ok(shares)
}
