//! Tests of item.
