//! SQL of cases: what is derived of each for finding and counting, their logs, ledgers and timers.

pub(super) mod awaited;
pub(super) mod events;
pub(super) mod ledger;
pub(super) mod measured;
pub(super) mod rows;
pub(super) mod timers;

use concordat_domain::kernel::CompanyId;

/// How much of an agreement's cases an actor sees who sees any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of them.
    All,
    /// Those in which one of these companies took part.
    Own(Vec<CompanyId>),
    /// Those that some companies brought, and those in which others took part.
    Followed {
        /// The customers.
        customers: Vec<CompanyId>,
        /// The others.
        parties: Vec<CompanyId>,
    },
}
