//! Who may do what, held against the whole API: a row for every field, every field in the hands of every role, and
//! nobody's secrets in anybody else's answers.

mod ask;
mod canaries;
mod cases;
mod cast;
mod fields;
mod files;
mod leaks;
mod mails;
mod matrix;
mod schema;
mod streams;
mod subtraction;
mod verbs;
