//! How what happens to a case is called in the agreement's log.

use super::What;
use crate::kernel::Kind;

/// A clock of a case is due soon.
pub const CASE_DUE_SOON: Kind = Kind::new("case.due_soon");
/// A clock of a case has passed its deadline.
pub const CASE_BREACHED: Kind = Kind::new("case.breached");
/// A pause ended by itself.
pub const CASE_PAUSE_CAPPED: Kind = Kind::new("case.pause_capped");
/// A hand-over has waited for as long as its receiver has to accept it.
pub const CASE_ACCEPTANCE_OVERDUE: Kind = Kind::new("case.acceptance_overdue");
/// A recovery has passed its due date without a positive word of the customer.
pub const CASE_RECOVERY_OVERDUE: Kind = Kind::new("case.recovery_overdue");
/// KPIs took their measures from cases that were there before them.
pub const CASES_MEASURED: Kind = Kind::new("cases.measured");
/// A batch of a case log was imported.
pub const CASES_IMPORTED: Kind = Kind::new("cases.imported");

impl What {
    /// The kind of the event of the agreement's log that tells of it.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        Kind::new(match self {
            Self::Opened { .. } => "case.opened",
            Self::Offered { .. } => "case.offered",
            Self::Accepted { .. } => "case.accepted",
            Self::Refused { .. } => "case.refused",
            Self::Swarmed { .. } => "case.swarmed",
            Self::Paused { .. } => "case.paused",
            Self::PauseConsented => "case.pause_consented",
            Self::Resumed => "case.resumed",
            Self::Responded => "case.responded",
            Self::Updated { .. } => "case.updated",
            Self::Resolved { .. } => "case.resolved",
            Self::Cancelled { .. } => "case.cancelled",
            Self::Closed => "case.closed",
            Self::Reopened { .. } => "case.reopened",
            Self::Reprioritised { .. } => "case.reprioritised",
            Self::Specified { .. } => "case.specified",
            Self::Rated { .. } => "case.rated",
            Self::Recovering { .. } => "case.recovering",
            Self::Disputed { .. } => "case.disputed",
            Self::Decided { .. } => "case.decided",
            Self::Unclear { .. } => "case.unclear",
        })
    }
}
