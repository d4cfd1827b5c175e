//! What every verb stands on: databases, transactions, permission, the clock and the id source.

pub mod backup;
mod begin;
mod chance;
mod clock;
pub mod condition;
mod database;
pub mod db;
pub mod feed;
pub mod idempotency;
mod no;
mod permit;
mod shelf;
mod speaker;
pub mod table;
pub mod tls;
mod tx;

pub(crate) use begin::head_of;
pub use chance::{Chance, SeededChance, SystemChance};
pub use clock::{Clock, SetClock, SystemClock};
pub use database::{Database, PoolFigures, Settings, Snapshot};
pub use idempotency::Idempotency;
pub use no::{Denial, Fault, No, Outcome};
pub use permit::{Noun, Permitted};
pub use tx::{Committed, Tx};
