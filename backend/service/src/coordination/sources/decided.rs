//! Decisions that wait for companies to speak or are to be followed up, and action items that are due.

use super::{Wanted, end_of};
use crate::{
    agreements::AgreementView,
    coordination::{
        knowing,
        store::{self, decisions::DecisionView, items::ActionItemView},
    },
    kernel::{Outcome, Tx},
};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Matter, OpenMatter, Owner, Sight, Snapshot, Subject},
    kernel::{ActionItemId, DecisionId},
};

pub(super) fn matters(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let (agreement, terms) = (view.agreement.id, &view.terms);
    match wanted {
        Wanted::Open { by, .. } => {
            let waiting = knowing::decisions_awaiting(tx, agreement)?;
            let today = terms.zone.date_of(tx.now());
            let followed = knowing::follow_ups(tx, agreement, today.max(*by))?;
            let items = knowing::items_open_by(tx, agreement, *by)?;
            let spoken = waiting.iter().map(|it| decision(terms, it, Section::Answers));
            let looked_at = followed.iter().map(|it| decision(terms, it, Section::FollowUp));
            Ok(spoken.chain(looked_at).chain(items.iter().map(|it| item(terms, it))).collect())
        }
        Wanted::These(subjects) => {
            let decided: Vec<DecisionId> = subjects.iter().filter_map(decision_of).collect();
            let asked: Vec<ActionItemId> = subjects.iter().filter_map(item_of).collect();
            let mut all = Vec::new();
            if !decided.is_empty() {
                let found = store::decisions::by_ids(tx, agreement, &decided)?;
                all.extend(found.iter().map(|it| decision(terms, it, Section::FollowUp)));
            }
            if !asked.is_empty() {
                let found = store::items::by_ids(tx, agreement, &asked)?;
                all.extend(found.iter().map(|it| item(terms, it)));
            }
            Ok(all)
        }
    }
}

fn decision_of(subject: &Subject) -> Option<DecisionId> {
    match subject {
        Subject::Decision { id } => Some(*id),
        _ => None,
    }
}

fn item_of(subject: &Subject) -> Option<ActionItemId> {
    match subject {
        Subject::ActionItem { id } => Some(*id),
        _ => None,
    }
}

fn decision(terms: &Terms, view: &DecisionView, section: Section) -> OpenMatter {
    let decision = &view.decision;
    let due = decision.motion.follow_up_on.filter(|_| section == Section::FollowUp);
    let voices = format!("{} of {}", decision.voices.len(), decision.motion.concerned.len());
    OpenMatter {
        matter: Matter {
            section,
            subject: Subject::Decision { id: decision.id },
            title: decision.motion.title.clone(),
            owner: Some(Owner { company: decision.proposed.company, person: Some(decision.proposed.person) }),
        },
        sight: Sight::Everybody,
        known: Snapshot::new(decision.state.name(), view.created_at)
            .due(due.map(|day| end_of(terms, day)))
            .figure("voices", Some(voices)),
    }
}

fn item(terms: &Terms, view: &ActionItemView) -> OpenMatter {
    let errand = &view.item.errand;
    OpenMatter {
        matter: Matter {
            section: Section::Actions,
            subject: Subject::ActionItem { id: view.item.id },
            title: errand.title.clone(),
            owner: Some(Owner { company: errand.company, person: errand.person }),
        },
        sight: Sight::Everybody,
        known: Snapshot::new(view.item.state.name(), view.created_at).due(Some(end_of(terms, errand.due_on))),
    }
}
