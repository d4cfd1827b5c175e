//! Whole days of work over real HTTP.
