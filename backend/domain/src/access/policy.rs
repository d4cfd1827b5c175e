//! The policy: verb × role, as one table. Printed to `schema/permissions.txt`.

use super::{Role, Verb};

/// How far a role reaches with a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    None,
    /// To what belongs to the company that the role is held for.
    Own,
    /// To everything of the agreement that the role is held in.
    Shared,
}

/// The columns: operator, then [`Role::ALL`]. `-` none, `o` own, `S` shared.
const TABLE: &[(Verb, &str)] = &[
    //                             op st si co sm ca en an cu au
    (Verb::InstanceOperate, "       S  -  -  -  -  -  -  -  -  -"),
    (Verb::CompanyView, "           S  S  S  S  S  S  S  S  S  S"),
    (Verb::PersonView, "            S  S  S  S  S  S  S  S  o  S"),
    (Verb::PersonContact, "         S  S  o  o  o  o  o  o  o  S"),
    (Verb::GrantView, "             S  S  o  o  o  o  o  o  o  S"),
    (Verb::TokenView, "             S  o  o  o  o  o  o  o  o  o"),
    (Verb::TokenKeep, "             S  o  o  o  o  o  o  o  o  o"),
    (Verb::AgreementView, "         S  S  S  S  S  S  S  S  S  S"),
    (Verb::AgreementApply, "        S  S  -  -  -  -  -  -  -  -"),
    (Verb::AgreementPropose, "      -  S  -  -  -  -  -  -  -  -"),
    (Verb::AgreementSign, "         -  -  o  -  -  -  -  -  -  -"),
    (Verb::AgreementExport, "       S  S  S  -  -  -  -  -  -  S"),
    (Verb::MeasurementView, "       -  S  o  o  -  -  -  o  -  S"),
    (Verb::MeasurementRecord, "     -  S  -  -  -  -  -  o  -  -"),
    (Verb::ScorecardView, "         -  S  S  S  S  S  S  S  S  S"),
    (Verb::DeviationView, "         -  S  S  S  S  S  S  S  S  S"),
    (Verb::DeviationViewConcealed, "-  S  o  o  o  -  -  o  -  S"),
    (Verb::PeriodAssess, "          -  S  -  S  -  -  -  -  -  -"),
    (Verb::DeviationReview, "       -  -  -  S  -  -  -  -  -  -"),
    (Verb::ActionView, "            -  S  S  S  S  S  S  S  -  S"),
    (Verb::ActionPlan, "            -  -  -  S  -  -  -  -  -  -"),
    (Verb::ActionConsent, "         -  -  -  o  -  -  -  -  -  -"),
    (Verb::TaskAccept, "            -  -  -  o  -  -  -  -  -  -"),
    (Verb::TaskComplete, "          -  -  -  o  o  -  o  -  -  -"),
    (Verb::CaseView, "              -  S  -  S  S  S  S  S  -  S"),
    (Verb::CaseViewConcealed, "     -  S  -  o  o  o  o  o  -  S"),
    (Verb::CaseFollow, "            -  S  -  S  -  S  -  -  o  S"),
    (Verb::CaseFollowConcealed, "   -  S  -  o  -  o  -  -  o  S"),
    (Verb::CaseOpen, "              -  -  -  -  -  o  -  -  -  -"),
    (Verb::CaseHandle, "            -  -  -  -  -  o  o  -  -  -"),
    (Verb::CaseAnswer, "            -  -  -  o  -  -  -  -  -  -"),
    (Verb::CaseDecide, "            -  -  -  S  -  -  -  -  -  -"),
    (Verb::CaseRate, "              -  -  -  -  -  -  -  -  o  -"),
    (Verb::CaseImport, "            -  S  -  -  -  -  -  -  -  -"),
    (Verb::CaseReplay, "            -  S  -  S  -  -  -  -  -  S"),
    (Verb::BoundaryView, "          -  S  S  S  S  S  S  S  -  S"),
    (Verb::BoundaryDraw, "          -  -  -  -  o  -  -  -  -  -"),
    (Verb::BoundaryReview, "        -  -  -  -  o  -  -  -  -  -"),
    (Verb::FindingAccept, "         -  -  -  S  -  -  -  -  -  -"),
    (Verb::TrainingView, "          -  S  o  o  o  o  o  o  -  S"),
    (Verb::TrainingKeep, "          -  -  -  -  o  -  -  -  -  -"),
    (Verb::TrainingWaive, "         -  -  -  o  -  -  -  -  -  -"),
    (Verb::EscalationView, "        -  S  S  S  o  o  o  -  -  S"),
    (Verb::EscalationFollow, "      -  S  -  S  -  S  -  -  o  S"),
    (Verb::EscalationRaise, "       -  o  o  o  o  o  o  -  o  -"),
    (Verb::EscalationAnswer, "      -  o  o  o  o  o  o  -  -  -"),
    (Verb::VoiceView, "             -  S  S  S  S  S  -  S  -  S"),
    (Verb::VoiceFollow, "           -  S  -  S  -  S  -  -  o  S"),
    (Verb::VoiceRecord, "           -  -  -  -  -  o  -  -  -  -"),
    (Verb::VoiceAnswer, "           -  -  -  o  -  -  -  -  -  -"),
    (Verb::MeetingView, "           -  S  S  S  S  -  -  S  -  S"),
    (Verb::MeetingArrange, "        -  S  -  S  -  -  -  -  -  -"),
    (Verb::MeetingHold, "           -  S  -  S  -  -  -  -  -  -"),
    (Verb::AgendaKeep, "            -  S  -  S  S  -  -  -  -  -"),
    (Verb::DecisionPropose, "       -  S  -  S  -  -  -  -  -  -"),
    (Verb::DecisionConsent, "       -  -  -  o  -  -  -  -  -  -"),
    (Verb::ItemView, "              -  S  S  S  S  o  o  S  -  S"),
    (Verb::ItemAssign, "            -  S  -  S  -  -  -  -  -  -"),
    (Verb::ItemDo, "                -  o  o  o  o  o  o  -  -  -"),
    (Verb::HealthView, "            -  S  o  S  -  -  -  o  -  S"),
    (Verb::AlignmentView, "         -  S  o  S  -  -  -  -  -  S"),
    (Verb::AlignmentAssess, "       -  -  -  S  -  -  -  -  -  -"),
    (Verb::VocabularyView, "        -  S  S  S  S  S  S  S  -  S"),
    (Verb::VocabularyKeep, "        -  -  -  o  o  -  -  -  -  -"),
    (Verb::InboxView, "             S  o  o  o  o  o  o  o  o  o"),
    (Verb::InboxKeep, "             S  o  o  o  o  o  o  o  o  o"),
    (Verb::MailView, "              S  S  -  -  -  -  -  -  -  -"),
    (Verb::MailKeep, "              S  S  -  -  -  -  -  -  -  -"),
    (Verb::WebhookView, "           -  o  -  o  -  -  -  -  -  -"),
    (Verb::WebhookKeep, "           -  -  -  o  -  -  -  -  -  -"),
    (Verb::EventView, "             -  S  -  S  -  -  -  -  -  S"),
];

/// How far `role` (`None`: the operator of the instance) reaches with `verb`.
#[must_use]
pub fn reach(role: Option<Role>, verb: Verb) -> Reach {
    let column = role.map_or(0, |role| 1 + Role::ALL.iter().position(|known| *known == role).unwrap_or(0));
    let cell = TABLE
        .iter()
        .find(|(of, _)| *of == verb)
        .and_then(|(_, cells)| cells.bytes().filter(|byte| *byte != b' ').nth(column));
    match cell {
        Some(b'S') => Reach::Shared,
        Some(b'o') => Reach::Own,
        _ => Reach::None,
    }
}

/// The table as text, one verb a line.
#[must_use]
pub fn print() -> String {
    use std::fmt::Write as _;
    let columns: Vec<&str> = std::iter::once("operator").chain(Role::ALL.iter().map(|role| role.name())).collect();
    let mut text = format!("{:<26}", "verb");
    for column in &columns {
        let _ = write!(text, " {column:<13}");
    }
    text = format!("{}\n", text.trim_end());
    for verb in Verb::ALL {
        let mut line = format!("{:<26}", verb.name());
        for role in std::iter::once(None).chain(Role::ALL.map(Some)) {
            let cell = match reach(role, *verb) {
                Reach::None => "-",
                Reach::Own => "own",
                Reach::Shared => "shared",
            };
            let _ = write!(line, " {cell:<13}");
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_exactly_one_full_row() {
        for verb in Verb::ALL {
            let rows: Vec<_> = TABLE.iter().filter(|(of, _)| of == verb).collect();
            assert_eq!(rows.len(), 1, "{}", verb.name());
            assert_eq!(rows[0].1.split_whitespace().count(), 1 + Role::ALL.len(), "{}", verb.name());
        }
        assert_eq!(TABLE.len(), Verb::ALL.len());
    }

    #[test]
    fn nobody_signs_or_consents_for_another_company() {
        for verb in [Verb::AgreementSign, Verb::ActionConsent, Verb::TaskAccept, Verb::CaseHandle, Verb::CaseAnswer] {
            for role in std::iter::once(None).chain(Role::ALL.map(Some)) {
                assert_ne!(reach(role, verb), Reach::Shared, "{} by {role:?}", verb.name());
            }
        }
    }
}
