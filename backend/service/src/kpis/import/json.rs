//! Records of newline-delimited JSON: each line is one object with the columns' names.

use crate::kernel::feed::wrong;
use concordat_domain::{
    kernel::{Decimal, Moment, Refusal},
    kpis::Parts,
};
use serde::Deserialize;
use std::borrow::Cow;

/// One object.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Record<'l> {
    #[serde(borrow)]
    pub(super) kpi: Cow<'l, str>,
    #[serde(borrow)]
    pub(super) company: Cow<'l, str>,
    #[serde(borrow)]
    pub(super) service: Cow<'l, str>,
    pub(super) observed_at: Moment,
    #[serde(default)]
    value: Option<Decimal>,
    #[serde(default)]
    good: Option<Decimal>,
    #[serde(default)]
    total: Option<Decimal>,
    #[serde(default)]
    weight: Option<Decimal>,
    #[serde(borrow)]
    pub(super) source: Cow<'l, str>,
    #[serde(borrow)]
    pub(super) source_key: Cow<'l, str>,
}

impl<'l> Record<'l> {
    /// Reads a line.
    ///
    /// # Errors
    /// [`IMPORT_LINE`](crate::kernel::feed::IMPORT_LINE) for what is no such object.
    pub(super) fn read(line: &'l str) -> Result<Self, Refusal> {
        serde_json::from_str(line).map_err(|error| wrong(error.to_string().chars().take(300).collect::<String>()))
    }

    pub(super) const fn parts(&self) -> Parts {
        Parts { value: self.value, weight: self.weight, good: self.good, total: self.total }
    }
}
