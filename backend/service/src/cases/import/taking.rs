//! One batch of an import in one transaction: the logs of its cases grow, and the facts that the log reports go in.

use super::{
    growing::{Grew, Growing},
    importing,
    reading::Line,
};
use crate::{
    agreements::AgreementView,
    cases::{
        keeping::{Grown, keep},
        rules,
        store::{self, events::Logged},
    },
    kernel::{Outcome, Tx, feed::Reject},
    kpis::{self, Counts, Taken as Fact},
};
use concordat_domain::{
    cases::{CASES_IMPORTED, Rulebooks},
    kernel::{AgreementId, CaseId, Moment, Refusals, Verdict},
    kpis::Measurement,
};
use serde_json::json;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// How far ahead of the clock a row may lie: clocks and offsets differ.
const AHEAD_SECONDS: i64 = 86_400;

/// Cases kept at a time.
const CASES: usize = 1_000;

/// What became of a batch.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) rejects: Vec<Reject>,
    pub(super) recorded: u64,
    pub(super) unchanged: u64,
    pub(super) cases: u64,
    pub(super) events: u64,
    pub(super) facts: Counts,
}

/// A case that is known already.
struct Known {
    id: CaseId,
    revision: i32,
    log: Vec<Logged>,
}

impl Known {
    /// A case of which nothing is known.
    const fn new(id: CaseId) -> Self {
        Self { id, revision: 0, log: Vec::new() }
    }
}

/// A case that grew, under its reference.
struct Kept<'a> {
    reference: &'a str,
    revision: i32,
    grew: Grew,
}

impl Kept<'_> {
    fn grown<'k>(&'k self, source: &'k str) -> Grown<'k> {
        let Self { reference, revision, grew } = self;
        Grown { case: &grew.case, source, reference, revision: *revision, added: &grew.added }
    }
}

/// Takes the rows of a batch. What is of a case that has `begun` in an earlier batch of a rehearsal is only counted.
///
/// # Errors
/// As for [`importing`], or a fault.
pub(super) fn take(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    source: &str,
    rows: &[Line],
    begun: &HashSet<String>,
) -> Outcome<Taken> {
    let view = importing(tx, agreement)?;
    let rules = rules::rulebooks(tx, &view)?;
    let latest = tx.now().plus_seconds(AHEAD_SECONDS);
    let mut taking = Taking { source, latest, rules, taken: Taken::default(), kept: Vec::new(), facts: Vec::new() };
    let cases = by_case(rows, begun, &mut taking.taken);
    let references: Vec<&str> = cases.iter().map(|(reference, _)| *reference).collect();
    let mut known = known(tx, agreement, source, &references)?;
    for (reference, rows) in cases {
        let known = known.remove(reference);
        taking.grow(reference, known.unwrap_or_else(|| Known::new(CaseId(tx.id()))), &rows);
    }
    taking.settle(tx, &view)?;
    taking.record(tx, agreement)
}

/// The rows of each case, in the order in which the cases come first.
fn by_case<'a>(rows: &'a [Line], begun: &HashSet<String>, taken: &mut Taken) -> Vec<(&'a str, Vec<&'a Line>)> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut cases: Vec<(&str, Vec<&Line>)> = Vec::new();
    for row in rows {
        let case = row.read.case();
        if begun.contains(case) {
            taken.recorded += 1;
            continue;
        }
        let place = *places.entry(case).or_insert(cases.len());
        match cases.get_mut(place) {
            Some((_, rows)) => rows.push(row),
            None => cases.push((case, vec![row])),
        }
    }
    cases
}

/// What is known of some cases, with three statements for each thousand.
fn known(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    source: &str,
    references: &[&str],
) -> Outcome<HashMap<String, Known>> {
    let rows = store::rows::referenced(tx, agreement, source, references)?;
    let ids: Vec<CaseId> = rows.iter().map(|row| row.id.into()).collect();
    let mut logs = store::events::logs(tx, agreement, &ids)?;
    let known = rows.into_iter().map(|row| {
        let id: CaseId = row.id.into();
        let log = logs.remove(&id).unwrap_or_default();
        (row.reference, Known { id, revision: row.revision, log })
    });
    Ok(known.collect())
}

/// What a batch comes to.
struct Taking<'a> {
    source: &'a str,
    latest: Moment,
    rules: Arc<Rulebooks>,
    taken: Taken,
    kept: Vec<Kept<'a>>,
    facts: Vec<(&'a Verdict<Measurement>, u64)>,
}

impl<'a> Taking<'a> {
    /// Lets one case grow.
    fn grow(&mut self, reference: &'a str, before: Known, rows: &[&'a Line]) {
        let Known { id, revision, log } = before;
        let mut growing = Growing::new(self.source, log, self.latest);
        growing.take(rows);
        let grew = growing.grow(id, &self.rules);
        self.taken.unchanged += growing.unchanged;
        self.taken.rejects.append(&mut growing.rejects);
        let Some(grew) = grew else { return };
        self.taken.recorded += grew.recorded;
        self.taken.events += grew.added.len() as u64;
        self.taken.cases += 1;
        if let Some((step, line)) = growing.last {
            self.facts.extend(step.facts.iter().map(|fact| (fact, line)));
        }
        self.kept.push(Kept { reference, revision: revision.saturating_add(1), grew });
    }

    /// Keeps what grew, with one event of the agreement's log for all of it.
    fn settle(&self, tx: &mut Tx<'_>, view: &AgreementView) -> Outcome<()> {
        if self.kept.is_empty() {
            return Ok(());
        }
        for some in self.kept.chunks(CASES) {
            let grown: Vec<Grown<'_>> = some.iter().map(|one| one.grown(self.source)).collect();
            keep(tx, view, &self.rules, &grown)?;
        }
        let detail = json!({ "source": self.source, "cases": self.taken.cases, "events": self.taken.events });
        tx.record(CASES_IMPORTED, view.agreement.id, None, &detail)
    }

    /// Records the facts that the log reports.
    fn record(mut self, tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Taken> {
        let (mut measurements, mut lines) = (Vec::new(), Vec::new());
        for (fact, line) in std::mem::take(&mut self.facts) {
            match fact {
                Ok(fact) => {
                    measurements.push(fact.clone());
                    lines.push(line);
                }
                Err(why) => self.reject(line, why.clone()),
            }
        }
        if measurements.is_empty() {
            return Ok(self.taken);
        }
        let recorded = kpis::record(tx, agreement, &measurements)?;
        self.taken.facts += recorded.counts();
        for (fact, line) in recorded.taken.into_iter().zip(lines) {
            if let Fact::Rejected(why) = fact {
                self.reject(line, why);
            }
        }
        Ok(self.taken)
    }

    fn reject(&mut self, line: u64, why: Refusals) {
        self.taken.rejects.push(Reject { line, refusals: why.0 });
    }
}
