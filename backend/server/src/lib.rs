//! Concordat.
