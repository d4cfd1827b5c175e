//! What a change of boundaries would open or close.

use super::super::Finding;
use crate::kernel::Span;
use std::collections::BTreeMap;

/// Two lists of findings compared by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What is found only after it.
    pub opened: Vec<Finding>,
    /// What is found only before it.
    pub closed: Vec<Finding>,
    /// What is found before and after it.
    pub kept: Vec<Kept>,
}

/// A finding that stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// As it is afterwards.
    pub finding: Finding,
    /// How long it was before.
    pub before: Span,
}

impl Change {
    /// What happens from one list of findings to another; each list of it is in the order of the lists given.
    #[must_use]
    pub fn between(before: &[Finding], after: &[Finding]) -> Self {
        let known: BTreeMap<_, _> = before.iter().map(|it| (it.key, it)).collect();
        let there: BTreeMap<_, _> = after.iter().map(|it| (it.key, it)).collect();
        let mut change = Self {
            closed: before.iter().filter(|it| !there.contains_key(&it.key)).cloned().collect(),
            ..Self::default()
        };
        for finding in after {
            match known.get(&finding.key) {
                Some(it) => change.kept.push(Kept { finding: finding.clone(), before: it.extent }),
                None => change.opened.push(finding.clone()),
            }
        }
        change
    }
}
