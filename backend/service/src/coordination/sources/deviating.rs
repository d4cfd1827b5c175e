//! Deviations that are new, disputed, or wait for their proof.

use super::Wanted;
use crate::{
    agreements::AgreementView,
    deviations::{self, DeviationView},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    deviations::{Figures, ReviewVerdict, State},
    kernel::DeviationId,
};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let agreement = view.agreement.id;
    let found = match wanted {
        Wanted::Open { .. } => {
            let mut open = deviations::open_deviations(tx, agreement)?;
            open.retain(|it| waits(&it.deviation.state));
            open
        }
        Wanted::These(subjects) => {
            let id = |subject: &Subject| match subject {
                Subject::Deviation { id } => Some(*id),
                _ => None,
            };
            let ids: Vec<DeviationId> = subjects.iter().filter_map(id).collect();
            if ids.is_empty() { Vec::new() } else { deviations::these_deviations(tx, agreement, &ids)? }
        }
    };
    Ok(found.iter().map(|it| matter(&view.terms, it)).collect())
}

/// Whether the group has something to say: not while companies are at work on it, nor once it is waived.
fn waits(state: &State) -> bool {
    match state {
        State::Open | State::Verifying { .. } => true,
        State::Reviewed { review } => !matches!(review.verdict, ReviewVerdict::Waive { .. }),
        State::Acting { .. } | State::Closed { .. } => false,
    }
}

fn matter(terms: &Terms, view: &DeviationView) -> OpenMatter {
    let DeviationView { deviation, disclosed, raised_at, .. } = view;
    let kpi = terms.kpi(deviation.kpi);
    let whose = deviation.scope.company.map_or("together", |company| super::code(terms, company));
    let service = deviation.scope.service.and_then(|id| terms.service(id));
    let of = service.map_or_else(String::new, |service| format!(", {}", service.code));
    let name = kpi.map_or("?", |kpi| kpi.name.as_str());
    let title = format!("{name}, {whose}{of}, {}: {}", deviation.period, deviation.kind.name().replace('_', " "));
    let company = deviation.scope.company;
    OpenMatter {
        matter: Matter {
            section: Section::Deviations,
            subject: Subject::Deviation { id: deviation.id },
            title,
            owner: company.map(|company| Owner { company, person: None }),
        },
        sight: if *disclosed { Sight::Everybody } else { Sight::Figures { company } },
        known: figures(
            Snapshot::new(deviation.state.name(), *raised_at).figure("level", Some(deviation.level)),
            deviation.restated.as_ref().unwrap_or(&deviation.figures),
        ),
    }
}

fn figures(known: Snapshot, figures: &Figures) -> Snapshot {
    known
        .figure("value", figures.value)
        .figure("target", figures.target.as_ref().map(|target| target.value))
        .figure("good", figures.good)
        .figure("total", figures.total)
        .figure("measurements", Some(figures.count))
}
