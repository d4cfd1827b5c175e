//! What is kept: both databases answer the same, keep the same and forget nothing.
