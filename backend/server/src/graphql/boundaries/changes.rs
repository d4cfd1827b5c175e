//! Differences between texts of a boundary, and what two experts changed at once.

use super::content::BoundaryContent;
use crate::graphql::{
    agreements::Agreement,
    kernel::{context::Context, scalar::Gql},
};
use concordat_domain::boundaries::{self as rules, diff};
use concordat_service::boundaries::Merged;
use juniper::graphql_object;

/// What became of a field.
pub struct BoundaryChange(pub(super) rules::FieldChange);

/// What became of a field.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryChange {
    /// Its path, such as `limits.hours.within` or `included.2`; statements are counted from 1.
    fn path(&self) -> &str {
        &self.0.path
    }

    /// What it said before, in words; null when it is new.
    fn before(&self) -> Option<&str> {
        self.0.before.as_deref()
    }

    /// What it says now, in words; null when it is gone.
    fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }
}

/// A field that two experts changed, each otherwise.
pub struct BoundaryConflict(rules::Conflict);

/// A field that two experts changed, each otherwise.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryConflict {
    /// Its path.
    fn path(&self) -> &str {
        &self.0.path
    }

    /// What both had read.
    fn base(&self) -> Option<&str> {
        self.0.base.as_deref()
    }

    /// What the draft says now.
    fn theirs(&self) -> Option<&str> {
        self.0.theirs.as_deref()
    }

    /// What you sent.
    fn mine(&self) -> Option<&str> {
        self.0.mine.as_deref()
    }
}

/// Your change beside somebody else's.
pub struct BoundaryMerge {
    agreement: Agreement,
    merged: Merged,
    mine: rules::Content,
}

impl BoundaryMerge {
    /// A change that was sent against a draft that had changed.
    #[must_use]
    pub fn new(agreement: &Agreement, merged: Merged, mine: rules::Content) -> Self {
        Self { agreement: agreement.clone(), merged, mine }
    }

    fn since(&self, after: &rules::Content) -> Vec<BoundaryChange> {
        let changes = diff(Some(&self.merged.base), after, self.agreement.terms().as_ref());
        changes.into_iter().map(BoundaryChange).collect()
    }
}

/// Your change of a draft beside what somebody else has made of it meanwhile. Nothing of yours is kept yet: settle the
/// conflicts in `merged` and send it with the new `revision`.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryMerge {
    /// The revision at which the draft stands now.
    fn revision(&self) -> i32 {
        self.merged.revision
    }

    /// What somebody else changed since the revision that you had read.
    fn theirs(&self) -> Vec<BoundaryChange> {
        self.since(&self.merged.theirs)
    }

    /// What you changed.
    fn mine(&self) -> Vec<BoundaryChange> {
        self.since(&self.mine)
    }

    /// Every change that only one of you made; where both did, theirs.
    fn merged(&self) -> BoundaryContent {
        BoundaryContent::new(&self.agreement, self.merged.way.merged.clone())
    }

    /// The fields that both changed, each otherwise.
    fn conflicts(&self) -> Vec<BoundaryConflict> {
        self.merged.way.conflicts.iter().cloned().map(BoundaryConflict).collect()
    }
}
