//! What an operation may cost.
/// depth
pub const PARSE_DEPTH: usize = 48;
/// tokens
pub const TOKENS: usize = 3_000;
/// fields
pub const FIELDS: usize = 1_000;
