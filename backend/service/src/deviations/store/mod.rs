//! SQL of assessments, deviations and corrective actions.

pub(super) mod actions;
pub(super) mod assessments;
pub(super) mod deviations;

use crate::kernel::{No, Outcome};
use concordat_domain::kernel::CompanyId;
use serde::{Serialize, de::DeserializeOwned};

/// How much of the deviations an actor sees who sees any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sight {
    /// All of them.
    All,
    /// Those that are disclosed to every party, and those of these companies.
    Own(Vec<CompanyId>),
}

impl Sight {
    /// Whether it reaches a figure.
    #[must_use]
    pub fn reaches(&self, disclosed: bool, company: Option<CompanyId>) -> bool {
        match self {
            Self::All => true,
            Self::Own(own) => disclosed || company.is_some_and(|company| own.contains(&company)),
        }
    }
}

/// A row's body, as it is kept.
pub(super) fn body(noun: &impl Serialize) -> Outcome<serde_json::Value> {
    serde_json::to_value(noun).map_err(No::broken)
}

/// What a row's body says.
pub(super) fn read<T: DeserializeOwned>(body: serde_json::Value) -> Outcome<T> {
    serde_json::from_value(body).map_err(No::broken)
}
