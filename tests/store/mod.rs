//! Stores and transactions on both databases.

mod sign_in;
mod transactions;
