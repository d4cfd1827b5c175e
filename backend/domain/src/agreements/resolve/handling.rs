//! How cases are handled: priorities, packages, stages, reasons to pause.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, CasesEntry, Length, NamedEntry, PauseReasonEntry};
use crate::agreements::terms::{Claimed, Commitment, Handling, Named, Party, PauseReason, Service, Stage};
use crate::kernel::Span;
use std::collections::BTreeMap;

/// How long attributions can be disputed, unless the file says otherwise: 14 days.
const DISPUTE_WINDOW: Span = Span::from_seconds(14 * 86_400);
/// How long a recovery may take, unless the file says otherwise: 7 days.
const RECOVERY: Span = Span::from_seconds(7 * 86_400);
/// The word for the customer, against whom a pause is claimed.
const CUSTOMER: &str = "customer";
/// The word for somebody outside the agreement.
const OUTSIDER: &str = "outsider";

impl Resolver<'_> {
    pub(super) fn resolve_handling(
        &mut self,
        parties: &[Party],
        commitments: &[Commitment],
        services: &[Service],
    ) -> Option<Handling> {
        let entry = self.file.cases.as_ref()?;
        if entry.priorities.is_empty() {
            let message = "a case has a priority, so there has to be one; add at least one, the most urgent first";
            self.problems.note(entry.calendar.place, "cases.priorities", message);
        }
        let calendar = self.calendar("cases.calendar", &entry.calendar);
        let priorities = self.named_list("cases.priorities", "priority", &entry.priorities);
        let mut packages = self.named_list("cases.packages", "package", &entry.packages);
        packages.sort_by(|a, b| a.code.cmp(&b.code));
        Some(Handling {
            clocks: self.resolve_clocks(entry, parties, commitments, services),
            calendar,
            priorities,
            packages,
            stages: self.stages(entry),
            pause_reasons: self.pause_reasons(entry, parties),
            dispute_window: self.length_or("cases.dispute_window", entry.dispute_window.as_ref(), DISPUTE_WINDOW),
            recovery: self.length_or("cases.recovery", entry.recovery.as_ref(), RECOVERY),
            disclosure: entry.disclosure.as_ref().map(|it| it.value).unwrap_or_default(),
            customer_sees_companies: entry.customer_sees_companies.as_ref().is_some_and(|it| it.value),
        })
    }

    fn length_or(&mut self, path: &str, length: Option<&At<Length>>, otherwise: Span) -> Span {
        length.map_or(otherwise, |length| self.length(path, length, 1))
    }

    fn named_list(&mut self, list: &str, noun: &str, entries: &[NamedEntry]) -> Vec<Named> {
        let mut seen = BTreeMap::new();
        let mut named = Vec::new();
        for entry in entries {
            let path = format!("{list}.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            if self.new_name(&path, noun, &entry.code, &mut seen, ()) {
                named.push(Named { code, name });
            }
        }
        named
    }

    fn stages(&mut self, cases: &CasesEntry) -> Vec<Stage> {
        let mut seen = BTreeMap::new();
        let mut stages = Vec::new();
        for entry in &cases.stages {
            let path = format!("cases.stages.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            if self.new_name(&path, "stage", &entry.code, &mut seen, ()) {
                stages.push(Stage { code, name, phase: entry.phase.value });
            }
        }
        stages
    }

    fn pause_reasons(&mut self, cases: &CasesEntry, parties: &[Party]) -> Vec<PauseReason> {
        let mut seen = BTreeMap::new();
        let mut reasons = Vec::new();
        for entry in &cases.pause_reasons {
            let path = format!("cases.pause_reasons.{}", shortened(&entry.code.value));
            let reason = self.pause_reason(&path, entry, parties);
            if self.new_name(&path, "reason to pause", &entry.code, &mut seen, ()) {
                reasons.push(reason);
            }
        }
        reasons.sort_by(|a, b| a.code.cmp(&b.code));
        reasons
    }

    fn pause_reason(&mut self, path: &str, entry: &PauseReasonEntry, parties: &[Party]) -> PauseReason {
        let code = self.code(path, &entry.code);
        let name = self.text(&format!("{path}.name"), &entry.name);
        let against = self.claimed(&format!("{path}.against"), &entry.against, parties);
        let consent = entry.consent.as_ref().filter(|consent| consent.value);
        if let (Claimed::Outsider, Some(consent)) = (against, consent) {
            let message = "somebody outside the agreement cannot consent in it; leave the key out";
            self.problems.note(consent.place, format!("{path}.consent"), message);
        }
        let cap = entry.cap.as_ref().map(|cap| self.length(&format!("{path}.cap"), cap, 1));
        PauseReason { code, name, against, cap, consent: consent.is_some() }
    }

    /// Against whom time is claimed: one of the two words, or a party.
    fn claimed(&mut self, path: &str, against: &At<String>, parties: &[Party]) -> Claimed {
        match against.value.as_str() {
            CUSTOMER => Claimed::Customer,
            OUTSIDER => Claimed::Outsider,
            code if self.companies.contains_key(code) => {
                Claimed::Company(self.party_or_placeholder(path, against, parties, "cannot answer for a pause in it"))
            }
            _ => {
                let words: Vec<&str> = self.companies.keys().copied().chain([CUSTOMER, OUTSIDER]).collect();
                self.dangling(path, against, "company", "companies", &words);
                Claimed::Outsider
            }
        }
    }
}
