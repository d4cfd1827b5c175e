//! What partners ask and tell over GraphQL. One file per noun; what they all build on is the kernel.

pub mod agreements;
pub mod boundaries;
pub mod cases;
pub mod companies;
pub mod coordination;
pub mod deviations;
pub mod escalations;
pub mod events;
pub mod identity;
pub mod kernel;
pub mod kpis;
pub mod node;
pub mod notifications;
pub mod permissions;
pub mod satisfaction;
pub mod schema;

pub use kernel::{Answer, Context, Failure, Gql};

use concordat_domain::kernel::Code;

/// Too many ids at once.
pub const TOO_MANY_IDS: Code = Code::new("TOO_MANY_IDS", "Ask for 100 ids at most; ask again for the rest.");
