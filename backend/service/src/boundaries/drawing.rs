//! Subject-matter experts draw the boundaries of their company, and comment on everybody's.

use super::{
    grounding,
    store::{self, boundaries::BoundaryView},
};
use crate::{
    agreements::AgreementView,
    kernel::{No, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::Verb,
    agreements::Terms,
    boundaries::{Boundary, Content, ThreeWay, codes, life, three_way},
    kernel::{AgreementId, BoundaryId, By, CompanyId, Kind, ServiceId},
};
use serde_json::json;

/// A boundary that is to be drawn.
#[derive(Clone, Debug)]
pub struct Drawing {
    /// Its code.
    pub code: String,
    /// The service element.
    pub service: ServiceId,
    /// The company that answers.
    pub company: CompanyId,
    /// What it says.
    pub content: Content,
}

/// What two experts made of the same draft.
#[derive(Clone, Debug)]
pub struct Merged {
    /// What both had read.
    pub base: Content,
    /// What it says now.
    pub theirs: Content,
    /// At which revision.
    pub revision: i32,
    /// Both changes put together.
    pub way: ThreeWay,
}

/// An expert of its company draws a new boundary.
///
/// # Errors
/// Forbidden for whoever is no expert of that company; what [`Content::checked`] and [`Boundary::draw`] refuse;
/// `BOUNDARY_CODE` for a code and `BOUNDARY_TWICE` for a team that is known for the service.
pub fn draw(tx: &mut Tx<'_>, agreement: AgreementId, drawing: Drawing) -> Outcome<BoundaryView> {
    let view = tx.permit::<AgreementView>(Verb::BoundaryView, agreement)?;
    let by = tx.speaking(Verb::BoundaryDraw, agreement, Some(drawing.company))?;
    begin(tx, &view, drawing, by)
}

/// Draws a new boundary for somebody whose right to do so has been checked.
pub(super) fn begin(tx: &mut Tx<'_>, view: &AgreementView, drawing: Drawing, by: By) -> Outcome<BoundaryView> {
    let Drawing { code, service, company, content } = drawing;
    let agreement = view.agreement.id;
    if view.terms.service(service).is_none() {
        return Err(codes::BOUNDARY_NAME.refuse_field("service", codes::BOUNDARY_NAME.meaning).into());
    }
    let content = content.checked(company, &grounding::known(tx, &view.terms))?;
    keep_drawn(tx, agreement, Drawing { code, service, company, content }, by)
}

/// Keeps a new boundary whose content has been checked.
pub(super) fn keep_drawn(tx: &mut Tx<'_>, agreement: AgreementId, drawing: Drawing, by: By) -> Outcome<BoundaryView> {
    let Drawing { code, service, company, content } = drawing;
    let id = BoundaryId(tx.id());
    let boundary = Boundary::draw((id, agreement), &code, (service, company), content, by)?;
    let others = store::boundaries::all(tx, agreement)?;
    if others.iter().any(|other| other.boundary.code == boundary.code) {
        return Err(codes::BOUNDARY_CODE.refuse_field("code", codes::BOUNDARY_CODE.meaning).into());
    }
    alone(&boundary, &others)?;
    let drawn = BoundaryView { boundary, created_at: tx.now(), revision: 1 };
    store::boundaries::insert(tx, &drawn)?;
    tx.record(life::BOUNDARY_DRAWN, id, Some(company), &json!({ "code": code, "revision": 1 }))?;
    Ok(drawn)
}

/// A team answers once for a company and a service: its other boundary would say the same or contradict it.
fn alone(boundary: &Boundary, others: &[BoundaryView]) -> Outcome<()> {
    let team = |boundary: &Boundary| boundary.shown().map(|version| version.content.team);
    let (own, is_alive) = (team(boundary), |other: &Boundary| !matches!(other.state(), "withdrawn" | "ended"));
    let same = |other: &Boundary| {
        other.id != boundary.id && (other.service, other.company) == (boundary.service, boundary.company)
    };
    match others.iter().find(|it| same(&it.boundary) && is_alive(&it.boundary) && team(&it.boundary) == own) {
        None => Ok(()),
        Some(other) => {
            let message =
                format!("boundary `{}` is this team's for the service already; change that one", other.boundary.code);
            Err(codes::BOUNDARY_TWICE.refuse_field("team", message).into())
        }
    }
}

/// An expert of its company changes the open draft, or begins a new one from what was approved.
///
/// # Errors
/// `BOUNDARY_STALE` when it is not at `revision`: [`merge`] shows who changed what; what [`Content::checked`] and
/// [`Boundary::redraw`] refuse.
pub fn redraw(tx: &mut Tx<'_>, on: Permitted<BoundaryView>, revision: i32, content: Content) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryDraw, on.boundary.agreement, Some(on.boundary.company))?;
    fresh(&on, revision)?;
    let view = terms(tx, on.boundary.agreement)?;
    replace(tx, &view.terms, on.into_inner(), content, by)
}

/// Gives a boundary's draft another content, for somebody whose right to do so has been checked.
pub(super) fn replace(
    tx: &mut Tx<'_>,
    terms: &Terms,
    on: BoundaryView,
    content: Content,
    by: By,
) -> Outcome<BoundaryView> {
    let content = content.checked(on.boundary.company, &grounding::known(tx, terms))?;
    keep_drafted(tx, on, content, by)
}

/// Keeps a boundary's new draft, whose content has been checked.
pub(super) fn keep_drafted(tx: &mut Tx<'_>, on: BoundaryView, content: Content, by: By) -> Outcome<BoundaryView> {
    let boundary = on.boundary.clone().redraw(content, by)?;
    if boundary == on.boundary {
        return Ok(on);
    }
    let others = store::boundaries::all(tx, boundary.agreement)?;
    alone(&boundary, &others)?;
    keep(tx, on, boundary, (life::BOUNDARY_REDRAWN, by))
}

/// What an expert wants a draft to say, beside what it says now and what both began with at a revision.
///
/// # Errors
/// `BOUNDARY_STALE` where there was no such revision.
pub fn merge(tx: &mut Tx<'_>, on: &Permitted<BoundaryView>, revision: i32, mine: &Content) -> Outcome<Merged> {
    let begun = store::boundaries::draft_at(tx, on.boundary.agreement, on.boundary.id, revision)?;
    let theirs = on.boundary.shown().map(|version| version.content.clone());
    let (Some(base), Some(theirs)) = (begun, theirs) else {
        return Err(codes::BOUNDARY_STALE
            .refuse_field("revision", "the boundary never had that revision; read it again")
            .into());
    };
    let view = terms(tx, on.boundary.agreement)?;
    let way = three_way(&base, &theirs, mine, &*view.terms);
    Ok(Merged { base, theirs, revision: on.revision, way })
}

/// Begins a draft that ends the boundary.
///
/// # Errors
/// `BOUNDARY_STALE`; what [`Boundary::retire`] refuses.
pub fn retire(tx: &mut Tx<'_>, on: Permitted<BoundaryView>, revision: i32) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryDraw, on.boundary.agreement, Some(on.boundary.company))?;
    change(tx, on, revision, (life::BOUNDARY_RETIRED, by), |boundary| Ok(boundary.retire(by)?))
}

/// Takes a proposal back, or gives a draft up.
///
/// # Errors
/// `BOUNDARY_STALE`; what [`Boundary::withdraw`] refuses.
pub fn withdraw(tx: &mut Tx<'_>, on: Permitted<BoundaryView>, revision: i32, reason: &str) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryDraw, on.boundary.agreement, Some(on.boundary.company))?;
    change(tx, on, revision, (life::BOUNDARY_WITHDRAWN, by), |boundary| Ok(boundary.withdraw(reason, by)?))
}

/// An expert of any company says something about a field of the open version.
///
/// # Errors
/// What [`Boundary::comment`] refuses.
pub fn comment(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    company: Option<CompanyId>,
    (path, text): (&str, &str),
) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryReview, on.boundary.agreement, company)?;
    let revision = on.revision;
    change(tx, on, revision, (life::BOUNDARY_COMMENTED, by), |boundary| Ok(boundary.comment(path, text, by)?))
}

/// Whoever wrote a comment, or an expert of the boundary's company, settles it.
///
/// # Errors
/// What [`Boundary::resolve_comment`] refuses.
pub fn resolve_comment(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    company: Option<CompanyId>,
    number: u32,
) -> Outcome<BoundaryView> {
    let by = tx.speaking(Verb::BoundaryReview, on.boundary.agreement, company)?;
    let (revision, told) = (on.revision, (life::BOUNDARY_COMMENT_RESOLVED, by));
    change(tx, on, revision, told, |boundary| Ok(boundary.resolve_comment(number, by)?))
}

/// What holds in the agreement of a boundary.
pub(super) fn terms(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Permitted<AgreementView>> {
    tx.permit::<AgreementView>(Verb::BoundaryView, agreement)
}

pub(super) fn fresh(on: &BoundaryView, revision: i32) -> Outcome<()> {
    if on.revision == revision { Ok(()) } else { Err(stale()) }
}

/// Changes a boundary that is still as it was read, keeps it and tells of it.
pub(super) fn change(
    tx: &mut Tx<'_>,
    on: Permitted<BoundaryView>,
    revision: i32,
    told: (Kind, By),
    decide: impl FnOnce(Boundary) -> Outcome<Boundary>,
) -> Outcome<BoundaryView> {
    fresh(&on, revision)?;
    let on = on.into_inner();
    let boundary = decide(on.boundary.clone())?;
    keep(tx, on, boundary, told)
}

fn keep(tx: &mut Tx<'_>, on: BoundaryView, boundary: Boundary, (kind, by): (Kind, By)) -> Outcome<BoundaryView> {
    let read = on.revision;
    let changed = BoundaryView { boundary, revision: read + 1, ..on };
    if !store::boundaries::save(tx, &changed, read)? {
        return Err(stale());
    }
    let version = changed.boundary.versions.last().map_or(0, |version| version.number);
    let detail = json!({ "code": changed.boundary.code, "version": version, "revision": changed.revision });
    tx.record(kind, changed.boundary.id, Some(by.company), &detail)?;
    Ok(changed)
}

fn stale() -> No {
    codes::BOUNDARY_STALE.refuse_field("revision", codes::BOUNDARY_STALE.meaning).into()
}
