//! One KPI in one period: the figures of every scope that was asked for.

use super::disclosure::Sight;
use super::joint::{Own, combine, pool};
use super::risk::{Progress, best_reachable};
use super::scorecard::{By, Cell, Figure, Request};
use super::table::{Part, Table};
use super::{Bucket, Contribution, JointMethod, Judgement, Kpi, Scope, Standing, Target, Unit};
use crate::kernel::{CompanyId, Decimal, Fraction, Period, ServiceId};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one KPI in one period.
pub(super) struct Sheet<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) kpi: &'a Kpi,
    pub(super) period: Period,
    pub(super) table: &'a Table<'a>,
    pub(super) sight: &'a Sight<'a>,
    owing: BTreeSet<CompanyId>,
}

/// A figure before it is put in a cell.
pub(super) struct Outcome {
    pub(super) figure: Option<Fraction>,
    pub(super) target: Option<Target>,
    judgement: Option<Judgement>,
    unit: Unit,
    numerator: Option<Decimal>,
    denominator: Decimal,
    count: u64,
    silent: u32,
    at_risk: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(
        request: &'a Request<'a>,
        kpi: &'a Kpi,
        period: Period,
        table: &'a Table<'a>,
        sight: &'a Sight<'a>,
    ) -> Self {
        let bound =
            |company: CompanyId| request.parties.iter().any(|party| party.company == company && party.covers(period));
        let owing = kpi.reporters.iter().map(|reporter| reporter.company).filter(|company| bound(*company)).collect();
        Self { request, kpi, period, table, sight, owing }
    }

    /// The cells of the axis that was asked for.
    pub(super) fn cells(&self) -> Vec<Cell> {
        let owed = self.owed();
        let scopes: BTreeSet<Scope> =
            owed.iter().copied().chain(self.table.keys().map(|key| self.scope_of(key))).collect();
        let contributions = self.contributions();
        let shown = |scope: &Scope| self.sight.scope(*scope).is_ok() || owed.contains(scope);
        scopes.into_iter().filter(shown).map(|scope| self.cell(scope, contributions.get(&scope).copied())).collect()
    }

    fn cell(&self, scope: Scope, contribution: Option<Contribution>) -> Cell {
        let Self { kpi, period, .. } = *self;
        if let Err(why) = self.sight.scope(scope) {
            return Cell { kpi: kpi.id, scope, period, target: self.promise(scope), shown: Err(why) };
        }
        let outcome = self.outcome(scope);
        let judgement = outcome.judgement;
        let figure = Figure {
            value: outcome.figure.map(Fraction::round),
            unit: outcome.unit,
            numerator: outcome.numerator,
            denominator: outcome.denominator,
            count: outcome.count,
            silent: outcome.silent,
            standing: judgement.map(|judged| judged.standing),
            warning: judgement.is_some_and(|judged| judged.warning),
            at_risk: outcome.at_risk,
            contribution,
        };
        Cell { kpi: kpi.id, scope, period, target: outcome.target, shown: Ok(figure) }
    }

    pub(super) fn scope_of(&self, (company, service): (CompanyId, ServiceId)) -> Scope {
        match self.request.by {
            By::Joint => Scope::JOINT,
            By::Company => Scope::company(company),
            By::Service => Scope::service(service),
            By::CompanyService => Scope::both(company, service),
        }
    }

    /// The scopes for which somebody owes a figure.
    fn owed(&self) -> BTreeSet<Scope> {
        let services = || self.owing.iter().flat_map(|company| self.services_of(*company));
        match self.request.by {
            By::Joint => BTreeSet::from([Scope::JOINT]),
            By::Company => self.owing.iter().map(|company| Scope::company(*company)).collect(),
            By::Service => services().map(|(_, service)| Scope::service(service)).collect(),
            By::CompanyService => services().map(|(company, service)| Scope::both(company, service)).collect(),
        }
    }

    fn services_of(&self, company: CompanyId) -> impl Iterator<Item = (CompanyId, ServiceId)> + use<'_> {
        self.kpi.expected_services(company).iter().map(move |service| (company, *service))
    }

    /// The companies that owe or have facts for a service, or for any.
    pub(super) fn parts(&self, service: Option<ServiceId>) -> Vec<Part<'a>> {
        let owes =
            |company: &CompanyId| service.is_none_or(|service| self.kpi.expected_services(*company).contains(&service));
        let mut parts: BTreeMap<CompanyId, Option<Cow<'a, Bucket>>> =
            self.owing.iter().copied().filter(owes).map(|company| (company, None)).collect();
        parts.extend(self.table.companies(service).into_iter().map(|(company, bucket)| (company, Some(bucket))));
        parts.into_iter().collect()
    }

    fn promise(&self, scope: Scope) -> Option<Target> {
        if scope.company.is_none() && self.kpi.joint == JointMethod::AllMust {
            return Some(every_company(scope, self.period));
        }
        self.kpi.target(scope, self.period).copied()
    }

    fn outcome(&self, scope: Scope) -> Outcome {
        match scope.company {
            Some(company) => self.of_bucket(scope, self.table.company(company, scope.service).as_deref(), &[]),
            None => self.of_parts(scope, &self.parts(scope.service)),
        }
    }

    pub(super) fn of_parts(&self, scope: Scope, parts: &[Part<'_>]) -> Outcome {
        let owns = owns(self.kpi, parts);
        match self.kpi.joint {
            JointMethod::Pooled => self.of_bucket(scope, pool(buckets(parts)).as_ref(), &owns),
            JointMethod::AllMust => self.of_all(scope, parts, &owns),
            JointMethod::Weighted | JointMethod::Worst | JointMethod::Series => self.of_figures(scope, parts, &owns),
        }
    }

    fn of_bucket(&self, scope: Scope, bucket: Option<&Bucket>, owns: &[Own]) -> Outcome {
        let kind = self.kpi.kind;
        let figure = bucket.and_then(|all| all.figure(kind));
        let best = || bucket.and_then(|all| best_reachable(self.kpi, all, self.progress()?));
        Outcome {
            numerator: bucket.and_then(|all| all.numerator(kind)),
            denominator: bucket.map_or(Decimal::ZERO, |all| all.denominator(kind)),
            count: bucket.map_or(0, Bucket::count),
            silent: if scope.company.is_some() { u32::from(figure.is_none()) } else { silent(owns) },
            ..self.judged(scope, figure, best)
        }
    }

    fn of_figures(&self, scope: Scope, parts: &[Part<'_>], owns: &[Own]) -> Outcome {
        let figure = combine(self.kpi, owns);
        let known = owns.iter().filter(|(_, figure)| figure.is_some()).map(|(company, _)| *company);
        let denominator = match self.kpi.joint {
            JointMethod::Weighted => known.map(|company| self.kpi.weight_of(company).wide()).sum(),
            _ => known.count() as i128 * i128::from(Decimal::SCALE),
        };
        Outcome {
            denominator: Decimal::clamped(denominator),
            count: buckets(parts).map(Bucket::count).sum(),
            silent: silent(owns),
            ..self.judged(scope, figure, || self.best_joint(parts))
        }
    }

    /// The best joint figure still reachable: a silent link of a chain may yet be perfect, a weight may yet fall on any
    /// figure, and the worst of what is known can only become worse.
    fn best_joint(&self, parts: &[Part<'_>]) -> Option<Fraction> {
        let progress = self.progress()?;
        let best = |(company, bucket): &Part<'_>| {
            (*company, bucket.as_ref().and_then(|all| best_reachable(self.kpi, all, progress)))
        };
        let mut owns: Vec<Own> = parts.iter().map(best).collect();
        match self.kpi.joint {
            JointMethod::Weighted if owns.iter().any(|(_, best)| best.is_none()) => return None,
            JointMethod::Series => owns.iter_mut().for_each(|(_, best)| *best = best.or(Some(Decimal::ONE.into()))),
            _ => {}
        }
        combine(self.kpi, &owns)
    }

    /// Judges a figure by the target of its scope; while the period runs, also the best that is still reachable.
    fn judged(&self, scope: Scope, figure: Option<Fraction>, best: impl FnOnce() -> Option<Fraction>) -> Outcome {
        let target = self.promise(scope);
        let judge = |target: &Target, figure| target.judge(self.kpi.direction, figure);
        let judgement = match (&target, figure) {
            (Some(target), figure) => Some(judge(target, figure)),
            (None, None) => Some(Judgement::NO_DATA),
            (None, Some(_)) => None,
        };
        let misses =
            |target: &Target| best().is_some_and(|best| judge(target, Some(best)).standing == Standing::Missed);
        Outcome {
            at_risk: self.progress().is_some() && target.as_ref().is_some_and(misses),
            figure,
            target,
            judgement,
            unit: self.kpi.unit,
            numerator: None,
            denominator: Decimal::ZERO,
            count: 0,
            silent: 0,
        }
    }

    /// `all_must`: missed by one is missed by all; a silent company leaves the rest without a verdict.
    fn of_all(&self, scope: Scope, parts: &[Part<'_>], owns: &[Own]) -> Outcome {
        let standings: Vec<Standing> = owns.iter().filter_map(|own| self.standing_of(own, scope.service)).collect();
        let count = |standing: Standing| standings.iter().filter(|one| **one == standing).count();
        let (met, missed) = (count(Standing::Met), count(Standing::Missed));
        let known = missed > 0 || (met > 0 && met == standings.len());
        let promised = !standings.is_empty();
        let facts: u64 = buckets(parts).map(Bucket::count).sum();
        let figure = known.then(|| Fraction::new(met as i128, standings.len() as i128)).flatten();
        let judgement = match known {
            true => Some(Judgement::of(missed == 0, false)),
            false => (promised || facts == 0).then_some(Judgement::NO_DATA),
        };
        let whole = |number: usize| Decimal::clamped(number as i128 * i128::from(Decimal::SCALE));
        let at_risk = parts.iter().any(|(company, bucket)| {
            let scope = Scope { company: Some(*company), ..scope };
            bucket.as_ref().is_some_and(|bucket| self.of_bucket(scope, Some(bucket), &[]).at_risk)
        });
        Outcome {
            figure,
            target: promised.then(|| every_company(scope, self.period)),
            judgement,
            unit: Unit::Share,
            numerator: Some(whole(met)),
            denominator: whole(standings.len()),
            count: facts,
            silent: silent(owns),
            at_risk,
        }
    }

    /// How a company stands to its own target; nothing where it has none.
    pub(super) fn standing_of(&self, (company, figure): &Own, service: Option<ServiceId>) -> Option<Standing> {
        let target = self.kpi.target(Scope { company: Some(*company), service }, self.period)?;
        Some(target.judge(self.kpi.direction, *figure).standing)
    }

    /// How much of the running period is over; nothing for one that has ended or not begun.
    fn progress(&self) -> Option<Progress> {
        let today = self.request.today.filter(|today| self.period.contains(*today))?;
        let past = u32::try_from((today - self.period.first()).num_days()).ok().filter(|past| *past > 0)?;
        let left = u32::try_from((self.period.last() - today).num_days() + 1).ok()?;
        Some(Progress { past, left })
    }
}

/// The promise of `all_must`: the share of companies that meet their targets is 1.
fn every_company(scope: Scope, period: Period) -> Target {
    let valid_from = period.first();
    Target { scope, value: Decimal::ONE, upper: None, warning: None, tolerance: Decimal::ZERO, valid_from }
}

pub(super) fn owns(kpi: &Kpi, parts: &[Part<'_>]) -> Vec<Own> {
    parts.iter().map(|(company, bucket)| (*company, bucket.as_ref().and_then(|all| all.figure(kpi.kind)))).collect()
}

fn buckets<'p>(parts: &'p [Part<'_>]) -> impl Iterator<Item = &'p Bucket> {
    parts.iter().filter_map(|(_, bucket)| bucket.as_deref())
}

fn silent(owns: &[Own]) -> u32 {
    u32::try_from(owns.iter().filter(|(_, figure)| figure.is_none()).count()).unwrap_or(u32::MAX)
}
