//! A version of a boundary: where it stands, and what was said about it on the way.

use super::{changes::BoundaryChange, content::BoundaryContent, words::BoundaryVersionState};
use crate::graphql::{
    agreements::{Agreement, Decision},
    companies::Company,
    kernel::{
        context::Context,
        scalar::Gql,
        types::{Date, Instant},
    },
};
use concordat_domain::{
    boundaries::{self as rules, VersionState, diff},
    kernel::{By, CompanyId},
};
use juniper::graphql_object;
use std::sync::Arc;

/// A version of a boundary.
#[derive(Clone)]
pub struct BoundaryVersion {
    agreement: Agreement,
    boundary: Arc<rules::Boundary>,
    place: usize,
}

impl BoundaryVersion {
    /// The version of that number, if there is one.
    #[must_use]
    pub fn of(agreement: &Agreement, boundary: &Arc<rules::Boundary>, number: u32) -> Option<Self> {
        let place = boundary.versions.iter().position(|version| version.number == number)?;
        Some(Self { agreement: agreement.clone(), boundary: Arc::clone(boundary), place })
    }

    fn version(&self) -> &rules::Version {
        &self.boundary.versions[self.place]
    }

    fn decision(&self, by: By) -> Decision {
        Decision::new(&self.agreement, by)
    }

    fn companies<'a>(&self, ids: impl IntoIterator<Item = &'a CompanyId>) -> Vec<Company> {
        ids.into_iter().filter_map(|id| self.agreement.terms().company(*id)).map(Company::from).collect()
    }
}

/// A version of a boundary. It holds from its day on once every neighbour has approved it, until a later one does.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryVersion {
    /// Its number, from 1.
    fn number(&self) -> i32 {
        i32::try_from(self.version().number).unwrap_or(i32::MAX)
    }

    /// Where it stands.
    fn state(&self) -> BoundaryVersionState {
        (&self.version().state).into()
    }

    /// Whether it ends the boundary: from its day on the company answers no more.
    fn ends(&self) -> bool {
        self.version().ends
    }

    /// What it says.
    fn content(&self) -> BoundaryContent {
        BoundaryContent::new(&self.agreement, self.version().content.clone())
    }

    /// What became of each field since the version that was approved before it; everything, where there was none.
    fn changes(&self) -> Vec<BoundaryChange> {
        let earlier = self.boundary.versions.iter().take(self.place);
        let before = earlier.rev().find(|version| version.state.effective_from().is_some());
        let names = self.agreement.terms().as_ref();
        let changes = diff(before.map(|version| &version.content), &self.version().content, names);
        changes.into_iter().map(BoundaryChange).collect()
    }

    /// Who wrote it as it stands.
    fn author(&self) -> Decision {
        self.decision(self.version().author)
    }

    /// Who proposed it; null unless it is proposed or approved.
    fn proposed(&self) -> Option<Decision> {
        match self.version().state {
            VersionState::Proposed { by, .. } | VersionState::Approved { proposed: by, .. } => Some(self.decision(by)),
            _ => None,
        }
    }

    /// From which day on it shall hold, or holds once it is approved; null for a draft.
    fn effective_from(&self) -> Option<Date> {
        match self.version().state {
            VersionState::Proposed { effective_from, .. } | VersionState::Approved { effective_from, .. } => {
                Some(effective_from.into())
            }
            _ => None,
        }
    }

    /// The neighbours that were asked, while it is proposed; empty where one expert of any company is enough.
    fn asked(&self) -> Vec<Company> {
        match &self.version().state {
            VersionState::Proposed { asked, .. } => self.companies(asked),
            _ => Vec::new(),
        }
    }

    /// Who has approved, in order.
    fn approvals(&self) -> Vec<Decision> {
        match &self.version().state {
            VersionState::Proposed { approvals, .. } | VersionState::Approved { approvals, .. } => {
                approvals.iter().map(|by| self.decision(*by)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// When the last neighbour approved; null before.
    fn approved_at(&self) -> Option<Instant> {
        match self.version().state {
            VersionState::Approved { at, .. } => Some(at),
            _ => None,
        }
    }

    /// Who gave it up; null unless somebody did.
    fn withdrawn(&self) -> Option<Decision> {
        match self.version().state {
            VersionState::Withdrawn { by, .. } => Some(self.decision(by)),
            _ => None,
        }
    }

    /// Why it was given up; null unless it was.
    fn withdrawal_reason(&self) -> Option<&str> {
        match &self.version().state {
            VersionState::Withdrawn { reason, .. } => Some(reason),
            _ => None,
        }
    }

    /// What was said about its fields, in order.
    fn comments(&self) -> Vec<BoundaryComment> {
        let comment =
            |comment: &rules::Comment| BoundaryComment { agreement: self.agreement.clone(), comment: comment.clone() };
        self.version().comments.iter().map(comment).collect()
    }

    /// How often it came back from being proposed, and why; in order.
    fn returned(&self) -> Vec<BoundaryReturn> {
        let returned = |returned: &rules::Returned| BoundaryReturn {
            agreement: self.agreement.clone(),
            returned: returned.clone(),
        };
        self.version().returned.iter().map(returned).collect()
    }
}

/// Something said about a field.
pub struct BoundaryComment {
    agreement: Agreement,
    comment: rules::Comment,
}

/// Something said about a field of a boundary.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryComment {
    /// Its number within the version, from 1.
    fn number(&self) -> i32 {
        i32::try_from(self.comment.number).unwrap_or(i32::MAX)
    }

    /// The field, by its path, such as `limits.hours.beyond.take_over`.
    fn path(&self) -> &str {
        &self.comment.path
    }

    /// What was said.
    fn text(&self) -> &str {
        &self.comment.text
    }

    /// By whom.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.comment.by)
    }

    /// Who settled it; null while it is open.
    fn resolved(&self) -> Option<Decision> {
        self.comment.resolved.map(|by| Decision::new(&self.agreement, by))
    }
}

/// A proposal that became a draft again.
pub struct BoundaryReturn {
    agreement: Agreement,
    returned: rules::Returned,
}

/// A proposal that became a draft again.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryReturn {
    /// Who sent it back: a neighbour's expert, or one of the company itself.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.returned.by)
    }

    /// Why.
    fn reason(&self) -> &str {
        &self.returned.reason
    }

    /// Whether it was an objection; otherwise the company itself took it back.
    fn objection(&self) -> bool {
        self.returned.objection
    }
}
