//! People and their credentials: what a valid one looks like.

pub mod codes;
mod credential;
mod person;

pub use credential::{TokenWish, check_email, check_name, check_password};
pub use person::{Person, Token};
