//! Tests of life.
