//! Deviations and corrective actions as an actor may see them.
//!
//! A deviation of a figure that every party may see is the whole agreement's. Any other belongs to the company whose
//! figure it is, or to nobody: then only those who see every company's figures see it. A corrective action is seen by
//! whoever sees its deviation, and by the companies that have a task in it.

use super::store::{self, deviations::DeviationView};
use crate::kernel::{Noun, Outcome, Tx};
use concordat_domain::{
    access::{Place, Verb},
    deviations::Action,
    kernel::{ActionId, AgreementId, CompanyId, DeviationId, Moment},
};

impl Noun for DeviationView {
    type Id = (AgreementId, DeviationId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        store::deviations::load(tx, agreement, id)
    }

    fn place(&self) -> Place {
        let owner = if self.disclosed { None } else { self.deviation.scope.company };
        Place { agreement: self.deviation.agreement, owner }
    }

    fn view(&self) -> Verb {
        if self.disclosed { Verb::DeviationView } else { Verb::DeviationViewConcealed }
    }
}

/// A corrective action, with what is known of it beside what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionView {
    /// The action.
    pub action: Action,
    /// The deviation that it answers. Not everybody who sees the action sees it.
    pub answers: DeviationView,
    /// When it was drafted.
    pub created_at: Moment,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
    /// Whether a company of the actor has a task in it.
    pub involved: bool,
}

impl ActionView {
    pub(super) fn of(tx: &Tx<'_>, stored: store::actions::Stored, answers: DeviationView) -> Self {
        let store::actions::Stored { action, created_at, revision } = stored;
        let mine = tx.actor().companies(action.agreement);
        let involved = action.tasks.iter().any(|task| mine.contains(&task.request.company));
        Self { action, answers, created_at, revision, involved }
    }
}

impl Noun for ActionView {
    type Id = (AgreementId, ActionId);

    fn load(tx: &mut Tx<'_>, (agreement, id): Self::Id) -> Outcome<Option<Self>> {
        let Some((stored, answers)) = store::actions::load(tx, agreement, id)? else { return Ok(None) };
        Ok(Some(Self::of(tx, stored, answers)))
    }

    fn place(&self) -> Place {
        if self.involved { Place::shared(self.action.agreement) } else { self.answers.place() }
    }

    fn view(&self) -> Verb {
        if self.involved || self.answers.disclosed { Verb::ActionView } else { Verb::DeviationViewConcealed }
    }
}

/// A company's own word in an agreement: its consent, its answer about a task.
pub(super) struct Voice {
    pub(super) agreement: AgreementId,
    pub(super) company: CompanyId,
}

impl Noun for Voice {
    type Id = (AgreementId, CompanyId);

    fn load(_: &mut Tx<'_>, (agreement, company): Self::Id) -> Outcome<Option<Self>> {
        Ok(Some(Self { agreement, company }))
    }

    fn place(&self) -> Place {
        Place::owned(self.agreement, self.company)
    }

    fn view(&self) -> Verb {
        Verb::ActionView
    }
}
