//! Who may see a matter, among those who see the meeting: what is concealed elsewhere stays so on an agenda.

use crate::kernel::CompanyId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who may see a matter, among those who see the meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "seen_by", rename_all = "snake_case")]
pub enum Sight {
    /// All of them.
    #[default]
    Everybody,
    /// Whoever sees undisclosed figures of this company; without a company, of everybody.
    Figures {
        /// Whose figures.
        company: Option<CompanyId>,
    },
    /// Whoever sees a case in which these companies took part.
    Case {
        /// They.
        companies: BTreeSet<CompanyId>,
    },
    /// Whoever acts for one of these companies, or sees what is theirs.
    Companies {
        /// They.
        companies: BTreeSet<CompanyId>,
    },
}

impl Sight {
    /// Whether everybody who sees the meeting sees it.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        *self == Self::Everybody
    }
}
