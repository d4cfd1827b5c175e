//! Experts train teams on their boundaries; who is neither trained nor let off takes no duty at a contact point.

use super::{
    drawing::terms,
    grounding,
    store::{self, boundaries::BoundaryView, trainings::TrainingView},
};
use crate::{
    agreements::AgreementView,
    kernel::{Noun, Outcome, Permitted, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Place, Verb},
    agreements::Terms,
    boundaries::{
        Boundary, Member, Training, codes,
        training::{self as events, in_force, may_take_duty},
    },
    kernel::{AgreementId, BoundaryId, By, CompanyId, Kind, PersonId, ServiceId, TeamId, TrainingId},
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

impl Noun for TrainingView {
    type Id = (AgreementId, TrainingId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::trainings::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::owned(self.training.agreement, self.training.company)
    }

    fn view(&self) -> Verb {
        Verb::BoundaryView
    }
}

/// A training by its id. Everybody who sees boundaries knows of it; [`sees_member`] says whose standing they see.
///
/// # Errors
/// Not found for whoever may not see it.
pub fn training(tx: &mut Tx<'_>, agreement: AgreementId, id: TrainingId) -> Outcome<Permitted<TrainingView>> {
    tx.permit(Verb::BoundaryView, (agreement, id))
}

/// The trainings of an agreement; those of one boundary where it is named.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no boundaries.
pub fn trainings(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    boundary: Option<BoundaryId>,
) -> Outcome<Vec<Permitted<TrainingView>>> {
    terms(tx, agreement)?;
    let all = store::trainings::all(tx, agreement)?;
    let wanted = all.into_iter().filter(|one| boundary.is_none_or(|id| one.training.boundary == id));
    Ok(tx.permit_seen(wanted))
}

/// Whether the actor sees where a company's people stand with a training: of their own company, of all whom their company
/// teaches for its experts, and of all for whoever sees every one.
#[must_use]
pub fn sees_member(tx: &Tx<'_>, training: &Training, company: CompanyId) -> bool {
    let may = |verb: Verb, whose: CompanyId| tx.actor().may(verb, Place::owned(training.agreement, whose));
    may(Verb::TrainingView, company) || may(Verb::TrainingKeep, training.company)
}

/// An expert of a boundary's company plans what a team learns of a version of it.
///
/// # Errors
/// Forbidden for whoever is no expert of the company; `TRAINING_PLANNED` where the team has a training on that version;
/// what [`Training::plan`] refuses.
pub fn plan(
    tx: &mut Tx<'_>,
    on: &Permitted<BoundaryView>,
    (version, team): (u32, TeamId),
    (topics, valid_for): (&[String], Option<u32>),
) -> Outcome<TrainingView> {
    let agreement = on.boundary.agreement;
    let by = tx.speaking(Verb::TrainingKeep, agreement, Some(on.boundary.company))?;
    let view = terms(tx, agreement)?;
    if view.terms.team(team).is_none() {
        return Err(codes::BOUNDARY_NAME.refuse_field("team", codes::BOUNDARY_NAME.meaning).into());
    }
    let known = store::trainings::all(tx, agreement)?;
    let same = |it: &Training| (it.boundary, it.version, it.team) == (on.boundary.id, version, team);
    if known.iter().any(|it| same(&it.training)) {
        return Err(codes::TRAINING_PLANNED.refuse(codes::TRAINING_PLANNED.meaning).into());
    }
    let id = TrainingId(tx.id());
    let training = Training::plan(id, (&on.boundary, version), team, (topics, valid_for), by)?;
    let planned = TrainingView { training, revision: 1 };
    store::trainings::insert(tx, &planned)?;
    tell(tx, events::TRAINING_PLANNED, &planned, by)?;
    Ok(planned)
}

/// Plans a training otherwise.
///
/// # Errors
/// `TRAINING_STALE` when it is not at `revision`; what [`Training::replan`] refuses.
pub fn replan(
    tx: &mut Tx<'_>,
    on: Permitted<TrainingView>,
    revision: i32,
    (topics, valid_for): (&[String], Option<u32>),
) -> Outcome<TrainingView> {
    let by = tx.speaking(Verb::TrainingKeep, on.training.agreement, Some(on.training.company))?;
    change(tx, on, revision, (events::TRAINING_PLANNED, by), |it| Ok(it.replan(topics, valid_for, by)?))
}

/// Opens the trainings on a boundary anew for its version that was approved last.
///
/// # Errors
/// A fault of the database.
pub(super) fn reopen(tx: &mut Tx<'_>, boundary: &Boundary, by: By) -> Outcome<()> {
    let Some(version) = boundary.approved().filter(|last| !last.ends).map(|last| last.number) else { return Ok(()) };
    let known = store::trainings::all(tx, boundary.agreement)?;
    let mut last: BTreeMap<TeamId, Training> = BTreeMap::new();
    for one in known.into_iter().map(|it| it.training).filter(|it| it.boundary == boundary.id) {
        let newer = last.get(&one.team).is_none_or(|it| it.version < one.version);
        if newer {
            last.insert(one.team, one);
        }
    }
    for before in last.into_values().filter(|it| it.version < version) {
        let opened = TrainingView { training: before.reopened(TrainingId(tx.id()), version), revision: 1 };
        store::trainings::insert(tx, &opened)?;
        tell(tx, events::TRAINING_REOPENED, &opened, by)?;
    }
    Ok(())
}

/// An expert of the boundary's company records that a member of the team completed the training.
///
/// # Errors
/// `TRAINING_STALE`; what [`Training::complete`] refuses.
pub fn complete(
    tx: &mut Tx<'_>,
    on: Permitted<TrainingView>,
    revision: i32,
    (member, day): (Member, NaiveDate),
    evidence: Option<&str>,
) -> Outcome<TrainingView> {
    let by = tx.speaking(Verb::TrainingKeep, on.training.agreement, Some(on.training.company))?;
    let (members, today) = among(tx, &on.training)?;
    change(tx, on, revision, (events::TRAINING_COMPLETED, by), |it| {
        Ok(it.complete((member, &members), (day, today), evidence, by)?)
    })
}

/// A coordinator lets a member of their company take duty untrained, up to a day and for a reason.
///
/// # Errors
/// `TRAINING_STALE`; what [`Training::waive`] refuses; forbidden for whoever does not coordinate for the member's company.
pub fn waive(
    tx: &mut Tx<'_>,
    on: Permitted<TrainingView>,
    revision: i32,
    (member, until): (Member, NaiveDate),
    reason: &str,
) -> Outcome<TrainingView> {
    let by = tx.speaking(Verb::TrainingWaive, on.training.agreement, Some(member.company))?;
    let (members, today) = among(tx, &on.training)?;
    change(tx, on, revision, (events::TRAINING_WAIVED, by), |it| {
        Ok(it.waive((member, &members), (until, today), reason, by)?)
    })
}

/// Whether somebody may take duty at a contact point for a service: with every training of the team on what holds for the
/// service completed, or let off.
///
/// # Errors
/// `TRAINING_MISSING` for each training that is missing.
pub fn check_duty(
    tx: &mut Tx<'_>,
    view: &AgreementView,
    member: (PersonId, CompanyId),
    (team, service): (TeamId, ServiceId),
) -> Outcome<()> {
    let member = Member { person: member.0, company: member.1 };
    let Counting { trainings, versions, codes } = counting(tx, view, Some(service))?;
    let today = view.terms.zone.date_of(tx.now());
    let code = |boundary: BoundaryId| codes.get(&boundary).cloned().unwrap_or_default();
    Ok(may_take_duty(&in_force(&trainings, &versions, team), member, today, code)?)
}

/// The trainings of an agreement, and what they count under.
#[derive(Default)]
pub(super) struct Counting {
    pub(super) trainings: Vec<Training>,
    /// Of each boundary that holds now, the number of the version that does.
    pub(super) versions: BTreeMap<BoundaryId, u32>,
    codes: BTreeMap<BoundaryId, String>,
}

/// The trainings on boundaries: of those for a service and the services above it where one is named.
pub(super) fn counting(tx: &mut Tx<'_>, view: &AgreementView, service: Option<ServiceId>) -> Outcome<Counting> {
    let agreement = view.agreement.id;
    let today = view.terms.zone.date_of(tx.now());
    let trainings: Vec<Training> = store::trainings::all(tx, agreement)?.into_iter().map(|it| it.training).collect();
    if trainings.is_empty() {
        return Ok(Counting::default());
    }
    let above = service.map(|service| grounding::above(&view.terms, service));
    let concerned = |id: ServiceId| above.as_ref().is_none_or(|above| above.contains(&id));
    let taught: BTreeSet<BoundaryId> =
        trainings.iter().filter(|it| concerned(it.service)).map(|it| it.boundary).collect();
    let boundaries = store::boundaries::by_ids(tx, agreement, &taught.into_iter().collect::<Vec<_>>())?;
    let version = |one: &BoundaryView| Some((one.boundary.id, one.boundary.in_force(today)?.number));
    let versions = boundaries.iter().filter_map(version).collect();
    let codes = boundaries.iter().map(|one| (one.boundary.id, one.boundary.code.clone())).collect();
    Ok(Counting { trainings, versions, codes })
}

/// The trainings of an agreement, and the boundaries that are taught.
pub(super) struct Taught {
    pub(super) trainings: Vec<Training>,
    boundaries: Vec<BoundaryView>,
}

impl Taught {
    /// Of each boundary that held on a day, the number of the version that did.
    pub(super) fn versions(&self, on: NaiveDate) -> BTreeMap<BoundaryId, u32> {
        let version = |one: &BoundaryView| Some((one.boundary.id, one.boundary.in_force(on)?.number));
        self.boundaries.iter().filter_map(version).collect()
    }
}

/// Every training of an agreement, with its boundary.
pub(super) fn taught(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Taught> {
    let trainings: Vec<Training> = store::trainings::all(tx, agreement)?.into_iter().map(|it| it.training).collect();
    let ids: BTreeSet<BoundaryId> = trainings.iter().map(|training| training.boundary).collect();
    let boundaries = match ids.is_empty() {
        true => Vec::new(),
        false => store::boundaries::by_ids(tx, agreement, &ids.into_iter().collect::<Vec<_>>())?,
    };
    Ok(Taught { trainings, boundaries })
}

/// The members of a team as the terms in force name them.
pub(super) fn members(terms: &Terms, team: TeamId) -> BTreeSet<Member> {
    let named = terms.team(team).map_or(&[][..], |team| &team.members);
    named.iter().map(|it| Member { person: it.person, company: it.company }).collect()
}

fn among(tx: &mut Tx<'_>, training: &Training) -> Outcome<(BTreeSet<Member>, NaiveDate)> {
    let view = terms(tx, training.agreement)?;
    Ok((members(&view.terms, training.team), view.terms.zone.date_of(tx.now())))
}

fn change(
    tx: &mut Tx<'_>,
    on: Permitted<TrainingView>,
    revision: i32,
    (kind, by): (Kind, By),
    decide: impl FnOnce(Training) -> Outcome<Training>,
) -> Outcome<TrainingView> {
    let stale = || codes::TRAINING_STALE.refuse_field("revision", codes::TRAINING_STALE.meaning);
    if on.revision != revision {
        return Err(stale().into());
    }
    let training = decide(on.into_inner().training)?;
    let changed = TrainingView { training, revision: revision + 1 };
    if !store::trainings::save(tx, &changed, revision)? {
        return Err(stale().into());
    }
    tell(tx, kind, &changed, by)?;
    Ok(changed)
}

fn tell(tx: &mut Tx<'_>, kind: Kind, told: &TrainingView, by: By) -> Outcome<()> {
    let detail =
        json!({ "boundary": told.training.boundary, "version": told.training.version, "revision": told.revision });
    tx.record(kind, told.training.id, Some(by.company), &detail)
}
