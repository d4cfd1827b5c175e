//! A matter on the agenda of a meeting: what it is about, whose it is, and what came of it.

use super::codes::*;
use super::{Sight, Snapshot};
use crate::access::Actor;
use crate::agreements::Section;
use crate::escalations;
use crate::kernel::{
    ActionId, ActionItemId, AgendaItemId, AgreementId, By, CaseId, CompanyId, DecisionId, DeviationId, EscalationId,
    LONGEST_STATEMENT, LONGEST_TITLE, MeetingId, PersonId, TaskId, Verdict, VoiceId, stated,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What a matter is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Subject {
    /// A deviation.
    Deviation {
        /// Which.
        id: DeviationId,
    },
    /// A corrective action.
    Action {
        /// Which.
        id: ActionId,
    },
    /// A company's task in a corrective action.
    Task {
        /// In which action.
        action: ActionId,
        /// Which.
        id: TaskId,
    },
    /// Something that an earlier meeting gave somebody to do.
    ActionItem {
        /// Which.
        id: ActionItemId,
    },
    /// A finding about boundaries.
    Finding {
        /// Its key, the same in every analysis.
        key: Uuid,
    },
    /// A dispute about a case.
    Dispute {
        /// The case.
        case: CaseId,
        /// The number of the event that raised it.
        number: i64,
    },
    /// A pause of a case that waits for a company's consent.
    Pause {
        /// The case.
        case: CaseId,
        /// The number of the event that began it.
        number: i64,
    },
    /// A corrective action that waits for consents.
    Consent {
        /// Which action.
        action: ActionId,
    },
    /// An escalation.
    Escalation {
        /// Which.
        id: EscalationId,
    },
    /// What a customer prefers or wants improved.
    Voice {
        /// Which.
        id: VoiceId,
    },
    /// A decision to be followed up.
    Decision {
        /// Which.
        id: DecisionId,
    },
    /// The health of a company's commitment.
    Health {
        /// Whose.
        company: CompanyId,
    },
    /// One of the six subjects of a kick-off.
    KickOff {
        /// Which.
        section: Section,
    },
    /// Anything else.
    Free,
}

impl Subject {
    /// By what two matters are known to be the same; none for what stands for itself.
    #[must_use]
    pub fn key(&self) -> Option<String> {
        Some(match self {
            Self::Deviation { id } => format!("deviation {id}"),
            Self::Action { id } => format!("action {id}"),
            Self::Task { action, id } => format!("task {action} {id}"),
            Self::ActionItem { id } => format!("action_item {id}"),
            Self::Finding { key } => format!("finding {key}"),
            Self::Dispute { case, number } => format!("dispute {case} {number}"),
            Self::Pause { case, number } => format!("pause {case} {number}"),
            Self::Consent { action } => format!("consent {action}"),
            Self::Escalation { id } => format!("escalation {id}"),
            Self::Voice { id } => format!("voice {id}"),
            Self::Decision { id } => format!("decision {id}"),
            Self::Health { company } => format!("health {company}"),
            Self::KickOff { section } => format!("kick_off {}", section.name()),
            Self::Free => return None,
        })
    }

    /// Whether it is about nothing but itself: what is brought up, and the subjects of a kick-off.
    #[must_use]
    pub const fn stands_alone(&self) -> bool {
        matches!(self, Self::KickOff { .. } | Self::Free)
    }
}

/// To whom a matter is put down. Who sees it has nothing to do with that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Owner {
    /// The company.
    pub company: CompanyId,
    /// The person, where one is named.
    pub person: Option<PersonId>,
}

/// What is brought before a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// The section of the agenda in which it stands.
    pub section: Section,
    /// What it is about.
    pub subject: Subject,
    /// What it is called.
    pub title: String,
    /// To whom it is put down.
    pub owner: Option<Owner>,
}

impl Matter {
    /// The matter with its title tidied.
    ///
    /// # Errors
    /// [`MEETING_STATEMENT`].
    pub fn checked(self) -> Verdict<Self> {
        Ok(Self { title: stated(MEETING_STATEMENT, &self.title, "title", LONGEST_TITLE)?, ..self })
    }
}

/// What came of a matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum AgendaOutcome {
    /// A decision was put to the group.
    Decided {
        /// Which.
        decision: DecisionId,
    },
    /// It was gone through; what was said is noted, also what was decided with another verb.
    Noted {
        /// What was said.
        text: String,
    },
    /// Another meeting takes it.
    Deferred {
        /// Which.
        to: MeetingId,
    },
    /// It goes up the escalation path.
    Escalated {
        /// Why.
        reason: String,
        /// The escalation, where it was raised before.
        escalation: Option<EscalationId>,
    },
    /// Nothing is done about it.
    Dropped {
        /// Why.
        reason: String,
    },
}

impl AgendaOutcome {
    /// The stable name: `decided`, `noted`, `deferred`, `escalated` or `dropped`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Decided { .. } => "decided",
            Self::Noted { .. } => "noted",
            Self::Deferred { .. } => "deferred",
            Self::Escalated { .. } => "escalated",
            Self::Dropped { .. } => "dropped",
        }
    }

    /// The outcome with its words tidied.
    fn checked(self) -> Verdict<Self> {
        let said = |text: &str, field| stated(MEETING_STATEMENT, text, field, LONGEST_STATEMENT);
        Ok(match self {
            Self::Noted { text } => Self::Noted { text: said(&text, "text")? },
            Self::Escalated { reason, escalation } => Self::Escalated { reason: said(&reason, "reason")?, escalation },
            Self::Dropped { reason } => Self::Dropped { reason: said(&reason, "reason")? },
            other => other,
        })
    }
}

/// A matter on the agenda of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its id.
    pub id: AgendaItemId,
    /// The agreement.
    pub agreement: AgreementId,
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is.
    pub matter: Matter,
    /// Who may see it, among those who see the meeting.
    #[serde(default, skip_serializing_if = "Sight::is_everybody")]
    pub sight: Sight,
    /// Who put it there; nobody where it was found to be open.
    pub added: Option<By>,
    /// Its place on the agenda: smaller comes first, equal ones by id.
    pub order: i32,
    /// What came of it.
    pub outcome: Option<AgendaOutcome>,
    /// Who said so; nobody where it was carried over by itself.
    pub settled: Option<By>,
    /// The matter of an earlier meeting that was deferred to this one.
    pub from: Option<AgendaItemId>,
    /// What was known of it when the meeting began.
    pub snapshot: Option<Snapshot>,
}

impl AgendaItem {
    /// Whether an actor who sees the meeting sees it.
    #[must_use]
    pub fn is_seen_by(&self, actor: &Actor) -> bool {
        self.sight.reaches(actor, self.agreement, &self.matter.subject)
    }

    /// Whether nothing has come of it yet.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.outcome.is_none()
    }

    /// Whether it is on the agenda because it is open elsewhere, and as long as it is: nobody put it there, no earlier
    /// meeting deferred it, and it does not stand alone.
    #[must_use]
    pub const fn follows(&self) -> bool {
        self.added.is_none() && self.from.is_none() && !self.matter.subject.stands_alone()
    }

    /// As what it goes up the escalation path: as the case or the action that it is about, so that whoever does not see that
    /// does not see the escalation, and else as itself.
    ///
    /// # Errors
    /// [`AGENDA_ITEM_SETTLED`]; [`AGENDA_CONCEALED`] for what whoever sees escalations may not see.
    pub fn escalates_as(&self) -> Verdict<escalations::Subject> {
        self.open()?;
        Ok(match self.matter.subject {
            Subject::Dispute { case, .. } | Subject::Pause { case, .. } => escalations::Subject::Case { case },
            Subject::Action { id: action } | Subject::Consent { action } => escalations::Subject::Action { action },
            Subject::Task { action, id: task } => escalations::Subject::Task { action, task },
            // it is each company's own
            Subject::Health { .. } => return Err(refused(AGENDA_CONCEALED)),
            _ if self.sight.is_concealed() => return Err(refused(AGENDA_CONCEALED)),
            _ => escalations::Subject::MeetingItem { meeting: self.meeting, item: self.id },
        })
    }

    /// The company that answers for it on the escalation path, where one does: the one whose it is where it comes from, and of
    /// what stands alone the one to which it was put down.
    #[must_use]
    pub fn answered_by(&self, source: Option<Owner>) -> Option<CompanyId> {
        let owner = if self.matter.subject.stands_alone() { self.matter.owner } else { source };
        owner.map(|owner| owner.company)
    }

    /// Gives it an outcome; nobody does so by name where it is carried over by itself.
    ///
    /// # Errors
    /// [`AGENDA_ITEM_SETTLED`]; words that say nothing.
    pub fn settle(self, outcome: AgendaOutcome, by: Option<By>) -> Verdict<Self> {
        self.open()?;
        Ok(Self { outcome: Some(outcome.checked()?), settled: by, ..self })
    }

    /// The same matter for another meeting.
    #[must_use]
    pub fn carried(&self, id: AgendaItemId, to: MeetingId, order: i32) -> Self {
        Self {
            id,
            meeting: to,
            order,
            outcome: None,
            settled: None,
            from: Some(self.id),
            snapshot: None,
            ..self.clone()
        }
    }

    /// Refuses to touch it once something has come of it.
    ///
    /// # Errors
    /// [`AGENDA_ITEM_SETTLED`].
    pub fn open(&self) -> Verdict<()> {
        if self.is_open() { Ok(()) } else { Err(refused(AGENDA_ITEM_SETTLED)) }
    }
}

#[cfg(test)]
#[path = "agenda_item_tests.rs"]
mod tests;
