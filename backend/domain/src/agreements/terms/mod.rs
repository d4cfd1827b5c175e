//! The terms of one version of an agreement: the signed document with its digest and its look-ups.

mod canonical;
mod document;
mod escalation;
mod export;
mod export_boundaries;
mod export_cases;
mod export_demands;
mod export_groups;
mod governance;
mod ground;
mod group;
mod handling;
mod lookup;
mod staffing;
mod team;

pub use canonical::Digest;
pub use document::{Commitment, CommittedBy, Company, Document, Party, Person, RoleGrant, Service};
pub use escalation::{EscalationLevel, EscalationPath, Holder};
pub use ground::{Aspect, Health, SignWeight, Word};
pub use group::{Cadence, Group, Member};
pub use handling::{
    CaseDisclosure, CaseKind, Claimed, ClockMeasure, ClockRule, Handling, Named, NamedCalendar, Package, PauseReason,
    Phase, ReopenPolicy, Stage,
};
pub use team::{Pledge, Team, TeamKind, TeamMember};

use lookup::Index;

#[cfg(test)]
mod tests;

/// The terms of one version: read-only, with every look-up in memory.
///
/// The document's fields are reached through dereference: `terms.kpis`, `terms.zone`.
#[derive(Clone, Debug)]
pub struct Terms {
    document: Document,
    canonical: String,
    digest: Digest,
    index: Index,
}

impl PartialEq for Terms {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

impl Eq for Terms {}

impl std::ops::Deref for Terms {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.document
    }
}

/// A stored document that cannot be read as terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsError(String);

impl std::fmt::Display for TermsError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the stored terms cannot be read: {}", self.0)
    }
}

impl std::error::Error for TermsError {}

impl Terms {
    /// The terms that a resolved document makes.
    ///
    /// # Errors
    /// [`TermsError`] when the document cannot be written as JSON.
    pub(super) fn of(document: Document) -> Result<Self, TermsError> {
        let value = serde_json::to_value(&document).map_err(|error| TermsError(error.to_string()))?;
        let canonical = canonical::canonical(&value);
        let index = Index::of(&document);
        Ok(Self { digest: Digest::of(&canonical), canonical, document, index })
    }

    /// Reads the JSON of stored terms, in whatever order its keys come back from the database.
    ///
    /// # Errors
    /// [`TermsError`] when it is no such document.
    pub fn from_json(json: &str) -> Result<Self, TermsError> {
        let document = serde_json::from_str(json).map_err(|error| TermsError(error.to_string()))?;
        Self::of(document)
    }

    /// The canonical JSON: what is stored, and what is signed.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.canonical
    }

    /// The digest of the canonical JSON.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }
}
