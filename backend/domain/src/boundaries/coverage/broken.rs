//! Boundaries that name what the ground does not know.

use super::super::{Drawn, Finding, FindingKind, Ground, Within};
use super::key;
use super::tree::Tree;
use crate::kernel::{CompanyId, Span, TeamId};
use std::collections::BTreeSet;

/// What a boundary names in vain, one finding each.
pub(super) fn find(ground: &Ground, tree: &Tree<'_>, drawn: &Drawn) -> Vec<Finding> {
    let mut notes = BTreeSet::new();
    if !tree.knows(drawn.service) {
        notes.insert(format!("service {}", drawn.service));
    }
    notes.extend(unknown(ground, drawn.company, drawn.content.team));
    for limit in &drawn.content.limits {
        if let Within::Hours(calendar) = &limit.within
            && !ground.calendars.contains_key(calendar)
        {
            notes.insert(format!("calendar {calendar}"));
        }
        notes.extend(limit.beyond.take_over.as_ref().and_then(|to| unknown(ground, to.company, to.team)));
    }
    let broken = |note| Finding {
        kind: FindingKind::Broken,
        service: drawn.service,
        boundaries: vec![drawn.id],
        limits: Vec::new(),
        demands: Vec::new(),
        areas: Vec::new(),
        windows: Vec::new(),
        extent: Span::ZERO,
        capacity: None,
        note: Some(note),
        key: key::UNNAMED,
    };
    notes.into_iter().map(|note| key::named(broken(note))).collect()
}

/// What is wrong with a company that acts in the name of a team.
fn unknown(ground: &Ground, company: CompanyId, team: TeamId) -> Option<String> {
    let Some(known) = ground.teams.get(&team) else { return Some(format!("team {team}")) };
    if known.companies.contains(&company) {
        return None;
    }
    let party = ground.teams.values().any(|it| it.companies.contains(&company));
    Some(if party { format!("company {company} in team {team}") } else { format!("company {company}") })
}
