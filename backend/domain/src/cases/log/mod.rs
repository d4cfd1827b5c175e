//! Case logs of other systems: the canonical form, and mapping files that read any other.
//!
//! A canonical row is one event. Rows of other systems say in which status a case is from then on; a [`Mapper`] tells
//! from each row, and from what is known of the case [`Before`] it, what happened.

mod before;
pub mod codes;
mod events;
mod mapping;
mod names;
mod row;
mod written;

pub use before::Before;
pub use codes::CODES;
pub use events::{State, Step};
pub use mapping::{
    ColumnsEntry, FactEntry, FieldEntry, GoodEntry, HoursBetweenEntry, Mapper, MappingFile, Meaning, Record,
    StatusEntry, TimeEntry, mapping_refusals, mapping_schema,
};
pub use names::Names;
pub use row::{COLUMNS, Row};

#[cfg(test)]
mod event_tests;
#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod samples;

use super::What;
use crate::kernel::{CompanyId, Moment, PersonId};
use sha2::{Digest, Sha256};

/// An event of a log, ready to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case's key in the system it comes from.
    pub case: String,
    /// When it happened.
    pub at: Moment,
    /// What happened.
    pub what: What,
    /// Who said so, where it was a person of the agreement.
    pub person: Option<PersonId>,
    /// On whose behalf.
    pub company: Option<CompanyId>,
    /// Its key in the system it comes from: an event with the same is the same.
    pub source_key: String,
}

/// The key of a row that has none: its case, its time, and a digest of what it says.
fn content_key<'a>(case: &str, at: &str, texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut digest = Sha256::new();
    for text in texts {
        digest.update(text.len().to_le_bytes());
        digest.update(text);
    }
    let mut key = format!("{case}/{at}/");
    for byte in &digest.finalize()[..6] {
        key.push_str(&format!("{byte:02x}"));
    }
    key
}
