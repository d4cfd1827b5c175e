//! Meetings, agendas, decisions and action items as an actor may see them: the members of the groups' companies see all
//! of them; action items belong to the company that does them, so that its people see theirs.

use super::store::{
    self, agenda::AgendaItemView, decisions::DecisionView, items::ActionItemView, meetings::MeetingView,
};
use crate::kernel::{Noun, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    kernel::{ActionItemId, AgendaItemId, AgreementId, By, CompanyId, DecisionId, MeetingId},
};

impl Noun for MeetingView {
    type Id = (AgreementId, MeetingId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::meetings::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::shared(self.meeting.agreement)
    }

    fn view(&self) -> Verb {
        Verb::MeetingView
    }
}

impl Noun for AgendaItemView {
    type Id = (AgreementId, AgendaItemId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        let found = store::agenda::load(tx, agreement, id)?;
        Ok(found.filter(|view| view.item.is_seen_by(tx.actor())))
    }

    fn place(&self) -> Place {
        Place::shared(self.item.agreement)
    }

    fn view(&self) -> Verb {
        Verb::MeetingView
    }
}

impl Noun for DecisionView {
    type Id = (AgreementId, DecisionId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::decisions::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::shared(self.decision.agreement)
    }

    fn view(&self) -> Verb {
        Verb::MeetingView
    }
}

impl Noun for ActionItemView {
    type Id = (AgreementId, ActionItemId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::items::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        Place::owned(self.item.agreement, self.item.errand.company)
    }

    fn view(&self) -> Verb {
        Verb::ItemView
    }
}

/// A company's own word in a group.
struct Word {
    agreement: AgreementId,
    company: CompanyId,
}

impl Noun for Word {
    type Id = (AgreementId, CompanyId);

    fn load(_: &mut Tx<'_>, (agreement, company): Self::Id) -> Outcome<Option<Self>> {
        Ok(Some(Self { agreement, company }))
    }

    fn place(&self) -> Place {
        Place::owned(self.agreement, self.company)
    }

    fn view(&self) -> Verb {
        Verb::MeetingView
    }
}

/// The actor, giving the word of a company: the one that is named, or the first of those that are asked for which the
/// actor can speak.
///
/// # Errors
/// Forbidden for whoever cannot speak for it.
pub(super) fn word_of(
    tx: &Tx<'_>,
    verb: Verb,
    agreement: AgreementId,
    company: Option<CompanyId>,
    asked: impl Fn(CompanyId) -> bool,
) -> Outcome<By> {
    let company = company.or_else(|| tx.speaks_for(verb, agreement).into_iter().find(|company| asked(*company)));
    if let Some(company) = company {
        tx.permit_loaded(verb, Word { agreement, company })?;
    }
    tx.speaking(verb, agreement, company)
}
