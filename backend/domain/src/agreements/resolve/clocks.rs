//! Clocks: what is promised about time, and which of them can never run because an earlier one takes every case.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, CasesEntry, ClockEntry, NamedEntry};
use crate::agreements::terms::{CaseKind, ClockMeasure, ClockRule, Commitment, Party, Service};
use crate::kernel::{CommitmentId, Decimal, ServiceId};
use std::collections::{BTreeMap, BTreeSet};

/// The share of its target after which a clock is due soon, unless the file says otherwise: three quarters.
const WARNING: i64 = 750_000;

impl Resolver<'_> {
    pub(super) fn resolve_clocks(
        &mut self,
        cases: &CasesEntry,
        parties: &[Party],
        commitments: &[Commitment],
        services: &[Service],
    ) -> Vec<ClockRule> {
        let mut seen = BTreeMap::new();
        let mut clocks: Vec<ClockRule> = Vec::new();
        for entry in &cases.clocks {
            let path = format!("cases.clocks.{}", shortened(&entry.code.value));
            let clock = self.clock(&path, entry, cases, parties, commitments);
            if !self.new_name(&path, "clock", &entry.code, &mut seen, ()) {
                continue;
            }
            if let Some(earlier) = clocks.iter().find(|earlier| takes_all(earlier, &clock, cases, services)) {
                let message = format!(
                    "this clock is never reached: `{}` before it measures the same for each of its cases; put it first \
                     or take one out",
                    earlier.code
                );
                self.problems.note(entry.code.place, &path, message);
            }
            clocks.push(clock);
        }
        clocks
    }

    fn clock(
        &mut self,
        path: &str,
        entry: &ClockEntry,
        cases: &CasesEntry,
        parties: &[Party],
        commitments: &[Commitment],
    ) -> ClockRule {
        let code = self.code(path, &entry.code);
        let company = entry.company.as_ref().map(|company| {
            self.party_or_placeholder(&format!("{path}.company"), company, parties, "promises nothing in it")
        });
        let mut kinds: Vec<CaseKind> = entry.kinds.iter().map(|kind| kind.value).collect();
        kinds.sort_unstable();
        kinds.dedup();
        if let (ClockMeasure::Answer, Some(first)) = (entry.measure.value, entry.kinds.first())
            && kinds != [CaseKind::Complaint]
        {
            let message = "only a complaint is owed an answer; write `kinds: [complaint]` or leave the key out";
            self.problems.note(first.place, format!("{path}.kinds"), message);
        }
        ClockRule {
            code,
            measure: entry.measure.value,
            commitment: entry.commitment.as_ref().and_then(|it| self.commitment(path, it, commitments)),
            company,
            calendar: self.clock_calendar(&format!("{path}.calendar"), entry, cases),
            kinds,
            priorities: self.names_of(&format!("{path}.priorities"), &entry.priorities, "priority", &cases.priorities),
            packages: self.names_of(&format!("{path}.packages"), &entry.packages, "package", &cases.packages),
            services: self.service_list(&format!("{path}.services"), &entry.services),
            target: self.length(&format!("{path}.target"), &entry.target, 1),
            warning: self.warning(&format!("{path}.warning"), entry),
            reopen: entry.reopen.as_ref().map(|reopen| reopen.value).unwrap_or_default(),
        }
    }

    fn clock_calendar(&mut self, path: &str, entry: &ClockEntry, cases: &CasesEntry) -> String {
        match (&entry.calendar, &entry.company) {
            (Some(calendar), _) => self.calendar(path, calendar),
            (None, None) => cases.calendar.value.clone(),
            (None, Some(company)) => {
                let message = "a company's own clock runs on its own calendar; name it with `calendar`";
                self.problems.note(company.place, path, message);
                cases.calendar.value.clone()
            }
        }
    }

    fn commitment(&mut self, path: &str, code: &At<String>, commitments: &[Commitment]) -> Option<CommitmentId> {
        if let Some(known) = commitments.iter().find(|it| it.code == code.value) {
            return Some(known.id);
        }
        let known: Vec<&str> = commitments.iter().map(|it| it.code.as_str()).collect();
        self.dangling(&format!("{path}.commitment"), code, "commitment", "commitments", &known);
        None
    }

    /// The codes of a list that another list of the section declares, each once, in order of the alphabet.
    fn names_of(&mut self, path: &str, codes: &[At<String>], noun: &str, declared: &[NamedEntry]) -> Vec<String> {
        let list = if noun == "priority" { "cases.priorities" } else { "cases.packages" };
        let known: Vec<&str> = declared.iter().map(|it| it.code.value.as_str()).collect();
        let mut names = BTreeSet::new();
        for code in codes {
            if !known.contains(&code.value.as_str()) {
                self.dangling(path, code, noun, list, &known);
            }
            names.insert(code.value.clone());
        }
        names.into_iter().collect()
    }

    fn warning(&mut self, path: &str, entry: &ClockEntry) -> Decimal {
        let usual = Decimal::from_millionths(WARNING).unwrap_or(Decimal::ONE);
        let Some(given) = &entry.warning else { return usual };
        let warning = self.number(path, given).unwrap_or(usual);
        if warning <= Decimal::ZERO || warning > Decimal::ONE {
            let message =
                "this is the share of the target that is used up when it warns; write more than 0 and at most 1";
            self.problems.note(given.place, path, message);
        }
        warning
    }
}

/// Whether every case that the later clock is for has the earlier one of the same measure and company.
fn takes_all(earlier: &ClockRule, later: &ClockRule, cases: &CasesEntry, services: &[Service]) -> bool {
    let priorities = cases.priorities.iter().map(|it| it.code.value.clone()).collect::<Vec<_>>();
    (earlier.measure, earlier.company) == (later.measure, later.company)
        && covers(&earlier.kinds, &later.kinds, &kinds_of(later.measure))
        && covers(&earlier.priorities, &later.priorities, &priorities)
        && covers(&earlier.packages, &later.packages, &[])
        && covers(&with_parts(&earlier.services, services), &later.services, &[])
}

/// The kinds of case that a measure can be of.
fn kinds_of(measure: ClockMeasure) -> Vec<CaseKind> {
    if measure == ClockMeasure::Answer { vec![CaseKind::Complaint] } else { CaseKind::ALL.to_vec() }
}

/// Whether one list takes in another; an empty one means any, which `all` spells out where every case has one of them.
fn covers<T: PartialEq>(wider: &[T], narrower: &[T], all: &[T]) -> bool {
    let narrower = if narrower.is_empty() { all } else { narrower };
    wider.is_empty() || (!narrower.is_empty() && narrower.iter().all(|one| wider.contains(one)))
}

/// The services and everything below them.
fn with_parts(chosen: &[ServiceId], services: &[Service]) -> Vec<ServiceId> {
    let parent = |id: ServiceId| services.iter().find(|it| it.id == id).and_then(|it| it.parent);
    let inside = |service: &&Service| {
        std::iter::successors(Some(service.id), |id| parent(*id)).take(services.len()).any(|id| chosen.contains(&id))
    };
    services.iter().filter(inside).map(|service| service.id).collect()
}
