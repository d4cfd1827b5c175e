//! What a case needs of whoever works on it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where a case comes from, in which language, about which product, and what has to be known for it. What is not said is
/// not known, and nothing is checked against it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// Where the customer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// What the customer speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// What has to be known, all of it.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub skills: BTreeSet<String>,
}

/// So many characters has a name of a need at most.
const LONGEST: usize = 100;
/// So many skills can be named at once.
const MOST: usize = 50;

impl Needs {
    /// Why these cannot be written down; none: they can.
    #[must_use]
    pub fn flaw(&self) -> Option<String> {
        let said = [&self.region, &self.language, &self.product];
        let mut names = said.into_iter().flatten().chain(&self.skills);
        let unfit = |name: &&String| {
            let odd = |letter: char| letter.is_control() || letter == ';';
            name.trim().is_empty() || name.chars().count() > LONGEST || name.chars().any(odd)
        };
        if self.skills.len() > MOST {
            return Some(format!("{} skills are more than {MOST}; name those that matter", self.skills.len()));
        }
        let name: String = names.find(unfit)?.chars().take(LONGEST).collect();
        Some(format!("{name:?} is no name; write 1 to {LONGEST} characters without `;` and control characters"))
    }

    /// What is known with what is said later: that counts where it says something.
    #[must_use]
    pub fn updated(&self, later: &Self) -> Self {
        let or = |new: &Option<String>, old: &Option<String>| new.as_ref().or(old.as_ref()).cloned();
        let skills = if later.skills.is_empty() { &self.skills } else { &later.skills };
        Self {
            region: or(&later.region, &self.region),
            language: or(&later.language, &self.language),
            product: or(&later.product, &self.product),
            skills: skills.clone(),
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
