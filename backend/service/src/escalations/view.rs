//! Escalations as an actor may see them.
//!
//! What came to somebody they see. Of the rest an escalation about a case or a corrective action is
//! seen by whoever sees that. A customer sees those of their cases in the customer's words.

use super::store::{Stored, rows};
use crate::{
    cases, deviations,
    kernel::{Denial, No, Noun, Outcome, Permitted, Tx},
};
use concordat_domain::{
    access::{Place, Verb},
    escalations::Escalation,
    kernel::{AgreementId, CompanyId, EscalationId, Moment},
};
use std::collections::HashSet;
use uuid::Uuid;

/// An escalation, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EscalationView {
    /// The escalation.
    pub escalation: Escalation,
    /// When it was raised.
    pub raised_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
    /// A company of the actor that it concerns, or else the company concerned.
    pub owner: CompanyId,
}

impl EscalationView {
    pub(super) fn stored(self) -> Stored {
        Stored { escalation: self.escalation, raised_at: self.raised_at, revision: self.revision }
    }
}

impl Noun for EscalationView {
    type Id = (AgreementId, EscalationId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        let Some(stored) = rows::load(tx, agreement, id)? else { return Ok(None) };
        Ok(views(tx, agreement, vec![stored])?.pop())
    }

    fn place(&self) -> Place {
        Place::owned(self.escalation.agreement, self.owner)
    }

    fn view(&self) -> Verb {
        Verb::EscalationView
    }
}

/// Those of some escalations whose subjects the actor may know of, with three statements, however many they are.
pub(super) fn views(tx: &mut Tx<'_>, agreement: AgreementId, found: Vec<Stored>) -> Outcome<Vec<EscalationView>> {
    let handled: Vec<Uuid> = found.iter().filter_map(|it| Some(it.escalation.matter.subject.case()?.0)).collect();
    let planned: Vec<Uuid> = found.iter().filter_map(|it| Some(it.escalation.matter.subject.action()?.0)).collect();
    let mut hidden: HashSet<Uuid> = HashSet::new();
    if !handled.is_empty() {
        hidden.extend(cases::concealed(tx, agreement, &handled)?);
    }
    if !planned.is_empty() {
        hidden.extend(deviations::concealed(tx, agreement, &planned)?);
    }
    let (person, own) = (tx.actor().person(), tx.speaks_for(Verb::EscalationView, agreement));
    let view = |Stored { escalation, raised_at, revision }: Stored| {
        let (company, raiser) = (escalation.matter.company, escalation.raised);
        let came = person.is_some_and(|person| escalation.holders().contains(&person));
        let subject = escalation.matter.subject;
        let about = subject.case().map(|id| id.0).or(subject.action().map(|id| id.0));
        if !came && about.is_some_and(|id| hidden.contains(&id)) {
            return None;
        }
        let theirs = |of: &CompanyId| *of == company || raiser.is_some_and(|by| by.company == *of);
        let stands_for = own.iter().copied().find(|of| *of == company).or(own.iter().copied().find(theirs));
        let owner = stands_for.or(own.first().copied().filter(|_| came)).unwrap_or(company);
        Some(EscalationView { escalation, raised_at, revision, owner })
    };
    Ok(found.into_iter().filter_map(view).collect())
}

/// An escalation as the customer whose matter it is may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedEscalation {
    /// The escalation, of which the customer sees little.
    pub view: EscalationView,
    /// The customer.
    pub customer: CompanyId,
}

impl FollowedEscalation {
    /// An escalation that the customer whose matter it is may follow; none where there is none, or the actor may not
    /// follow what it is about.
    pub(super) fn of(tx: &mut Tx<'_>, stored: Stored) -> Outcome<Option<Self>> {
        let Stored { escalation, raised_at, revision } = stored;
        let (agreement, company) = (escalation.agreement, escalation.matter.company);
        let Some(customer) = escalation.matter.customer else { return Ok(None) };
        let own = escalation.raised.is_some_and(|by| by.company == customer);
        match escalation.matter.subject.case() {
            Some(case) => match cases::followed_case(tx, agreement, case) {
                Ok(_) => {}
                Err(No::Denied(Denial::NotFound | Denial::Forbidden)) => return Ok(None),
                Err(no) => return Err(no),
            },
            None if !own => return Ok(None),
            None => {}
        }
        let view = EscalationView { escalation, raised_at, revision, owner: company };
        Ok(Some(Self { view, customer }))
    }
}

impl Noun for FollowedEscalation {
    type Id = (AgreementId, EscalationId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        match rows::load(tx, agreement, id)? {
            Some(stored) => Self::of(tx, stored),
            None => Ok(None),
        }
    }

    fn place(&self) -> Place {
        Place::owned(self.view.escalation.agreement, self.customer)
    }

    fn view(&self) -> Verb {
        Verb::EscalationFollow
    }
}

impl From<Permitted<EscalationView>> for EscalationView {
    fn from(on: Permitted<EscalationView>) -> Self {
        on.into_inner()
    }
}

impl From<Permitted<FollowedEscalation>> for EscalationView {
    fn from(on: Permitted<FollowedEscalation>) -> Self {
        on.into_inner().view
    }
}
