//! Who is told of what: one table from the kinds of events to topics, recipients and words.
//!
//! The words name nobody. What a thing is called, and which company did something, is added for those only who may see it.

use super::{Language, Topic};
use crate::{
    access::{
        Role::{self, ContactAgent, Coordinator, Customer, Engineer, Signatory, Sme, Steward},
        Verb,
    },
    kernel::Kind,
};

/// Something that people are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The kind of event, by name.
    pub kind: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// Who is told: whoever holds one of these roles ...
    pub to: &'static [Role],
    /// ... for a company that the matter concerns, where it does not concern all of them.
    pub of: Of,
    /// What somebody must be permitted in the agreement to be told at all.
    pub gate: Verb,
    says: [&'static str; 2],
}

/// Whose people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// Every company's.
    All,
    /// Those of the companies that the matter concerns.
    Concerned,
    /// Those persons alone whose the matter is: who holds the level at which an escalation stands, or owns an action item;
    /// where it names nobody, those of the companies that it concerns.
    Named,
}

impl Notice {
    /// What happened, in words that name nobody.
    #[must_use]
    pub const fn says(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.says[0],
            Language::De => self.says[1],
        }
    }
}

/// What people are told of a kind of event; nothing of most.
#[must_use]
pub fn notice(kind: &Kind) -> Option<&'static Notice> {
    NOTICES.iter().find(|notice| notice.kind == kind.name())
}

macro_rules! notices {
    ($($topic:ident, $gate:ident { $($kind:literal, $of:ident, [$($role:ident),*], $en:literal, $de:literal;)* })*) => {
        /// Everything that people are told of.
        pub const NOTICES: &[Notice] = &[$($(Notice {
            kind: $kind,
            topic: Topic::$topic,
            to: &[$($role),*],
            of: Of::$of,
            gate: Verb::$gate,
            says: [$en, $de],
        },)*)*];
    };
}

notices! {
    Agreements, AgreementView {
        "agreement.proposed", All, [Signatory], "A version waits for signatures", "Eine Fassung wartet auf Unterschriften";
        "agreement.withdrawn", All, [Signatory], "A version was taken back", "Eine Fassung wurde zurückgezogen";
        "agreement.signed", All, [Steward], "A company has signed", "Eine Firma hat unterschrieben";
        "agreement.ended", All, [Signatory, Coordinator], "The agreement ends", "Die Vereinbarung endet";
    }
    Figures, DeviationView {
        "deviation.raised", Concerned, [Coordinator], "A promise is missed or at risk", "Eine Zusage ist verfehlt oder gefährdet";
        "deviation.reviewed", Concerned, [Coordinator], "A deviation was judged", "Eine Abweichung wurde beurteilt";
        "deviation.reopened", Concerned, [Coordinator], "A deviation is open again", "Eine Abweichung ist wieder offen";
        "deviation.escalated", Concerned, [Coordinator], "A deviation goes one level up", "Eine Abweichung geht eine Ebene höher";
    }
    Actions, ActionView {
        "action.proposed", Concerned, [Coordinator], "A corrective action waits for consent", "Eine Massnahme wartet auf Zustimmung";
        "action.objected", Concerned, [Coordinator], "A company objects to a corrective action", "Eine Firma lehnt eine Massnahme ab";
        "action.started", Concerned, [Coordinator], "A corrective action has started", "Eine Massnahme hat begonnen";
        "action.succeeded", Concerned, [Coordinator], "A corrective action has worked", "Eine Massnahme hat gewirkt";
        "action.failed", Concerned, [Coordinator], "A corrective action has not worked", "Eine Massnahme hat nicht gewirkt";
        "action.withdrawn", Concerned, [Coordinator], "A corrective action was withdrawn", "Eine Massnahme wurde zurückgezogen";
        "task.declined", Concerned, [Coordinator], "A task was declined", "Eine Aufgabe wurde abgelehnt";
        "task.overdue", Concerned, [Coordinator], "A task is overdue", "Eine Aufgabe ist überfällig";
    }
    Cases, CaseView {
        "case.due_soon", Concerned, [ContactAgent, Engineer], "A deadline of a case is near", "Eine Frist eines Falls rückt näher";
        "case.breached", Concerned, [ContactAgent, Engineer, Coordinator], "A deadline of a case has passed", "Eine Frist eines Falls ist verstrichen";
        "case.acceptance_overdue", Concerned, [ContactAgent, Engineer, Coordinator], "An offered case was not accepted in time", "Ein angebotener Fall wurde nicht rechtzeitig angenommen";
        "case.recovery_overdue", Concerned, [Coordinator], "A promised recovery is overdue", "Eine zugesagte Wiedergutmachung ist überfällig";
    }
    Boundaries, BoundaryView {
        "boundary.proposed", All, [Sme], "A service boundary waits for review", "Eine Leistungsgrenze wartet auf Prüfung";
        "boundary.objected", Concerned, [Sme], "An expert objects to a service boundary", "Eine Fachperson lehnt eine Leistungsgrenze ab";
        "boundary.approved", All, [Sme, Coordinator], "A service boundary is approved", "Eine Leistungsgrenze ist freigegeben";
        "finding.appeared", All, [Coordinator], "The boundaries leave something open", "Die Leistungsgrenzen lassen etwas offen";
        "finding.grew", All, [Coordinator], "What the boundaries leave open has grown", "Was die Leistungsgrenzen offen lassen, ist gewachsen";
    }
    Meetings, MeetingView {
        "meeting.missed", All, [Coordinator], "A meeting did not take place", "Ein Treffen hat nicht stattgefunden";
        "meeting.without_quorum", All, [Coordinator], "A meeting had no quorum", "Ein Treffen war nicht beschlussfähig";
        "minutes.proposed", All, [Coordinator], "Minutes wait for approval", "Ein Protokoll wartet auf Genehmigung";
        "minutes.approved", All, [Coordinator], "Minutes are approved", "Ein Protokoll ist genehmigt";
        "minutes.objected", All, [Coordinator], "A company objects to the minutes", "Eine Firma lehnt das Protokoll ab";
    }
    Decisions, MeetingView {
        "decision.proposed", All, [Coordinator], "A decision waits for consent", "Ein Beschluss wartet auf Zustimmung";
        "decision.adopted", All, [Coordinator], "A decision was adopted", "Ein Beschluss wurde gefasst";
        "decision.rejected", All, [Coordinator], "A decision was rejected", "Ein Beschluss wurde abgelehnt";
        "decision.follow_up", All, [Coordinator], "A decision is to be looked at again", "Ein Beschluss ist wieder anzusehen";
    }
    Items, ItemView {
        "item.assigned", Named, [Coordinator], "Somebody was given something to do", "Eine Pendenz wurde vergeben";
        "item.due_soon", Named, [Coordinator], "An action item is due soon", "Eine Pendenz ist bald fällig";
        "item.overdue", Named, [Coordinator], "An action item is overdue", "Eine Pendenz ist überfällig";
    }
    Escalations, EscalationView {
        "escalation.raised", Named, [Coordinator], "A matter was escalated", "Ein Anliegen wurde eskaliert";
        "escalation.climbed", Named, [Coordinator], "An escalation goes one level up", "Eine Eskalation geht eine Ebene höher";
        "escalation.repeated", Named, [Coordinator], "An escalation still waits at the highest level", "Eine Eskalation wartet weiter auf der höchsten Ebene";
        "escalation.answered", Concerned, [Coordinator], "An escalation was answered", "Eine Eskalation wurde beantwortet";
        "escalation.rejected", Named, [Coordinator], "The answer to an escalation was not accepted", "Die Antwort auf eine Eskalation wurde nicht angenommen";
    }
    Voices, VoiceView {
        "voice.recorded", All, [Coordinator], "A customer has said what they prefer or want improved", "Ein Kunde hat gesagt, was er vorzieht oder besser haben will";
        "voice.overdue", All, [Coordinator], "Nobody has answered a customer in time", "Niemand hat einem Kunden rechtzeitig geantwortet";
    }
    Voices, VoiceFollow {
        "voice.closed", Concerned, [Customer], "What you said was answered", "Auf das, was Sie gesagt haben, gibt es eine Antwort";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::{Reach, reach};
    use std::collections::BTreeSet;

    #[test]
    fn each_kind_stands_there_once_and_is_a_kind_of_the_house() {
        let kinds: BTreeSet<&str> = NOTICES.iter().map(|notice| notice.kind).collect();
        assert_eq!(kinds.len(), NOTICES.len());
        for kind in kinds {
            assert_eq!(notice(&Kind::stored(kind.to_owned())).map(|notice| notice.kind), Some(kind));
        }
        assert_eq!(notice(&Kind::new("case.opened")), None);
    }

    #[test]
    fn nobody_is_told_of_what_their_role_does_not_let_them_see() {
        for notice in NOTICES {
            for role in notice.to {
                assert_ne!(reach(Some(*role), notice.gate), Reach::None, "{} {role:?}", notice.kind);
            }
        }
    }

    #[test]
    fn customers_are_told_in_words_of_their_own_only() {
        let kinds = NOTICES.iter().filter(|notice| notice.to.contains(&Customer)).map(|notice| notice.kind);
        assert_eq!(kinds.collect::<Vec<_>>(), ["voice.closed"]);
    }

    #[test]
    fn words_fit_a_subject_in_both_languages() {
        for notice in NOTICES {
            for language in [Language::En, Language::De] {
                let words = notice.says(language);
                assert!((10..80).contains(&words.chars().count()) && !words.ends_with('.'), "{words}");
                assert!(!words.contains('ß'), "{words}");
            }
        }
    }
}
