//! How the log of one case grows by rows of an import.

use super::reading::{Line, Read};
use crate::{cases::store::events::Logged, kernel::feed::Reject};
use concordat_domain::{
    cases::{
        Case, CaseEvent, Oddity, Rulebooks, codes as case_codes,
        log::{Before, Entry, Step, codes},
    },
    kernel::{CaseId, Moment, Refusal, Refusals},
};
use std::collections::{HashMap, HashSet};

/// A case while rows come to it.
pub(super) struct Growing<'a> {
    source: &'a str,
    latest: Moment,
    /// Its log, that of before and what is new.
    log: Vec<Logged>,
    /// How much of the log is of before.
    known: usize,
    /// The line of each new event.
    lines: Vec<u64>,
    /// What was not taken.
    pub(super) rejects: Vec<Reject>,
    /// Rows that were known.
    pub(super) unchanged: u64,
    /// The last row that said something new.
    pub(super) last: Option<(&'a Step, u64)>,
}

/// A case that has grown.
pub(super) struct Grew {
    /// The case.
    pub(super) case: Case,
    /// What is new in its log.
    pub(super) added: Vec<Logged>,
    /// Rows that said something new.
    pub(super) recorded: u64,
}

impl<'a> Growing<'a> {
    /// A case with the log of before; `latest` is the last moment that a row can be of.
    pub(super) fn new(source: &'a str, log: Vec<Logged>, latest: Moment) -> Self {
        let known = log.len();
        Self { source, latest, log, known, lines: Vec::new(), rejects: Vec::new(), unchanged: 0, last: None }
    }

    /// Takes rows of the case.
    pub(super) fn take(&mut self, rows: &[&'a Line]) {
        let mut steps: Vec<(&'a Step, u64)> = Vec::new();
        let mut entries: Vec<(&'a Entry, u64)> = Vec::new();
        for row in rows {
            match &row.read {
                Read::Step(step) => steps.push((step, row.number)),
                Read::Entry(entry) => entries.push((entry.as_ref(), row.number)),
            }
        }
        self.entries(&entries);
        steps.sort_by_key(|(step, line)| (step.at, step.order, *line));
        self.steps(&steps);
    }

    fn entries(&mut self, entries: &[(&'a Entry, u64)]) {
        let mut known: HashMap<String, (Moment, &'static str)> = HashMap::new();
        if !entries.is_empty() {
            known.extend(self.keyed().map(|(key, event)| (key.to_owned(), (event.at, event.what.name()))));
        }
        for (entry, line) in entries {
            let said = (entry.at, entry.what.name());
            match known.get(&entry.source_key) {
                Some(before) if *before == said => self.unchanged += 1,
                Some(_) => {
                    let message = format!("another event has the key {} already", entry.source_key);
                    self.reject(*line, codes::CASE_LOG_CHANGED.refuse_field("source_key", message).into());
                }
                None if self.lies_ahead(entry.at, *line) => {}
                None => {
                    known.insert(entry.source_key.clone(), said);
                    self.add((*entry).clone(), *line);
                }
            }
        }
    }

    fn steps(&mut self, steps: &[(&'a Step, u64)]) {
        if steps.is_empty() {
            return;
        }
        let mut keys: HashSet<String> = self.keyed().map(|(key, _)| row_of(key).to_owned()).collect();
        let mut before = self.before();
        for (step, line) in steps {
            if keys.contains(&step.key) {
                self.unchanged += 1;
                continue;
            }
            if self.lies_ahead(step.at, *line) {
                continue;
            }
            match step.events(&mut before) {
                Err(why) => self.reject(*line, why),
                Ok(entries) => {
                    keys.insert(step.key.clone());
                    entries.into_iter().for_each(|entry| self.add(entry, *line));
                    self.last = Some((step, *line));
                }
            }
        }
    }

    /// The events of the log that came from the same source, by their keys.
    fn keyed(&self) -> impl Iterator<Item = (&str, &CaseEvent)> {
        let own = self.log.iter().filter(|logged| logged.event.source.as_deref() == Some(self.source));
        own.filter_map(|logged| logged.source_key.as_deref().map(|key| (key, &logged.event)))
    }

    fn before(&self) -> Before {
        let mut events: Vec<&CaseEvent> = self.log.iter().map(|logged| &logged.event).collect();
        events.sort_by_key(|event| (event.at, event.what.rank(), event.number));
        Before::of(events.into_iter().map(|event| (event.at, &event.what)))
    }

    fn lies_ahead(&mut self, at: Moment, line: u64) -> bool {
        let ahead = at > self.latest;
        if ahead {
            let message = format!("{at} has not come yet; check the time and its zone");
            self.reject(line, codes::CASE_LOG_FUTURE.refuse_field("at", message).into());
        }
        ahead
    }

    fn reject(&mut self, line: u64, why: Refusals) {
        self.rejects.push(Reject { line, refusals: why.0 });
    }

    fn add(&mut self, entry: Entry, line: u64) {
        let Entry { at, what, person, company, source_key, .. } = entry;
        let number = number(self.log.len());
        let event = CaseEvent { at, number, what, person, company, source: Some(self.source.to_owned()) };
        self.log.push(Logged { event, source_key: Some(source_key) });
        self.lines.push(line);
    }

    /// The case that comes of it, if anything does: an event that does not apply is told by its line and left out.
    pub(super) fn grow(&mut self, id: CaseId, rules: &Rulebooks) -> Option<Grew> {
        if self.lines.is_empty() {
            return None;
        }
        let mut replayed = Case::replay(id, &self.events(), rules);
        let odd = |oddity: &Oddity| usize::try_from(oddity.number).is_ok_and(|number| number > self.known);
        if replayed.case.is_none() || replayed.oddities.iter().any(odd) {
            let oddities = std::mem::take(&mut replayed.oddities);
            self.leave_out(&oddities, replayed.case.is_some());
            replayed = Case::replay(id, &self.events(), rules);
        }
        let mut lines = self.lines.clone();
        lines.sort_unstable();
        lines.dedup();
        let case = replayed.case.filter(|_| !lines.is_empty())?;
        Some(Grew { case, added: self.log.split_off(self.known), recorded: lines.len() as u64 })
    }

    fn events(&self) -> Vec<CaseEvent> {
        self.log.iter().map(|logged| logged.event.clone()).collect()
    }

    /// Leaves out what does not apply; everything, where nothing opens the case.
    fn leave_out(&mut self, oddities: &[Oddity], opened: bool) {
        let mut why: HashMap<i64, &Oddity> = oddities.iter().map(|oddity| (oddity.number, oddity)).collect();
        let (added, lines) = (self.log.split_off(self.known), std::mem::take(&mut self.lines));
        for (mut logged, line) in added.into_iter().zip(lines) {
            let refusal = why.remove(&logged.event.number).map(|oddity| Refusal {
                code: oddity.code.clone(),
                field: Some("event".to_owned()),
                message: format!("{}: {}", logged.event.what.name(), oddity.message),
            });
            match refusal {
                Some(refusal) => self.reject(line, refusal.into()),
                None if !opened => {
                    let code = case_codes::CASE_NOT_OPENED;
                    self.reject(line, code.refuse_field("event", "nothing opens the case").into());
                }
                None => {
                    logged.event.number = number(self.log.len());
                    self.log.push(logged);
                    self.lines.push(line);
                }
            }
        }
    }
}

/// The number of an event that so many come before.
fn number(before: usize) -> i64 {
    i64::try_from(before).unwrap_or(i64::MAX - 1).saturating_add(1)
}

/// The key of the row to which an event's key belongs.
fn row_of(key: &str) -> &str {
    match key.rsplit_once('#') {
        Some((row, number)) if !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit()) => row,
        _ => key,
    }
}
