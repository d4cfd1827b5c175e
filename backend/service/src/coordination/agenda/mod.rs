//! The agenda of a meeting: who sees a matter, and what is kept of it as it was seen when the meeting began.

use super::{changing, store};
use crate::{
    agreements::AgreementView,
    deviations::{ActionView, DeviationView},
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    coordination::{AgendaItem, Meeting, Sight, Snapshot, Subject, codes},
    kernel::{AgreementId, CompanyId},
};

/// Freezes the agenda of a meeting that begins now.
pub(super) fn freeze(tx: &mut Tx<'_>, _view: &AgreementView, meeting: &Meeting) -> Outcome<()> {
    for view in store::agenda::of(tx, meeting.agreement, &[meeting.id])? {
        let snapshot = Snapshot::new("open", tx.now());
        let item = AgendaItem { snapshot: Some(snapshot), ..view.item };
        if !store::agenda::save(tx, &item, view.revision)? {
            return Err(changing::said(codes::AGENDA_ITEM_STALE));
        }
    }
    Ok(())
}

/// Who may see a matter that the actor brings up.
///
/// # Errors
/// Not found for what the actor does not see.
pub(super) fn sight_of(tx: &mut Tx<'_>, agreement: AgreementId, subject: &Subject) -> Outcome<Sight> {
    match subject {
        Subject::Deviation { id } => {
            let view = tx.permit::<DeviationView>(Verb::DeviationView, (agreement, *id))?;
            let company = view.deviation.scope.company;
            Ok(if view.disclosed { Sight::Everybody } else { Sight::Figures { company } })
        }
        Subject::Action { id } | Subject::Consent { action: id } | Subject::Task { action: id, .. } => {
            let view = tx.permit::<ActionView>(Verb::ActionView, (agreement, *id))?;
            Ok(match view.answers.disclosed {
                true => Sight::Everybody,
                false => Sight::Companies { companies: view.action.concerned() },
            })
        }
        Subject::ActionItem { .. } | Subject::Finding { .. } | Subject::Decision { .. } => Ok(Sight::Everybody),
        Subject::KickOff { .. } | Subject::Free => Ok(Sight::Everybody),
        _ => Ok(Sight::Companies { companies: tx.actor().companies(agreement).into_iter().collect() }),
    }
}

/// Whether the actor sees a matter, who sees the meeting.
pub(super) fn sees(tx: &Tx<'_>, agreement: AgreementId, sight: &Sight) -> bool {
    let actor = tx.actor();
    let any = |verb: Verb, companies: &[CompanyId]| {
        actor.may(verb, Place::shared(agreement))
            || companies.iter().any(|company| actor.may(verb, Place::owned(agreement, *company)))
    };
    match sight {
        Sight::Everybody => true,
        Sight::Figures { company } => any(Verb::DeviationViewConcealed, company.as_slice()),
        Sight::Case { companies } => any(Verb::CaseViewConcealed, &companies.iter().copied().collect::<Vec<_>>()),
        Sight::Companies { companies } => {
            let mine = actor.companies(agreement);
            mine.iter().any(|company| companies.contains(company))
                || actor.may(Verb::DeviationViewConcealed, Place::shared(agreement))
        }
    }
}
