//! What a case adds to the agreement's KPIs: facts that the case corrects as it goes on.

use super::{Case, Clock, ClockState, Deed, Ledger, Part, Rulebooks};
use crate::agreements::ClockMeasure;
use crate::kernel::{CompanyId, Decimal, Fraction, KpiId, Moment, ServiceId, Span};
use crate::kpis::{CaseMeasure, Kpi, KpiKind, Measure, Reading, Unit};
use std::collections::BTreeMap;

/// A fact that a KPI takes from a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFact {
    /// The KPI.
    pub kpi: KpiId,
    /// Whose work it measures.
    pub company: CompanyId,
    /// The case's service.
    pub service: ServiceId,
    /// When the case was opened, so that a correction stays in its period.
    pub observed_at: Moment,
    /// What was measured, in the KPI's unit.
    pub reading: Reading,
    /// What tells it from the other facts of the case; it stays the same when the case corrects the fact.
    pub key_suffix: String,
}

/// What is taken from a case, before it is put into a KPI's unit.
enum Amount {
    /// Whether it was good; none: nothing to judge any more, which corrects an earlier judgement.
    Good(Option<bool>),
    /// So many good ones of all.
    Share(u32, u32),
    Time(Span),
    Times(u32),
}

/// A company, an amount, and what the key says beside the KPI.
type Found = (CompanyId, Amount, String);

impl Case {
    /// The facts that these KPIs take from the case as its log stands: of each whose source is cases and which is measured
    /// for the case's service or one above it.
    ///
    /// Facts about resolution come with the first one. While the case is open again, whether it is in time counts for
    /// nothing, and amounts stay as of the latest resolution. A case that was withdrawn has none.
    #[must_use]
    pub fn facts(&self, rulebooks: &Rulebooks, kpis: &[Kpi]) -> Vec<CaseFact> {
        if self.cancelled.is_some() {
            return Vec::new();
        }
        let book = rulebooks.at(self.opened);
        let here = |kpi: &&Kpi| {
            kpi.services.is_empty() || kpi.services.iter().any(|service| book.is_below(self.service, *service))
        };
        let from_case = |kpi: &Kpi| match kpi.measure? {
            Measure::Case(measure) => Some(measure),
            Measure::Team(_) | Measure::Boundary(_) | Measure::Health(_) => None,
        };
        let wanted: Vec<(&Kpi, CaseMeasure)> =
            kpis.iter().filter(here).filter_map(|kpi| Some((kpi, from_case(kpi)?))).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let sums = Sums {
            case: self,
            rulebooks,
            clocks: self.clocks(rulebooks, self.latest),
            ledger: self.ledger(rulebooks, self.latest),
        };
        let mut facts = Vec::new();
        for (kpi, measure) in wanted {
            for (company, amount, suffix) in sums.of(measure) {
                facts.extend(reading(kpi, &amount).map(|reading| CaseFact {
                    kpi: kpi.id,
                    company,
                    service: self.service,
                    observed_at: self.opened,
                    reading,
                    key_suffix: format!("{}{suffix}", kpi.id),
                }));
            }
        }
        facts
    }
}

/// What a case comes to.
struct Sums<'a> {
    case: &'a Case,
    rulebooks: &'a Rulebooks,
    clocks: Vec<Clock>,
    ledger: Ledger,
}

impl Sums<'_> {
    fn of(&self, measure: CaseMeasure) -> Vec<Found> {
        let case = self.case;
        let resolver = case.resolved().and_then(|deed| deed.company);
        let one = |company: Option<CompanyId>, amount: Option<Amount>| {
            company.zip(amount).map(|(company, amount)| (company, amount, String::new())).into_iter().collect()
        };
        let resolved = !case.resolutions.is_empty();
        let by_resolver = |amount: Amount| one(resolver, resolved.then_some(amount));
        match measure {
            CaseMeasure::ResponseInTime => {
                let responder = case.responded.as_ref().map_or(resolver, |deed| deed.company);
                let answered = case.responded.is_some() || resolved;
                let judged = in_time(&self.clocks, ClockMeasure::Response).filter(|_| answered);
                one(responder, judged.map(|good| Amount::Good(Some(good))))
            }
            CaseMeasure::ResolutionInTime => one(resolver, self.resolution_in_time().map(Amount::Good)),
            CaseMeasure::ResolutionTime => by_resolver(Amount::Time(self.resolution_time())),
            CaseMeasure::Custody => self.custody(),
            CaseMeasure::HandOvers => by_resolver(Amount::Times(case.journey.between_companies().hand_overs)),
            CaseMeasure::PingPong => by_resolver(Amount::Times(case.journey.between_companies().ping_pong)),
            CaseMeasure::NotReopened => {
                let first = case.resolutions.first().and_then(|deed: &Deed| deed.company);
                one(first, resolved.then_some(Amount::Good(Some(case.reopened.is_empty()))))
            }
            CaseMeasure::SolvedAtLineOne => by_resolver(Amount::Good(Some(case.journey.highest_line_held() <= 1))),
            CaseMeasure::InTimeWithoutPauses => {
                let judged = self.resolution_in_time();
                let without = judged.map(|good| good.filter(|good| *good).and_then(|_| self.without_pauses()));
                one(resolver, without.map(Amount::Good))
            }
            CaseMeasure::Recovered => {
                let recovery = case.feedback.recoveries.last();
                let company = recovery.and_then(|recovery| recovery.company).or(resolver);
                one(company, recovery.map(|_| Amount::Good(Some(case.feedback.is_positive()))))
            }
            CaseMeasure::RecoveryTime => self.recovery_times(),
            CaseMeasure::WithinBoundary => self.within_boundary(),
            CaseMeasure::HelpedOutside => self.helped_outside(),
        }
    }

    /// Whether it was resolved in time: nothing when no target was promised or it was never resolved, nothing to judge
    /// while it is open again.
    fn resolution_in_time(&self) -> Option<Option<bool>> {
        if self.case.resolutions.is_empty() {
            return None;
        }
        let promised = self.clocks.iter().any(|clock| is_promise(clock, ClockMeasure::Resolution));
        let judged = in_time(&self.clocks, ClockMeasure::Resolution);
        promised.then(|| judged.filter(|_| self.case.is_resolved()))
    }

    fn without_pauses(&self) -> Option<bool> {
        let unpaused = Case { pauses: Vec::new(), ..self.case.clone() };
        in_time(&unpaused.clocks(self.rulebooks, unpaused.latest), ClockMeasure::Resolution)
    }

    fn resolution_time(&self) -> Span {
        let Some(resolved) = self.case.resolved() else { return Span::ZERO };
        let worked = self.ledger.segments.iter().filter(|it| it.until <= resolved.at);
        worked.filter(|it| !matches!(it.part, Part::Pause { .. })).map(|it| it.open).sum()
    }

    /// Every company that is charged, and with nothing every one whose time was decided away.
    fn custody(&self) -> Vec<Found> {
        if self.case.resolutions.is_empty() && !self.case.is_imported {
            return Vec::new();
        }
        let mut companies = self.ledger.companies();
        let decided = self.ledger.segments.iter().filter(|segment| segment.decided.is_some());
        companies.extend(decided.filter_map(|segment| segment.holder));
        companies.sort_unstable();
        companies.dedup();
        let charged = |company| (company, Amount::Time(self.ledger.charged(company)), format!("/{company}"));
        companies.into_iter().map(charged).collect()
    }

    /// Of each company that offered hand-overs how many stayed within the receivers' boundaries.
    fn within_boundary(&self) -> Vec<Found> {
        let mut offered: BTreeMap<CompanyId, (u32, u32)> = BTreeMap::new();
        for asked in self.case.journey.asked() {
            let (good, total) = offered.entry(asked.from).or_default();
            (*good, *total) = (*good + u32::from(!asked.outside), *total + 1);
        }
        let share = |(company, (good, total))| (company, Amount::Share(good, total), format!("/{company}"));
        offered.into_iter().map(share).collect()
    }

    /// Each time that a company took on what was offered to it outside its boundary.
    fn helped_outside(&self) -> Vec<Found> {
        let helped = (1..).zip(self.case.journey.asked()).filter_map(|(number, asked)| Some((number, asked.helped?)));
        helped.map(|(number, company): (u32, _)| (company, Amount::Times(1), format!("/{number}"))).collect()
    }

    fn recovery_times(&self) -> Vec<Found> {
        let resolver = self.case.resolved().and_then(|deed| deed.company);
        let turned = self.case.feedback.recoveries.iter().filter_map(|recovery| {
            let (_, at) = recovery.turned?;
            let company = recovery.company.or(resolver)?;
            Some((company, Amount::Time(at.since(recovery.opened)), format!("/{}", recovery.rating)))
        });
        turned.collect()
    }
}

/// A target toward the customer that applies and has ended.
fn is_promise(clock: &Clock, measure: ClockMeasure) -> bool {
    clock.measure == measure && clock.company.is_none() && clock.state != ClockState::Cancelled
}

/// Whether every promise of a measure was kept; none when there is none.
fn in_time(clocks: &[Clock], measure: ClockMeasure) -> Option<bool> {
    let mut promises = clocks.iter().filter(|clock| is_promise(clock, measure)).peekable();
    promises.peek()?;
    Some(promises.all(|clock| clock.state == ClockState::Met))
}

/// An amount as the KPI reads it; none when it cannot.
fn reading(kpi: &Kpi, amount: &Amount) -> Option<Reading> {
    let value = |value: Decimal| Reading::Value { value, weight: Decimal::ONE };
    match (kpi.kind, amount) {
        (KpiKind::Ratio, Amount::Good(good)) => Some(Reading::Ratio {
            good: Decimal::whole(i32::from(*good == Some(true))),
            total: Decimal::whole(i32::from(good.is_some())),
        }),
        (KpiKind::Ratio, Amount::Share(good, total)) => {
            Some(Reading::Ratio { good: whole(*good), total: whole(*total) })
        }
        (KpiKind::Ratio, _) | (_, Amount::Good(_) | Amount::Share(..)) => None,
        (KpiKind::Count, _) => Some(Reading::Occurrence),
        (_, Amount::Times(times)) => Some(value(whole(*times))),
        (_, Amount::Time(time)) => Some(value(in_unit(*time, kpi.unit))),
    }
}

fn whole(times: u32) -> Decimal {
    Decimal::clamped(i128::from(times) * i128::from(Decimal::SCALE))
}

/// A span in a unit of time, to the nearest millionth; in seconds where the unit is none of time.
fn in_unit(time: Span, unit: Unit) -> Decimal {
    let seconds = match unit {
        Unit::Minutes => 60,
        Unit::Hours => 3_600,
        Unit::Days => 86_400,
        _ => 1,
    };
    let exact = Fraction::new(time.micros().into(), seconds * i128::from(Decimal::SCALE));
    exact.map_or(Decimal::ZERO, Fraction::round)
}
