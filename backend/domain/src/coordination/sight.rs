//! Who may see a matter, among those who see the meeting: what is guarded or concealed where it comes from stays so on an
//! agenda. Whose matter somebody says it is has no part in it.

use super::Subject;
use crate::access::{Actor, Place, Verb};
use crate::kernel::{AgreementId, CompanyId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Who may see a matter, among those who see the meeting: of those who may do the verb that guards its subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "seen_by", rename_all = "snake_case")]
pub enum Sight {
    /// Whoever may do so for all companies.
    #[default]
    Everybody,
    /// Whoever may do so for all companies, or for one of these, whose own it is.
    Own {
        /// They.
        companies: BTreeSet<CompanyId>,
    },
    /// Whoever sees undisclosed figures of this company; without a company, of everybody.
    Figures {
        /// Whose figures.
        company: Option<CompanyId>,
    },
    /// Whoever sees a case in which these companies took part.
    Case {
        /// They.
        companies: BTreeSet<CompanyId>,
    },
    /// Whoever acts for one of these companies, or sees what is theirs.
    Companies {
        /// They.
        companies: BTreeSet<CompanyId>,
    },
}

impl Subject {
    /// The verb that guards it, wherever it is read.
    #[must_use]
    pub const fn guard(&self) -> Verb {
        match self {
            Self::Deviation { .. } => Verb::DeviationView,
            Self::Action { .. } | Self::Task { .. } | Self::Consent { .. } => Verb::ActionView,
            Self::ActionItem { .. } => Verb::ItemView,
            Self::Finding { .. } => Verb::BoundaryView,
            Self::Dispute { .. } | Self::Pause { .. } => Verb::CaseView,
            Self::Escalation { .. } => Verb::EscalationView,
            Self::Voice { .. } => Verb::VoiceView,
            Self::Health { .. } => Verb::HealthView,
            Self::Decision { .. } | Self::KickOff { .. } | Self::Free => Verb::MeetingView,
        }
    }
}

impl Sight {
    /// Whether everybody who sees the meeting sees it.
    #[must_use]
    pub fn is_everybody(&self) -> bool {
        *self == Self::Everybody
    }

    /// Whether it is disclosed to some only of those who may see other things of its kind.
    #[must_use]
    pub const fn is_concealed(&self) -> bool {
        match self {
            Self::Everybody | Self::Own { .. } => false,
            Self::Figures { .. } | Self::Case { .. } | Self::Companies { .. } => true,
        }
    }

    /// Whether an actor who sees the meeting sees a matter about a subject.
    #[must_use]
    pub fn reaches(&self, actor: &Actor, agreement: AgreementId, subject: &Subject) -> bool {
        let for_all = |verb: Verb| actor.may(verb, Place::shared(agreement));
        let own = |verb: Verb| self.companies().any(|company| actor.may(verb, Place::owned(agreement, company)));
        let may = |verb: Verb| for_all(verb) || own(verb);
        let disclosed = match self {
            Self::Everybody | Self::Own { .. } => true,
            Self::Figures { .. } => may(Verb::DeviationViewConcealed),
            Self::Case { .. } => may(Verb::CaseViewConcealed),
            Self::Companies { companies } => {
                let acts = actor.companies(agreement).iter().any(|company| companies.contains(company));
                acts || for_all(Verb::DeviationViewConcealed)
            }
        };
        disclosed && may(subject.guard())
    }

    /// The companies whose it is where it comes from.
    fn companies(&self) -> impl Iterator<Item = CompanyId> {
        let (one, some) = match self {
            Self::Everybody => (None, None),
            Self::Figures { company } => (*company, None),
            Self::Own { companies } | Self::Case { companies } | Self::Companies { companies } => {
                (None, Some(companies))
            }
        };
        one.into_iter().chain(some.into_iter().flatten().copied())
    }
}

#[cfg(test)]
#[path = "sight_tests.rs"]
mod tests;
