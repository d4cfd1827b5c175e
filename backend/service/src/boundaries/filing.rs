//! Boundaries in the agreement file: drafted from it, told before, and written into it. Nobody proposes by a file.

use super::{
    drawing::{self, Drawing},
    store::{self, boundaries::BoundaryView},
};
use crate::{
    agreements::{self, AgreementView, AppliedFile, Plan},
    kernel::{Database, Denial, Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Actor, Place, Verb},
    agreements::{BoundaryInFile, Change, FileProblem, FileProblems, Terms, file},
    boundaries::{Boundary, Version, VersionState, diff},
    kernel::{AgreementId, By, PersonId, Refusals},
};
use std::sync::Arc;
use uuid::Uuid;

/// What a file changes of the boundaries, field by field.
type Changes = Vec<Change>;

/// One boundary of the file that has to be drafted.
struct Step<'a> {
    file: &'a BoundaryInFile,
    known: Option<BoundaryView>,
}

/// What applying the file would change of the agreement, and of the boundaries. Writes nothing.
///
/// # Errors
/// As [`agreements::plan`]; a boundary of the file of which somebody else has proposed or drafted something else;
/// forbidden for whoever may not see the boundaries that there are.
pub fn plan_file(tx: &mut Tx<'_>, file: &[u8]) -> Outcome<(Plan, Changes)> {
    let plan = agreements::plan(tx, file)?;
    let known = match plan.agreement {
        Some(id) => known(tx, id, &plan)?,
        None => Vec::new(),
    };
    let changes = changes(&steps(tx, &plan, &known)?, &plan.after);
    Ok((plan, changes))
}

/// Applies a file in a transaction of its own, of the agreement that it describes, boundaries and all.
///
/// # Errors
/// As [`agreements::apply`] and [`plan_file`].
pub fn apply_file(database: &Database, actor: &Arc<Actor>, file: &[u8]) -> Outcome<(AppliedFile, Changes)> {
    let found = database.read(actor, |tx| agreements::described(tx, file))?;
    let id = found.unwrap_or_else(|| AgreementId(database.chance().id()));
    database.write(actor, id, |tx| apply(tx, id, file))
}

/// Applies the file: the agreement first, then its boundaries. A boundary that is new or says something else is
/// drafted; one that the file leaves out stays as it is.
///
/// # Errors
/// As [`agreements::apply`] and [`plan_file`].
pub fn apply(tx: &mut Tx<'_>, id: AgreementId, file: &[u8]) -> Outcome<(AppliedFile, Changes)> {
    let applied = agreements::apply(tx, id, file)?;
    let known = known(tx, id, &applied.plan)?;
    let steps = steps(tx, &applied.plan, &known)?;
    let changes = changes(&steps, &applied.plan.after);
    for Step { file, known } in steps {
        let by = By { person: drafter(tx), company: file.company, at: tx.now() };
        let content = file.content.clone();
        match known {
            Some(known) => drawing::keep_drafted(tx, known, content, by)?,
            None => {
                let (code, service, company) = (file.code.clone(), file.service, file.company);
                drawing::keep_drawn(tx, id, Drawing { code, service, company, content }, by)?
            }
        };
    }
    Ok((applied, changes))
}

/// The agreement as a file that applies again without a change, with what holds of each boundary today, or what is
/// agreed on or drafted of it where nothing holds yet: for whoever may see boundaries. What a file leaves out stays as it is.
///
/// # Errors
/// As [`agreements::export`].
pub fn agreement_file(tx: &mut Tx<'_>, id: AgreementId, version: Option<u32>) -> Outcome<String> {
    let view = tx.permit::<AgreementView>(Verb::AgreementExport, id)?;
    let today = view.terms.zone.date_of(tx.now());
    let all = if sees(tx, id) { store::boundaries::all(tx, id)? } else { Vec::new() };
    let alive = all.iter().filter(|it| !matches!(it.boundary.state(), "withdrawn" | "ended"));
    let written = alive.filter_map(|it| {
        let boundary = &it.boundary;
        let (code, service, company) = (boundary.code.clone(), boundary.service, boundary.company);
        let says = boundary.in_force(today).or_else(|| boundary.shown())?;
        Some(BoundaryInFile { code, service, company, content: says.content.clone(), place: file::Place::default() })
    });
    agreements::export(tx, id, version, &written.collect::<Vec<_>>())
}

fn sees(tx: &Tx<'_>, id: AgreementId) -> bool {
    tx.actor().may(Verb::BoundaryView, Place::shared(id))
}

/// What is known of an agreement's boundaries, where a file draws some: it is told beside what the file says.
fn known(tx: &mut Tx<'_>, id: AgreementId, plan: &Plan) -> Outcome<Vec<BoundaryView>> {
    if plan.boundaries.is_empty() {
        return Ok(Vec::new());
    }
    let known = store::boundaries::all(tx, id)?;
    if known.is_empty() || sees(tx, id) { Ok(known) } else { Err(Denial::Forbidden.into()) }
}

/// Whoever applies the file; nobody where that is the console.
fn drafter(tx: &Tx<'_>) -> PersonId {
    tx.actor().person().unwrap_or(PersonId(Uuid::nil()))
}

/// What has to be drafted, if everything can be.
fn steps<'a>(tx: &Tx<'_>, plan: &'a Plan, known: &[BoundaryView]) -> Outcome<Vec<Step<'a>>> {
    let today = plan.after.zone.date_of(tx.now());
    let (mut steps, mut problems) = (Vec::new(), FileProblems::default());
    for file in &plan.boundaries {
        let own = known.iter().find(|it| it.boundary.code == file.code);
        if own.is_some_and(|own| says(&own.boundary, file, today)) {
            continue;
        }
        match own.and_then(|own| hindrance(&own.boundary, file, drafter(tx))).or_else(|| taken(known, file)) {
            None => steps.push(Step { file, known: own.cloned() }),
            Some(message) => {
                let file::Place { line, column } = file.place;
                let path = format!("boundaries.{}", file.code);
                problems.0.push(FileProblem { line, column, path, message });
            }
        }
    }
    if problems.0.is_empty() { Ok(steps) } else { Err(Refusals::from(problems).into()) }
}

/// Whether the boundary says so already: today, from a day on that is approved, or in its open version.
fn says(known: &Boundary, file: &BoundaryInFile, today: NaiveDate) -> bool {
    let versions = [known.in_force(today), known.approved(), known.open()];
    (known.service, known.company) == (file.service, file.company)
        && versions.into_iter().flatten().any(|version| !version.ends && version.content == file.content)
}

/// Why the boundary of that code cannot be drafted as the file says, if so.
fn hindrance(known: &Boundary, file: &BoundaryInFile, by: PersonId) -> Option<String> {
    if (known.service, known.company) != (file.service, file.company) {
        return Some("this boundary is known for another service or company; take another code".to_owned());
    }
    let Version { number, author, state, .. } = known.open()?;
    let console = PersonId(Uuid::nil());
    match state {
        VersionState::Proposed { .. } => Some(format!(
            "version {number} is proposed and says something else; let it be taken back first, or take over what it says"
        )),
        _ if author.person != by && author.person != console => Some(format!(
            "somebody else has drafted version {number}, which says something else; take over what it says, or leave \
             the boundary out"
        )),
        _ => None,
    }
}

/// Why the file's boundary would be a second one of the same team, if so.
fn taken(known: &[BoundaryView], file: &BoundaryInFile) -> Option<String> {
    let of = |it: &&BoundaryView| {
        let Boundary { service, company, code, .. } = &it.boundary;
        let team = it.boundary.shown().map(|version| version.content.team);
        let same = (*service, *company, team) == (file.service, file.company, Some(file.content.team));
        same && *code != file.code && !matches!(it.boundary.state(), "withdrawn" | "ended")
    };
    let other = &known.iter().find(of)?.boundary.code;
    Some(format!("`{other}` is this team's boundary for the service already; write it under that code"))
}

/// What is drafted, field by field, against what is open or was approved last.
fn changes(steps: &[Step<'_>], terms: &Terms) -> Changes {
    let of = |step: &Step<'_>| {
        let before = step.known.as_ref().filter(|it| it.boundary.state() != "withdrawn");
        let before = before.and_then(|it| it.boundary.shown()).map(|version| version.content.clone());
        let code = step.file.code.clone();
        diff(before.as_ref(), &step.file.content, terms).into_iter().map(move |field| Change {
            path: format!("boundaries.{code}.{}", field.path),
            before: field.before,
            after: field.after,
        })
    };
    steps.iter().flat_map(of).collect::<Vec<_>>()
}
