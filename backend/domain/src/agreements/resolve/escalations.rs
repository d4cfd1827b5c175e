//! Escalation paths: levels that climb, somebody who answers at each, and one path for every matter.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, EscalationEntry, LevelEntry, TimesEntry, TriggerEntry, TriggerWord};
use crate::agreements::terms::{Company, EscalationLevel, EscalationPath, Holder, Person};
use crate::agreements::words::Trigger;
use crate::companies::CompanyKind;
use crate::kernel::{CompanyId, EscalationPathId};
use std::collections::BTreeMap;

/// The most levels of a path.
const MOST_LEVELS: usize = 10;

impl Resolver<'_> {
    pub(super) fn resolve_escalations(&mut self, companies: &[Company], people: &[Person]) -> Vec<EscalationPath> {
        let mut seen = BTreeMap::new();
        let mut taken: Vec<Option<CompanyId>> = Vec::new();
        let mut paths = Vec::new();
        for entry in &self.file.escalations {
            let path = format!("escalations.{}", shortened(&entry.code.value));
            let escalation = self.escalation(&path, entry, companies, people);
            let unknown = entry.customer.is_some() && escalation.customer.is_none();
            if taken.contains(&escalation.customer) && !unknown {
                let message = match &entry.customer {
                    Some(code) => format!("`{}` has a path already; keep one of them", shortened(&code.value)),
                    None => "two paths are for everybody; name the `customer` of one, or take it out".to_owned(),
                };
                let place = entry.customer.as_ref().map_or(entry.code.place, |code| code.place);
                self.problems.note(place, format!("{path}.customer"), message);
            }
            taken.extend((!unknown).then_some(escalation.customer));
            if self.new_name(&path, "escalation path", &entry.code, &mut seen, ()) {
                paths.push(escalation);
            }
        }
        if let (Some(first), true) = (self.file.escalations.first(), taken.iter().all(Option::is_some)) {
            let message = "every path is for one customer, so what concerns another or none could not climb; add one \
                           without `customer`";
            self.problems.note(first.code.place, "escalations", message);
        }
        paths.sort_by(|a, b| a.code.cmp(&b.code));
        paths
    }

    fn escalation(
        &mut self,
        path: &str,
        entry: &EscalationEntry,
        companies: &[Company],
        people: &[Person],
    ) -> EscalationPath {
        let code = self.code(path, &entry.code);
        let id = match self.known.previous.and_then(|terms| terms.escalation_path_named(&code)) {
            Some(known) => known.id,
            None => EscalationPathId((self.ids)()),
        };
        if entry.levels.is_empty() {
            let message = "a path has at least one level, or nobody would answer; add one under `levels`";
            self.problems.note(entry.code.place, format!("{path}.levels"), message);
        } else if let Some(level) = entry.levels.get(MOST_LEVELS) {
            let message = format!("a path has at most {MOST_LEVELS} levels; take some out");
            self.problems.note(level.name.place, format!("{path}.levels"), message);
        }
        let mut levels: Vec<EscalationLevel> = Vec::new();
        for (number, level) in entry.levels.iter().enumerate().take(MOST_LEVELS) {
            let path = format!("{path}.levels.{}", number + 1);
            let resolved = self.level(&path, level, people);
            if levels.last().is_some_and(|below| below.tier > resolved.tier) {
                let message = "a matter climbs, and this tier is below the one before it; put the levels in order";
                self.problems.note(level.tier.place, format!("{path}.tier"), message);
            }
            levels.push(resolved);
        }
        EscalationPath {
            id,
            code,
            name: self.text(&format!("{path}.name"), &entry.name),
            customer: entry.customer.as_ref().and_then(|it| self.customer(&format!("{path}.customer"), it, companies)),
            triggers: self.triggers(path, entry),
            levels,
        }
    }

    fn customer(&mut self, path: &str, code: &At<String>, companies: &[Company]) -> Option<CompanyId> {
        let id = self.company(path, code)?;
        if companies.iter().any(|it| it.id == id && it.kind == CompanyKind::Customer) {
            return Some(id);
        }
        let message = "this company is no customer; name one of kind `customer`, or leave the key out";
        self.problems.note(code.place, path, message);
        None
    }

    fn level(&mut self, path: &str, entry: &LevelEntry, people: &[Person]) -> EscalationLevel {
        let mut holders = Vec::new();
        for holder in &entry.holders {
            let path = format!("{path}.holders.{}", shortened(&holder.company.value));
            let company = self.company(&path, &holder.company);
            let person = self.person(&path, &holder.person, people);
            let (Some(company), Some(person)) = (company, person) else { continue };
            let holder_of = Holder { company, person: person.id };
            let message = if holders.contains(&holder_of) {
                "this person is given twice for the company; keep one of them"
            } else if !person.acts_for(company) {
                "this person neither works for this company nor holds a role for it; grant one under `people`"
            } else {
                holders.push(holder_of);
                continue;
            };
            self.problems.note(holder.person.place, path, message);
        }
        holders.sort_unstable();
        EscalationLevel {
            name: self.text(&format!("{path}.name"), &entry.name),
            tier: entry.tier.value,
            answer_within: self.length(&format!("{path}.answer_within"), &entry.answer_within, 1),
            calendar: entry.calendar.as_ref().map(|code| self.calendar(&format!("{path}.calendar"), code)),
            role: entry.role.value,
            management: entry.management.as_ref().map(|level| level.value),
            holders,
        }
    }

    fn triggers(&mut self, path: &str, entry: &EscalationEntry) -> Vec<Trigger> {
        let path = format!("{path}.triggers");
        if entry.triggers.is_empty() {
            let message = "nothing begins an escalation on this path; name what does, such as `raised`";
            self.problems.note(entry.code.place, &path, message);
        }
        let mut triggers: Vec<Trigger> = Vec::new();
        for given in &entry.triggers {
            let Some(trigger) = self.trigger(&path, given) else { continue };
            let same = |other: &Trigger| std::mem::discriminant(other) == std::mem::discriminant(&trigger);
            if triggers.iter().any(same) {
                self.problems.note(given.place, &path, "this is given twice; keep one of them");
            } else {
                triggers.push(trigger);
            }
        }
        triggers.sort_unstable();
        triggers
    }

    fn trigger(&mut self, path: &str, given: &At<TriggerEntry>) -> Option<Trigger> {
        let (word, times) = match &given.value {
            TriggerEntry::Word(word) => (*word, None),
            TriggerEntry::Times(TimesEntry { on, times }) => (on.value, times.as_ref()),
        };
        if let (Some(times), true) = (times, word != TriggerWord::Reopened) {
            self.problems.note(times.place, path, "only `reopened` counts how many times; leave `times` out");
            return None;
        }
        Some(match word {
            TriggerWord::NoResponse => Trigger::NoResponse,
            TriggerWord::NoResolution => Trigger::NoResolution,
            TriggerWord::RedFlag => Trigger::RedFlag,
            TriggerWord::ActionOverdue => Trigger::ActionOverdue,
            TriggerWord::HandOverUnaccepted => Trigger::HandOverUnaccepted,
            TriggerWord::VerificationFailed => Trigger::VerificationFailed,
            TriggerWord::Raised => Trigger::Raised,
            TriggerWord::AgendaItem => Trigger::AgendaItem,
            TriggerWord::Reopened => {
                let count = times.and_then(|times| times.value.0.parse::<u16>().ok()).filter(|times| *times > 0);
                let Some(times) = count else {
                    let place = times.map_or(given.place, |times| times.place);
                    let message = "say after how many times, at least 1: {on: reopened, times: 2}";
                    self.problems.note(place, path, message);
                    return None;
                };
                Trigger::Reopened { times }
            }
        })
    }
}
