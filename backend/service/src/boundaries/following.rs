//! Findings over time: an analysis of the whole brings what is known of them in line, and the group accepts some.

use super::{
    store::{self, findings::Known},
    surveying,
};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Noun, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::{Actor, Place, Verb},
    boundaries::{Finding, FindingKey, Tracked, Turn, codes, follow as followed},
    kernel::{AgreementId, By, CompanyId, Kind},
};
use serde_json::json;
use std::{collections::HashMap, sync::Arc};

/// A finding that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedFinding {
    /// The agreement.
    pub agreement: AgreementId,
    /// What is known of it.
    pub known: Known,
}

impl Noun for FollowedFinding {
    type Id = (AgreementId, FindingKey);

    fn load(tx: &mut Tx<'_>, (agreement, key): Self::Id) -> Outcome<Option<Self>> {
        Ok(store::findings::load(tx, agreement, key)?.map(|known| Self { agreement, known }))
    }

    fn place(&self) -> Place {
        Place::shared(self.agreement)
    }

    fn view(&self) -> Verb {
        Verb::BoundaryView
    }
}

/// Brings what is known of an agreement's findings in line with what is found today; tells how many turned.
///
/// # Errors
/// A fault of the database.
pub fn follow(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<usize> {
    let (agreement, now) = (view.agreement.id, tx.now());
    let today = view.terms.zone.date_of(now);
    let found = surveying::changed_findings(tx, view, today)?;
    let turned = turned(tx, agreement, &found)?;
    let known: Vec<Known> = turned.iter().map(|(known, _)| known.clone()).collect();
    store::findings::put(tx, agreement, &known)?;
    for (Known { tracked: after, .. }, turn) in &turned {
        let kind = match turn {
            Some(Turn::Appeared) => Kind::new("finding.appeared"),
            Some(Turn::Grew) => Kind::new("finding.grew"),
            Some(Turn::Vanished) => Kind::new("finding.vanished"),
            None => Kind::new("finding.changed"),
        };
        let detail = json!({ "kind": after.finding.kind.name(), "service": after.finding.service, "at": now });
        tx.record(kind, after.finding.key.0, None, &detail)?;
    }
    Ok(turned.len())
}

/// What becomes of everything that is known, as far as it changes with what was found.
fn turned(tx: &mut Tx<'_>, agreement: AgreementId, found: &[Finding]) -> Outcome<Vec<(Known, Option<Turn>)>> {
    let known = store::findings::all(tx, agreement)?;
    let revisions: HashMap<FindingKey, i32> = known.iter().map(|it| (it.tracked.finding.key, it.revision)).collect();
    let before: Vec<Tracked> = known.into_iter().map(|known| known.tracked).collect();
    let found: Vec<Finding> = found.iter().map(|finding| finding.clone().without_windows()).collect();
    let next = |tracked: Tracked| {
        let revision = revisions.get(&tracked.finding.key).map_or(1, |known| known + 1);
        Known { tracked, revision }
    };
    Ok(followed(&before, &found, tx.now()).into_iter().map(|(after, turn)| (next(after), turn)).collect())
}

/// Whether something has turned since the findings of an agreement were followed last.
fn has_turned(tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<bool> {
    let today = view.terms.zone.date_of(tx.now());
    let (_, coverage) = surveying::covered(tx, view, today)?;
    Ok(!turned(tx, view.agreement.id, coverage.findings())?.is_empty())
}

/// Follows the findings of every agreement that has boundaries or demands; tells how many turned.
///
/// # Errors
/// A fault of the database; what was followed before it stays so.
pub fn follow_all(database: &Database) -> Outcome<usize> {
    let (console, mut count) = (Arc::new(Actor::console()), 0);
    agreements::each(database, |view| {
        if database.read(&console, |tx| has_turned(tx, view))? {
            count += database.write(&console, view.agreement.id, |tx| follow(tx, view))?;
        }
        Ok(())
    })?;
    Ok(count)
}

/// Everything that was ever found in an agreement, and what became of it. No permission is asked.
///
/// # Errors
/// A fault of the database.
pub(crate) fn followed_findings(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Tracked>> {
    Ok(store::findings::all(tx, agreement)?.into_iter().map(|known| known.tracked).collect())
}

/// A finding by its name.
///
/// # Errors
/// Not found where it is not followed, or for whoever may not see it.
pub fn finding(tx: &mut Tx<'_>, agreement: AgreementId, key: FindingKey) -> Outcome<Permitted<FollowedFinding>> {
    tx.permit(Verb::BoundaryView, (agreement, key))
}

/// The coordination group lives with a finding, for a reason, as long as it does not grow.
///
/// # Errors
/// `FINDING_STALE` when it is not at `revision`; what [`Tracked::accept`] refuses.
pub fn accept(
    tx: &mut Tx<'_>,
    on: Permitted<FollowedFinding>,
    revision: i32,
    company: Option<CompanyId>,
    reason: &str,
) -> Outcome<FollowedFinding> {
    decide(tx, on, revision, company, Kind::new("finding.accepted"), |tracked, by| Ok(tracked.accept(reason, by)?))
}

/// The coordination group does not live with it any more.
///
/// # Errors
/// `FINDING_STALE` when it is not at `revision`; what [`Tracked::reopen`] refuses.
pub fn reopen(
    tx: &mut Tx<'_>,
    on: Permitted<FollowedFinding>,
    revision: i32,
    company: Option<CompanyId>,
) -> Outcome<FollowedFinding> {
    decide(tx, on, revision, company, Kind::new("finding.reopened"), |tracked, _| Ok(tracked.reopen()?))
}

fn decide(
    tx: &mut Tx<'_>,
    on: Permitted<FollowedFinding>,
    revision: i32,
    company: Option<CompanyId>,
    kind: Kind,
    change: impl FnOnce(Tracked, By) -> Outcome<Tracked>,
) -> Outcome<FollowedFinding> {
    let by = tx.speaking(Verb::FindingAccept, on.agreement, company)?;
    let FollowedFinding { agreement, known } = on.into_inner();
    let stale = || codes::FINDING_STALE.refuse_field("revision", codes::FINDING_STALE.meaning);
    if known.revision != revision {
        return Err(stale().into());
    }
    let known = Known { tracked: change(known.tracked, by)?, revision: revision + 1 };
    if !store::findings::save(tx, agreement, &known)? {
        return Err(stale().into());
    }
    tx.record(kind, known.tracked.finding.key.0, Some(by.company), &json!({ "revision": known.revision }))?;
    Ok(FollowedFinding { agreement, known })
}
