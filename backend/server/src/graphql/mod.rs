//! What partners ask and tell over GraphQL. One file per noun; what they all build on is the kernel.

pub mod kernel;

pub use kernel::{Answer, Context, Failure, Gql};
