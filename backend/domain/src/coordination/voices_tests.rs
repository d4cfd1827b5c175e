//! Tests of voices.
