//! Cases as an actor may see them.
//!
//! Where the agreement discloses cases to every party, a case is the whole agreement's. Otherwise it belongs to the
//! companies that took part in it: to the actor's among them, if there is one.

use super::{
    rules,
    store::{self, events::Logged, rows::Row},
};
use crate::{
    agreements::AgreementView,
    kernel::{Noun, Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    agreements::CaseDisclosure,
    cases::{Case, CaseEvent, Rulebooks},
    kernel::{AgreementId, CaseId, CompanyId, Moment},
};
use std::{collections::HashMap, sync::Arc};

/// A case with its log and the rules under which it stands.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// The agreement.
    pub agreement: AgreementId,
    /// What follows from the log.
    pub case: Case,
    /// The log, in the order in which it was recorded.
    pub log: Arc<Vec<Logged>>,
    /// The moment as of which it is told.
    pub at: Moment,
    /// The rules.
    pub rules: Arc<Rulebooks>,
    /// The system that it comes from; empty for this one.
    pub source: String,
    /// Its reference there.
    pub reference: String,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
    /// Whether every party sees it.
    pub open: bool,
    /// A company that took part in it and for which the actor may see it, or else any that did.
    pub owner: Option<CompanyId>,
}

impl CaseView {
    /// The events alone.
    #[must_use]
    pub fn events(&self) -> Vec<CaseEvent> {
        self.log.iter().map(|logged| logged.event.clone()).collect()
    }
}

impl Noun for CaseView {
    type Id = (AgreementId, CaseId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        let Some(row) = store::rows::load(tx, agreement, id)? else { return Ok(None) };
        Ok(views(tx, agreement, vec![row])?.pop())
    }

    fn place(&self) -> Place {
        Place { agreement: self.agreement, owner: if self.open { None } else { self.owner } }
    }

    fn view(&self) -> Verb {
        if self.open { Verb::CaseView } else { Verb::CaseViewConcealed }
    }
}

/// The cases of some rows, in their order: with two statements, however many they are.
pub(super) fn views(tx: &mut Tx<'_>, agreement: AgreementId, rows: Vec<Row>) -> Outcome<Vec<CaseView>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok(Vec::new()) };
    let rules = rules::rulebooks(tx, &view)?;
    let open = rules.at(tx.now()).handling().disclosure == CaseDisclosure::Open;
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id.into()).collect();
    let mut logs = store::events::logs(tx, agreement, &ids)?;
    let owners = if open { HashMap::new() } else { owners(tx, agreement, &ids)? };
    let at = tx.now();
    let view = |row: Row| {
        let id: CaseId = row.id.into();
        let log = logs.remove(&id).unwrap_or_default();
        let events: Vec<CaseEvent> = log.iter().map(|logged| logged.event.clone()).collect();
        let case = Case::replay(id, &events, &rules).case?;
        Some(CaseView {
            agreement,
            case,
            at,
            log: Arc::new(log),
            rules: rules.clone(),
            source: row.source,
            reference: row.reference,
            revision: row.revision,
            open,
            owner: owners.get(&id).copied(),
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// Of each case a company that took part in it and for which the actor may see it, or else any that did.
fn owners(tx: &mut Tx<'_>, agreement: AgreementId, ids: &[CaseId]) -> Outcome<HashMap<CaseId, CompanyId>> {
    let mine = tx.speaks_for(Verb::CaseViewConcealed, agreement);
    let mut owners: HashMap<CaseId, CompanyId> = HashMap::new();
    for (case, company) in store::rows::involved(tx, agreement, ids)? {
        let known = owners.entry(case).or_insert(company);
        if mine.contains(&company) {
            *known = company;
        }
    }
    Ok(owners)
}

/// A case as its customer may see it.
#[derive(Clone, Debug)]
pub struct FollowedCase {
    /// The case.
    pub case: CaseView,
    /// Whether the actor follows it for the customer who brought it.
    pub is_own: bool,
}

impl FollowedCase {
    pub(super) fn of(tx: &Tx<'_>, case: CaseView) -> Self {
        let customers = tx.speaks_for(Verb::CaseFollowConcealed, case.agreement);
        let is_own = case.case.customer.is_some_and(|customer| customers.contains(&customer));
        Self { case, is_own }
    }
}

impl Noun for FollowedCase {
    type Id = (AgreementId, CaseId);

    fn load(tx: &mut Tx<'_>, id: Self::Id) -> Outcome<Option<Self>> {
        let found = CaseView::load(tx, id)?;
        Ok(found.map(|case| Self::of(tx, case)))
    }

    fn place(&self) -> Place {
        let CaseView { agreement, open, owner, .. } = self.case;
        let owner = if open || self.is_own { self.case.case.customer } else { owner };
        Place { agreement, owner }
    }

    fn view(&self) -> Verb {
        if self.case.open { Verb::CaseFollow } else { Verb::CaseFollowConcealed }
    }
}
