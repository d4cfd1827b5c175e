//! Common ground: words, what alignment is assessed by, and how commitment health is weighed.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::terms::{Aspect, Health, SignWeight, Word};
use crate::agreements::words::WordKind;
use crate::kernel::Decimal;
use std::collections::BTreeMap;

/// The longest stretch that commitment health looks back upon, in days.
const MOST_DAYS: u16 = 366;

impl Resolver<'_> {
    pub(super) fn resolve_vocabulary(&mut self) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for entry in &self.file.vocabulary {
            let kind = match entry.kind.value {
                WordKind::Status => "status",
                WordKind::Severity => "severity",
                WordKind::Term => "term",
            };
            let path = format!("vocabulary.{kind} {}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let meaning = self.long_text(&format!("{path}.meaning"), &entry.meaning);
            if words.iter().any(|word| word.kind == entry.kind.value && word.code == code) {
                let message = format!("the {kind} `{}` is given twice; keep one of them", shortened(&code));
                self.problems.note(entry.code.place, path, message);
            } else {
                words.push(Word { code, kind: entry.kind.value, meaning });
            }
        }
        words.sort_by(|a, b| (a.kind, &a.code).cmp(&(b.kind, &b.code)));
        words
    }

    pub(super) fn resolve_alignment(&mut self) -> Vec<Aspect> {
        let mut seen = BTreeMap::new();
        let mut aspects = Vec::new();
        for entry in &self.file.alignment {
            let path = format!("alignment.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let question = self.long_text(&format!("{path}.question"), &entry.question);
            if self.new_name(&path, "aspect", &entry.code, &mut seen, ()) {
                aspects.push(Aspect { code, area: entry.area.value, question });
            }
        }
        aspects.sort_by(|a, b| a.code.cmp(&b.code));
        aspects
    }

    pub(super) fn resolve_health(&mut self) -> Option<Health> {
        let entry = self.file.health.as_ref()?;
        let days = entry.days.value.0.parse::<u16>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        if days.is_none() {
            let message = format!("write a number of days from 1 to {MOST_DAYS}");
            self.problems.note(entry.days.place, "health.days", message);
        }
        if entry.weights.is_empty() {
            let message = "nothing is weighed, so there is no health to tell; name at least one sign";
            self.problems.note(entry.days.place, "health.weights", message);
        }
        let mut weights: Vec<SignWeight> = Vec::new();
        for given in &entry.weights {
            let sign = given.sign.value;
            let weight = self.number("health.weights", &given.weight);
            if weight.is_some_and(|weight| weight <= Decimal::ZERO) {
                self.problems.note(
                    given.weight.place,
                    "health.weights",
                    "a sign weighs above 0; leave it out otherwise",
                );
            }
            if weights.iter().any(|other| other.sign == sign) {
                self.problems.note(given.sign.place, "health.weights", "this sign is given twice; keep one of them");
            }
            weights.extend(weight.map(|weight| SignWeight { sign, weight }));
        }
        weights.sort_unstable_by_key(|it| it.sign);
        Some(Health { days: days.unwrap_or(1), weights })
    }
}
