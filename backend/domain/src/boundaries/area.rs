//! A part of what can be demanded: regions, languages, products and skills.

use super::Needs;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Some of the names of one dimension. What nobody has named belongs to [`Values::Any`] and [`Values::Except`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Values {
    /// Whatever there may be.
    Any,
    /// These names.
    Only(BTreeSet<String>),
    /// Whatever there may be but these names.
    Except(BTreeSet<String>),
}

impl Values {
    /// Whether a name is one of them.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Only(names) => names.contains(name),
            Self::Except(names) => !names.contains(name),
        }
    }
}

/// Every combination of these regions, languages, products and skills.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Where.
    pub regions: Values,
    /// In which languages.
    pub languages: Values,
    /// About what.
    pub products: Values,
    /// With which skills.
    pub skills: Values,
}

impl Area {
    /// Whether a case with these needs belongs to it. What a case does not say belongs to [`Values::Any`] alone; of its
    /// skills one is enough.
    #[must_use]
    pub fn holds(&self, needs: &Needs) -> bool {
        let holds = |values: &Values, name: Option<&String>| match name {
            Some(name) => values.contains(name),
            None => *values == Values::Any,
        };
        let skilled = self.skills == Values::Any || needs.skills.iter().any(|skill| self.skills.contains(skill));
        skilled
            && holds(&self.regions, needs.region.as_ref())
            && holds(&self.languages, needs.language.as_ref())
            && holds(&self.products, needs.product.as_ref())
    }
}
