//! Who decided: a named person of a named company, at a moment.

use super::{CompanyId, Moment, PersonId};
use serde::{Deserialize, Serialize};

/// A decision is always a named person's, for a named company.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Who.
    pub person: PersonId,
    /// For which company.
    pub company: CompanyId,
    /// When.
    pub at: Moment,
}
