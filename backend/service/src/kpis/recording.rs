//! Measurements are recorded: new ones, repetitions and corrections, with the rollups in the same transaction.

use super::{
    batch::{self, Chain, Step},
    following::{self, Changes},
    names::{Reported, measurement},
    store::{self, Kept},
};
use crate::{
    agreements::AgreementView,
    identity,
    kernel::{Denial, Noun as _, Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Place, Verb},
    agreements::Terms,
    kernel::{AgreementId, CompanyId, DateFinder, Kind, Moment, Refusals, Verdict},
    kpis::{Measurement, Reading, codes},
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};

/// Measurements came in.
pub const RECORDED: Kind = Kind::new("measurements.recorded");

/// How far ahead of the clock an observation may lie: clocks and offsets differ.
const AHEAD_SECONDS: i64 = 86_400;

/// What became of one measurement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taken {
    /// It is new.
    Recorded,
    /// It replaced another value under its source and key, which stays readable.
    Corrected,
    /// The same value stood there already.
    Unchanged,
    /// It was refused.
    Rejected(Refusals),
}

/// How many measurements became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// New ones.
    pub recorded: u64,
    /// Corrections.
    pub corrected: u64,
    /// Repetitions.
    pub unchanged: u64,
    /// Refused ones.
    pub rejected: u64,
}

/// What became of a batch, measurement by measurement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// In the order of the batch.
    pub taken: Vec<Taken>,
}

/// What the event says: how many, whose and from when, never the values.
#[derive(Serialize)]
struct Detail {
    recorded: u64,
    corrected: u64,
    kpis: BTreeSet<String>,
    companies: BTreeSet<String>,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

/// Records measurements of an agreement. Each stands or falls by itself; what stands is written in one go, with its
/// rollups and one event.
///
/// Under one source and key stands one value: the same again changes nothing, another is a correction. Of several in
/// one batch each corrects the one before it.
///
/// # Errors
/// Not found for whoever may not see the agreement, forbidden for whoever reports for no company,
/// [`codes::MEASUREMENT_AGREEMENT`] before the agreement is signed, or a fault.
pub fn record(tx: &mut Tx<'_>, agreement: AgreementId, measurements: &[Measurement]) -> Outcome<Recorded> {
    let (view, behalf) = reporting(tx, agreement)?;
    if !view.agreement.versions.iter().any(|version| version.was_active()) {
        return Err(codes::MEASUREMENT_AGREEMENT.refuse(codes::MEASUREMENT_AGREEMENT.meaning).into());
    }
    let ends = view.agreement.ended;
    let rules = Rules { ends, ..Rules::new(&view.terms, behalf, tx.now()) };
    let (recorded, changes) = take(tx, agreement, rules, measurements)?;
    announce(tx, agreement, &view.terms, &changes, recorded.counts())?;
    Ok(recorded)
}

/// Records what follows from something else that this transaction changes, such as a case: in nobody's name, and only
/// for KPIs that are derived. What does not fit, such as a company that is not bound by then, is left out. The event of
/// what it follows from tells of it: whoever may not know of a case learns nothing of it by its measurements either.
///
/// # Errors
/// A fault of the database.
pub fn derive(tx: &mut Tx<'_>, view: &AgreementView, measurements: &[Measurement]) -> Outcome<Counts> {
    if measurements.is_empty() {
        return Ok(Counts::default());
    }
    let ends = view.agreement.ended;
    let rules = Rules { ends, derived: true, ..Rules::new(&view.terms, None, tx.now()) };
    take(tx, view.agreement.id, rules, measurements).map(|(recorded, _)| recorded.counts())
}

/// Those of some derived measurements that say something new, each with whether something else stands under its source and
/// key already.
///
/// # Errors
/// A fault of the database.
pub fn news(tx: &mut Tx<'_>, agreement: AgreementId, found: Vec<Measurement>) -> Outcome<Vec<(Measurement, bool)>> {
    let origins: Vec<(&str, &str)> = found.iter().map(|it| (it.source.as_str(), it.source_key.as_str())).collect();
    let kept: HashMap<(String, String), Reading> = match origins.is_empty() {
        true => HashMap::new(),
        false => store::kept(tx, agreement, &origins)?
            .into_iter()
            .map(|it| ((it.measurement.source, it.measurement.source_key), it.measurement.fact.reading))
            .collect(),
    };
    let new = |it: Measurement| {
        let stands = kept.get(&(it.source.clone(), it.source_key.clone())).copied();
        (stands != Some(it.fact.reading)).then_some((it, stands.is_some()))
    };
    Ok(found.into_iter().filter_map(new).collect())
}

fn take(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    mut rules: Rules<'_>,
    measurements: &[Measurement],
) -> Outcome<(Recorded, Changes)> {
    let mut taken = vec![Taken::Unchanged; measurements.len()];
    let mut links = Vec::with_capacity(measurements.len());
    for (place, measurement) in measurements.iter().enumerate() {
        match rules.check(measurement) {
            Ok(()) => links.push((place, measurement)),
            Err(why) => taken[place] = Taken::Rejected(why),
        }
    }
    let chains = batch::chains(links);
    let changes = write(tx, agreement, &rules, &chains, &mut taken)?;
    following::follow(tx, agreement, rules.terms, &changes)?;
    Ok((Recorded { taken }, changes))
}

/// The agreement, for whoever reports in it, and for which companies they do (`None`: for all). A token that may do
/// nothing but report needs not be able to read.
///
/// # Errors
/// Not found for whoever may neither see it nor report in it; forbidden for whoever reports for no company.
pub fn reporting(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<(AgreementView, Option<Vec<CompanyId>>)> {
    let behalf = tx.actor().on_behalf(Verb::MeasurementRecord, agreement);
    if behalf.as_ref().is_some_and(Vec::is_empty) {
        let seen = tx.actor().may(Verb::AgreementView, Place::shared(agreement));
        return Err(if seen { Denial::Forbidden } else { Denial::NotFound }.into());
    }
    let view = AgreementView::load(tx, agreement)?.ok_or(Denial::NotFound)?;
    Ok((view, behalf))
}

/// The agreement with that code, for whoever reports in it.
///
/// # Errors
/// As for [`reporting`].
pub fn reporting_to(tx: &mut Tx<'_>, code: &str) -> Outcome<AgreementId> {
    let id = identity::store::agreement_by_code(tx, code)?.ok_or(Denial::NotFound)?;
    Ok(reporting(tx, id)?.0.agreement.id)
}

/// Records measurements that are reported by names. A name that the agreement does not know is a reason to refuse a
/// measurement like any other.
///
/// # Errors
/// As for [`record`].
pub fn report(tx: &mut Tx<'_>, agreement: AgreementId, reported: &[Reported<'_>]) -> Outcome<Recorded> {
    let terms = reporting(tx, agreement)?.0.terms;
    let (mut known, mut unknown) = (Vec::with_capacity(reported.len()), Vec::new());
    for (place, one) in reported.iter().enumerate() {
        match measurement(&terms, one) {
            Ok(measurement) => known.push(measurement),
            Err(why) => unknown.push((place, why)),
        }
    }
    let mut recorded = record(tx, agreement, &known)?;
    for (place, why) in unknown {
        recorded.taken.insert(place, Taken::Rejected(why));
    }
    Ok(recorded)
}

/// What a measurement has to hold to.
struct Rules<'a> {
    terms: &'a Terms,
    behalf: Option<Vec<CompanyId>>,
    latest: Moment,
    /// The first date on which the agreement holds no more.
    ends: Option<NaiveDate>,
    /// Whether it is derived, not reported.
    derived: bool,
    dates: DateFinder,
}

impl<'a> Rules<'a> {
    fn new(terms: &'a Terms, behalf: Option<Vec<CompanyId>>, now: Moment) -> Self {
        let latest = now.plus_seconds(AHEAD_SECONDS);
        Self { terms, behalf, latest, ends: None, derived: false, dates: DateFinder::new(terms.zone) }
    }

    /// Whether the actor may report for a company.
    fn may(&self, company: CompanyId) -> bool {
        self.behalf.as_ref().is_none_or(|own| own.contains(&company))
    }

    fn check(&mut self, measurement: &Measurement) -> Verdict<()> {
        let fact = &measurement.fact;
        if !self.may(fact.company) {
            return Err(codes::MEASUREMENT_BEHALF.refuse_field("company", codes::MEASUREMENT_BEHALF.meaning).into());
        }
        let unknown = |code: concordat_domain::kernel::Code, field: &str| code.refuse_field(field, code.meaning);
        let kpi = self.terms.kpi(fact.kpi).ok_or_else(|| unknown(codes::MEASUREMENT_KPI, "kpi"))?;
        self.terms.service(fact.service).ok_or_else(|| unknown(codes::MEASUREMENT_SERVICE, "service"))?;
        Reading::of(kpi.kind, fact.reading.parts())?;
        if self.derived { measurement.check_value(kpi) } else { measurement.check(kpi) }?;
        if fact.observed_at > self.latest {
            let message = format!("{} lies more than a day ahead; check the time and its offset", fact.observed_at);
            return Err(codes::MEASUREMENT_FUTURE.refuse_field("observed_at", message).into());
        }
        let date = self.dates.date_of(fact.observed_at);
        if !self.terms.in_force(fact.company, date) || self.ends.is_some_and(|ends| ends <= date) {
            let message = format!("the agreement does not bind this company on {date}");
            return Err(codes::MEASUREMENT_PARTY.refuse_field("company", message).into());
        }
        Ok(())
    }
}

/// Writes what the chains lead to.
fn write(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    rules: &Rules<'_>,
    chains: &[Chain<'_>],
    taken: &mut [Taken],
) -> Outcome<Changes> {
    let now = tx.now();
    let mut changes = Changes::default();
    let (mut adding, mut replacing, mut superseded) = (Vec::new(), Vec::new(), Vec::new());
    let mut standing = standing(tx, agreement, chains)?.into_iter().peekable();
    for chain in chains {
        let stood = standing.next_if(|kept| origin(kept) == chain.origin());
        let before = stood.as_ref().map(|kept| kept.measurement.fact);
        if before.is_some_and(|fact| !rules.may(fact.company)) {
            let why = codes::MEASUREMENT_TAKEN.refuse_field("source_key", codes::MEASUREMENT_TAKEN.meaning);
            chain.places().for_each(|place| taken[place] = Taken::Rejected(why.clone().into()));
            continue;
        }
        let outcome = chain.follow(stood, now, |place, step| taken[place] = step.into());
        superseded.extend(outcome.earlier);
        let Some(last) = outcome.last else { continue };
        match before {
            Some(before) => {
                changes.corrected.push((before, last.measurement.fact));
                replacing.push(last);
            }
            None => {
                changes.added.push(last.measurement.fact);
                adding.push(last);
            }
        }
    }
    for (rows, keep) in [(adding, store::add as Keep), (superseded, store::supersede), (replacing, store::replace)] {
        if !rows.is_empty() {
            keep(tx, agreement, &rows)?;
        }
    }
    Ok(changes)
}

type Keep = fn(&mut Tx<'_>, AgreementId, &[Kept]) -> Outcome<()>;

fn origin(kept: &Kept) -> (&str, &str) {
    (&kept.measurement.source, &kept.measurement.source_key)
}

/// What stands under the chains' sources and keys, in their order. It stays true: the agreement's writers queue.
fn standing(tx: &mut Tx<'_>, agreement: AgreementId, chains: &[Chain<'_>]) -> Outcome<Vec<Kept>> {
    let origins: Vec<_> = chains.iter().map(Chain::origin).collect();
    let mut kept = store::kept(tx, agreement, &origins)?;
    kept.sort_unstable_by(|one, other| origin(one).cmp(&origin(other)));
    Ok(kept)
}

/// One event for the batch, where it changed anything.
fn announce(tx: &mut Tx<'_>, agreement: AgreementId, terms: &Terms, changes: &Changes, counts: Counts) -> Outcome<()> {
    if counts.recorded + counts.corrected == 0 {
        return Ok(());
    }
    let mut dates = DateFinder::new(terms.zone);
    let named = |name: Option<&String>| name.cloned();
    let facts = || changes.facts();
    let companies: BTreeSet<CompanyId> = facts().map(|fact| fact.company).collect();
    let kpis: BTreeSet<_> = facts().map(|fact| fact.kpi).collect();
    let (first, last) = (facts().map(|fact| fact.observed_at).min(), facts().map(|fact| fact.observed_at).max());
    let detail = Detail {
        recorded: counts.recorded,
        corrected: counts.corrected,
        kpis: kpis.iter().filter_map(|id| named(terms.kpi(*id).map(|kpi| &kpi.code))).collect(),
        companies: companies.iter().filter_map(|id| named(terms.company(*id).map(|company| &company.code))).collect(),
        first: first.map(|at| dates.date_of(at)),
        last: last.map(|at| dates.date_of(at)),
    };
    let only = if companies.len() == 1 { companies.first().copied() } else { None };
    tx.record(RECORDED, agreement, only, &detail)
}

impl From<Step> for Taken {
    fn from(step: Step) -> Self {
        match step {
            Step::First => Self::Recorded,
            Step::Correction => Self::Corrected,
            Step::Repetition => Self::Unchanged,
        }
    }
}

impl Recorded {
    /// How many became what.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for taken in &self.taken {
            match taken {
                Taken::Recorded => counts.recorded += 1,
                Taken::Corrected => counts.corrected += 1,
                Taken::Unchanged => counts.unchanged += 1,
                Taken::Rejected(_) => counts.rejected += 1,
            }
        }
        counts
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.recorded += more.recorded;
        self.corrected += more.corrected;
        self.unchanged += more.unchanged;
        self.rejected += more.rejected;
    }
}
