//! Escalations under way.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    cases, escalations,
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::Section,
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    escalations::Escalation,
    kernel::{EscalationId, Moment},
};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let agreement = view.agreement.id;
    let found = match wanted {
        Wanted::Open { .. } => escalations::open(tx, agreement)?,
        Wanted::These(subjects) => {
            let id = |subject: &Subject| match subject {
                Subject::Escalation { id } => Some(*id),
                _ => None,
            };
            let ids: Vec<EscalationId> = subjects.iter().filter_map(id).collect();
            if ids.is_empty() { Vec::new() } else { escalations::these(tx, agreement, &ids)? }
        }
    };
    let disclosed = cases::disclosed(&view.terms);
    Ok(found.iter().map(|it| matter(&it.escalation, it.raised_at, disclosed)).collect())
}

fn matter(escalation: &Escalation, raised_at: Moment, disclosed: bool) -> OpenMatter {
    let matter = &escalation.matter;
    OpenMatter {
        matter: Matter {
            section: Section::Escalations,
            subject: Subject::Escalation { id: escalation.id },
            title: matter.title.clone(),
            owner: Some(Owner { company: matter.company, person: None }),
        },
        sight: sight(escalation, disclosed),
        known: Snapshot::new(escalation.state.name(), raised_at)
            .due(escalation.deadline())
            .figure("level", Some(escalation.level() + 1)),
    }
}

/// What is about a concealed case or about a plan is told to the company concerned and to whoever raised it.
fn sight(escalation: &Escalation, disclosed: bool) -> Sight {
    let subject = escalation.matter.subject;
    let concealed = subject.case().is_some_and(|_| !disclosed) || subject.action().is_some();
    match concealed {
        false => Sight::Everybody,
        true => {
            let raiser = escalation.raised.map(|by| by.company);
            Sight::Companies { companies: raiser.into_iter().chain([escalation.matter.company]).collect() }
        }
    }
}
