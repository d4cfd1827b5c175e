//! Companies whose commitment weakens: before their KPIs fall, or once they have.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    coordination::health::{self, CompanyHealth},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject, health::Standing},
};

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
    let open = found.iter().filter_map(|found| {
        let standing = Standing::of(&view.terms, found.company, found.on, &found.health);
        let is_wanted = match wanted {
            Wanted::Open { .. } => standing.is_open(),
            Wanted::These(subjects) => subjects.contains(&Subject::Health { company: found.company }),
        };
        is_wanted.then(|| matter(&view.terms, found, standing))
    });
    Ok(open.collect())
}

fn matter(terms: &Terms, found: &CompanyHealth, standing: Standing) -> OpenMatter {
    let weak: Vec<&str> = found.health.weak().map(|sign| sign.name()).collect();
    OpenMatter {
        matter: Matter {
            section: Section::Health,
            subject: Subject::Health { company: found.company },
            title: format!("Commitment of {}", super::code(terms, found.company)),
            owner: Some(Owner { company: found.company, person: None }),
        },
        sight: Sight::Own { companies: [found.company].into() },
        known: Snapshot::new(standing.name(), terms.zone.start_of(found.from))
            .figure("health", found.health.value())
            .figure("before", found.health.earlier())
            .figure("weak", (!weak.is_empty()).then(|| weak.join(", "))),
    }
}
