//! Proposing a version and what the neighbours make of it: nobody reviews their own, nobody speaks for another company.

use super::boundary::refused;
use super::{Boundary, Returned, VersionState};
use crate::boundaries::codes::*;
use crate::kernel::{By, CompanyId, LONGEST_STATEMENT, Refusals, Verdict, stated};
use chrono::NaiveDate;
use std::collections::BTreeSet;

impl Boundary {
    /// Puts the draft before its neighbours; today is the day in the agreement's zone. The neighbours are those of
    /// [`neighbours`](crate::boundaries::neighbours), of what holds and of what is drawn.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`], [`BOUNDARY_FOREIGN`], [`BOUNDARY_UNCHANGED`], [`BOUNDARY_DATE`].
    pub fn propose(
        mut self,
        by: By,
        effective_from: NaiveDate,
        today: NaiveDate,
        neighbours: BTreeSet<CompanyId>,
    ) -> Verdict<Self> {
        self.draft()?;
        self.own(by)?;
        if effective_from < today {
            return Err(BOUNDARY_DATE.refuse_field("effectiveFrom", BOUNDARY_DATE.meaning).into());
        }
        let before = self.approved().map(|last| (last.content.clone(), last.ends));
        let (company, draft) = (self.company, self.draft()?);
        if before.is_some_and(|(content, ends)| content == draft.content && ends == draft.ends) {
            return Err(refused(BOUNDARY_UNCHANGED, BOUNDARY_UNCHANGED.meaning));
        }
        let asked = neighbours.into_iter().filter(|neighbour| *neighbour != company).collect();
        draft.state = VersionState::Proposed { by, effective_from, asked, approvals: Vec::new() };
        Ok(self)
    }

    /// A company approves the proposal through one of its experts; the last one that is asked makes it hold, from its
    /// day on or from today, whichever is later: nothing holds before all have agreed.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`], [`BOUNDARY_OWN`], [`BOUNDARY_NOT_ASKED`], [`BOUNDARY_REPEATED`].
    pub fn approve(mut self, by: By, today: NaiveDate) -> Verdict<Self> {
        self.reviewed(by)?;
        let version = self.opened()?;
        let VersionState::Proposed { by: proposed, effective_from, asked, approvals } = &mut version.state else {
            return Err(not_proposed());
        };
        if approvals.iter().any(|approval| approval.company == by.company) {
            return Err(refused(BOUNDARY_REPEATED, BOUNDARY_REPEATED.meaning));
        }
        approvals.push(by);
        if asked.iter().all(|company| approvals.iter().any(|approval| approval.company == *company)) {
            let (effective_from, approvals) = ((*effective_from).max(today), std::mem::take(approvals));
            version.state = VersionState::Approved { at: by.at, effective_from, proposed: *proposed, approvals };
        }
        Ok(self)
    }

    /// A company objects through one of its experts, and says why: the proposal becomes a draft again, and whoever has
    /// approved it is asked anew.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`], [`BOUNDARY_OWN`], [`BOUNDARY_NOT_ASKED`]; a reason that says nothing.
    pub fn object(mut self, reason: &str, by: By) -> Verdict<Self> {
        self.reviewed(by)?;
        let reason = stated(BOUNDARY_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        let version = self.opened()?;
        version.returned.push(Returned { by, reason, objection: true });
        version.state = VersionState::Draft;
        Ok(self)
    }

    /// The company takes its proposal back to work on it, or gives its draft up.
    ///
    /// # Errors
    /// [`BOUNDARY_STATE`] without an open version, [`BOUNDARY_FOREIGN`]; a reason that says nothing.
    pub fn withdraw(mut self, reason: &str, by: By) -> Verdict<Self> {
        self.opened()?;
        self.own(by)?;
        let reason = stated(BOUNDARY_STATEMENT, reason, "reason", LONGEST_STATEMENT)?;
        let version = self.opened()?;
        if version.state == VersionState::Draft {
            version.state = VersionState::Withdrawn { by, reason };
        } else {
            version.returned.push(Returned { by, reason, objection: false });
            version.state = VersionState::Draft;
        }
        Ok(self)
    }

    /// The companies whose review is still waited for; empty when none is asked by name or nothing is proposed.
    #[must_use]
    pub fn awaited(&self) -> BTreeSet<CompanyId> {
        match self.open().map(|version| &version.state) {
            Some(VersionState::Proposed { asked, approvals, .. }) => {
                let answered = |company: &CompanyId| approvals.iter().any(|approval| approval.company == *company);
                asked.iter().copied().filter(|company| !answered(company)).collect()
            }
            _ => BTreeSet::new(),
        }
    }

    /// Whether somebody may review the proposal, in the name of that company.
    fn reviewed(&self, by: By) -> Verdict<()> {
        let Some(VersionState::Proposed { by: proposed, asked, .. }) = self.open().map(|version| &version.state) else {
            return Err(not_proposed());
        };
        if proposed.person == by.person || (!asked.is_empty() && by.company == self.company) {
            return Err(refused(BOUNDARY_OWN, BOUNDARY_OWN.meaning));
        }
        if !asked.is_empty() && !asked.contains(&by.company) {
            return Err(refused(BOUNDARY_NOT_ASKED, BOUNDARY_NOT_ASKED.meaning));
        }
        Ok(())
    }

    fn own(&self, by: By) -> Verdict<()> {
        if by.company == self.company { Ok(()) } else { Err(refused(BOUNDARY_FOREIGN, BOUNDARY_FOREIGN.meaning)) }
    }
}

fn not_proposed() -> Refusals {
    refused(BOUNDARY_STATE, "no version is proposed, so there is nothing to review; its company proposes a draft")
}

#[cfg(test)]
#[path = "review_tests.rs"]
mod tests;
