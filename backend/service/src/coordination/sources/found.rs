//! What is found about service boundaries and nobody has accepted.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    boundaries,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    boundaries::{Tracked, TrackedState},
    coordination::{Matter, OpenMatter, Sight, Snapshot, Subject},
};
use std::collections::BTreeSet;
use uuid::Uuid;

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let asked: Option<BTreeSet<Uuid>> = match wanted {
        Wanted::Open { .. } => None,
        Wanted::These(subjects) => {
            let key = |subject: &Subject| match subject {
                Subject::Finding { key } => Some(*key),
                _ => None,
            };
            Some(subjects.iter().filter_map(key).collect())
        }
    };
    if asked.as_ref().is_some_and(BTreeSet::is_empty) {
        return Ok(Vec::new());
    }
    let mut found = boundaries::followed_findings(tx, view.agreement.id)?;
    found.retain(|it| match &asked {
        Some(keys) => keys.contains(&it.finding.key.0),
        None => it.state == TrackedState::Open,
    });
    Ok(found.iter().map(|it| matter(&view.terms, it)).collect())
}

fn matter(terms: &Terms, tracked: &Tracked) -> OpenMatter {
    let finding = &tracked.finding;
    let service = terms.service(finding.service).map_or("?", |service| service.name.as_str());
    OpenMatter {
        matter: Matter {
            section: Section::Findings,
            subject: Subject::Finding { key: finding.key.0 },
            title: format!("{}: {}", finding.kind.name().replace('_', " "), service),
            owner: None,
        },
        sight: Sight::Everybody,
        known: Snapshot::new(tracked.state.name(), tracked.found_at).figure("extent", Some(finding.extent)),
    }
}
