//! Companies whose commitment weakens: before their KPIs fall, or once they have.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    coordination::health::{self, CompanyHealth},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject, health::misses_target},
};

/// What is said of a company whose health misses its target; of others the warning that it gives.
const MISSED: &str = "missed";
/// What is said of a company about which there is nothing to warn.
const GOOD: &str = "good";

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let is_wanted = match wanted {
        Wanted::Open { sections, .. } => sections.contains(&Section::Health),
        Wanted::These(subjects) => subjects.iter().any(|subject| matches!(subject, Subject::Health { .. })),
    };
    if !is_wanted {
        return Ok(Vec::new());
    }
    let today = view.terms.zone.date_of(tx.now());
    let found = health::on_days(tx, view, &[today])?;
    let open = found.iter().filter_map(|found| match wanted {
        Wanted::Open { .. } => Some(matter(&view.terms, found, state(&view.terms, found)?)),
        Wanted::These(subjects) => {
            let asked = subjects.contains(&Subject::Health { company: found.company });
            asked.then(|| matter(&view.terms, found, state(&view.terms, found).unwrap_or(GOOD)))
        }
    });
    Ok(open.collect())
}

/// Why it comes before the group; nothing where there is no reason to.
fn state(terms: &Terms, found: &CompanyHealth) -> Option<&'static str> {
    let missed = found.health.value().is_some_and(|value| misses_target(terms, found.company, found.on, value));
    if missed { Some(MISSED) } else { found.health.warning().map(|warning| warning.name()) }
}

fn matter(terms: &Terms, found: &CompanyHealth, state: &str) -> OpenMatter {
    let weak: Vec<&str> = found.health.weak().map(|sign| sign.name()).collect();
    OpenMatter {
        matter: Matter {
            section: Section::Health,
            subject: Subject::Health { company: found.company },
            title: format!("Commitment of {}", super::code(terms, found.company)),
            owner: Some(Owner { company: found.company, person: None }),
        },
        // of the meeting's people, those who see the company's health
        sight: Sight::Everybody,
        known: Snapshot::new(state, terms.zone.start_of(found.from))
            .figure("health", found.health.value())
            .figure("before", found.health.earlier())
            .figure("weak", (!weak.is_empty()).then(|| weak.join(", "))),
    }
}
