//! More demanded, or coming, than is committed in a year.

use super::super::{Capacity, Demand, Dimension, Drawn, Finding, FindingKind, Ground, Volume, Within};
use super::flow::{Ask, short};
use super::key;
use super::partition::length;
use super::tree::{Counting, Stretch, Tree};
use crate::kernel::{BoundaryId, Decimal, Moment, PeriodKind, ServiceId, Span};
use std::collections::{BTreeMap, BTreeSet};

/// A year of 52 weeks.
const YEAR: Span = Span::from_seconds(364 * 86_400);

/// How often a period comes in a year of 52 weeks; months, quarters and years are taken as its twelfths, quarters and
/// the whole of it.
pub(super) const fn in_a_year(per: PeriodKind) -> i128 {
    match per {
        PeriodKind::Day => 364,
        PeriodKind::Week => 52,
        PeriodKind::Month => 12,
        PeriodKind::Quarter => 4,
        PeriodKind::Year => 1,
    }
}

/// One that asks for work, and the boundaries under which it could be done, by their place.
struct Asking<'g> {
    service: ServiceId,
    demand: Option<&'g Demand>,
    /// Millionths of cases in a year.
    cases: i128,
    of: BTreeSet<usize>,
}

/// Finds shortfalls of volume in a whole agreement: its demands share what its boundaries commit.
pub(super) struct Volumes<'g> {
    ground: &'g Ground,
    whole: Stretch,
    counting: BTreeMap<ServiceId, Vec<Counting<'g>>>,
    lines: BTreeMap<ServiceId, Vec<ServiceId>>,
    /// The boundaries met so far, and what each commits in millionths of cases; none: whatever comes.
    places: BTreeMap<(BoundaryId, Moment, Moment), usize>,
    committed: Vec<(BoundaryId, Option<i128>)>,
}

impl<'g> Volumes<'g> {
    pub(super) fn of(ground: &'g Ground, tree: &Tree<'g>, whole: Stretch) -> Self {
        let works = |service| {
            let mut counting = tree.counting(service, whole);
            counting.retain(|it| it.drawn.content.responsibility.works());
            (service, counting)
        };
        let asked: BTreeSet<ServiceId> =
            ground.demands.iter().filter(|it| it.forecast.is_some()).map(|it| it.service).collect();
        let lines: BTreeMap<_, _> = ground.services.iter().map(|it| (it.id, tree.line(it.id))).collect();
        let some = |leaf: &ServiceId| {
            ground.loads.contains_key(leaf) || lines[leaf].iter().any(|service| asked.contains(service))
        };
        let counting = tree.leaves().filter(some).map(works).collect();
        Self { ground, whole, counting, lines, places: BTreeMap::new(), committed: Vec::new() }
    }

    /// Shortfalls against the forecasts and against what came so far.
    pub(super) fn find(mut self) -> Vec<Finding> {
        let forecasts = self.forecasts();
        let actual = self.actual();
        let mut findings = self.short(forecasts, false);
        findings.extend(self.short(actual, true));
        findings
    }

    fn forecasts(&mut self) -> Vec<Asking<'g>> {
        let mut all = Vec::new();
        for demand in &self.ground.demands {
            let Some(forecast) = demand.forecast else { continue };
            let cases = i128::from(forecast.cases) * in_a_year(forecast.per) * i128::from(Decimal::SCALE);
            let leaves = self.counting.iter().filter(|(leaf, _)| self.lines[*leaf].contains(&demand.service));
            let met = leaves.flat_map(|(_, counting)| counting).filter(|it| meet(self.ground, it, demand));
            let drawn: Vec<&Drawn> = met.map(|it| it.drawn).collect();
            let of = drawn.into_iter().map(|it| self.place(it)).collect();
            all.push(Asking { service: demand.service, demand: Some(demand), cases, of });
        }
        all
    }

    fn actual(&mut self) -> Vec<Asking<'g>> {
        let mut all = Vec::new();
        for (service, load) in &self.ground.loads {
            let Some(counting) = self.counting.get(service) else { continue };
            let drawn: Vec<&Drawn> = counting.iter().map(|it| it.drawn).collect();
            if !load.over.is_positive() {
                continue;
            }
            let cases = i128::from(load.cases).saturating_mul(i128::from(Decimal::SCALE));
            let cases = cases.saturating_mul(YEAR.micros().into()) / i128::from(load.over.micros());
            let of = drawn.into_iter().map(|it| self.place(it)).collect();
            all.push(Asking { service: *service, demand: None, cases, of });
        }
        all
    }

    /// The place of a boundary, with what it commits: of one that holds for a part of the time only, that part.
    fn place(&mut self, drawn: &Drawn) -> usize {
        let next = self.committed.len();
        let place = *self.places.entry((drawn.id, drawn.from, drawn.until)).or_insert(next);
        if place == next {
            let held = drawn.until.min(self.whole.1).since(drawn.from.max(self.whole.0));
            let part = |Volume { cases, per }| {
                let year = i128::from(cases) * in_a_year(per) * i128::from(Decimal::SCALE);
                year.saturating_mul(held.micros().into()) / i128::from(length(&[self.whole]).micros().max(1))
            };
            let limit = drawn.content.limit(Dimension::Volume).and_then(|limit| match limit.within {
                Within::Volume(volume) => Some(part(volume)),
                _ => None,
            });
            self.committed.push((drawn.id, limit));
        }
        place
    }

    /// Whoever can turn to a boundary without a limit is never short, and who can turn to nobody has a gap.
    fn short(&self, mut asking: Vec<Asking<'g>>, actual: bool) -> Vec<Finding> {
        asking.retain(|it| !it.of.is_empty() && it.of.iter().all(|place| self.committed[*place].1.is_some()));
        asking.sort_by_key(|it| (it.service, it.demand.map(|demand| &demand.code)));
        let asks: Vec<Ask> = asking.iter().map(|it| Ask { amount: it.cases, of: it.of.clone() }).collect();
        let givers: Vec<i128> = self.committed.iter().map(|it| it.1.unwrap_or_default()).collect();
        let findings = short(&asks, &givers).into_iter().map(|short| {
            let asks: Vec<&Asking<'_>> = short.asks.iter().map(|place| &asking[*place]).collect();
            let boundaries: BTreeSet<BoundaryId> = short.of.iter().map(|place| self.committed[*place].0).collect();
            let codes: BTreeSet<&String> = asks.iter().filter_map(|it| it.demand.map(|it| &it.code)).collect();
            let demanded = Decimal::clamped(asks.iter().map(|it| it.cases).sum());
            let committed = Decimal::clamped(short.of.iter().map(|place| givers[*place]).sum());
            key::named(Finding {
                kind: FindingKind::Shortfall,
                service: self.shared(&asks),
                boundaries: boundaries.into_iter().collect(),
                limits: Vec::new(),
                demands: codes.into_iter().cloned().collect(),
                areas: Vec::new(),
                windows: vec![self.whole],
                extent: length(&[self.whole]),
                capacity: Some(Capacity::Volume { demanded, committed, actual }),
                note: None,
                key: key::UNNAMED,
            })
        });
        findings.collect()
    }

    /// The nearest service of which all that ask are parts; the first where there is none.
    fn shared(&self, asks: &[&Asking<'_>]) -> ServiceId {
        let first = asks.first().map_or(ServiceId(uuid::Uuid::nil()), |it| it.service);
        let line = |service: ServiceId| self.lines.get(&service).map_or(&[][..], Vec::as_slice);
        let over_all = |it: &&ServiceId| asks.iter().all(|ask| line(ask.service).contains(it));
        line(first).iter().find(over_all).copied().unwrap_or(first)
    }
}

/// Whether a boundary covers any point of a demand.
fn meet(ground: &Ground, counting: &Counting<'_>, demand: &Demand) -> bool {
    touches(counting.drawn, demand) && {
        let Some(wanted) = ground.calendars.get(&demand.calendar) else { return false };
        let open = |(from, until): &Stretch| {
            let Some(Within::Hours(calendar)) = counting.drawn.content.limit(Dimension::Hours).map(|it| &it.within)
            else {
                return wanted.elapsed(*from, *until).is_positive();
            };
            let worked = ground.calendars.get(calendar);
            worked.is_some_and(|it| it.windows(*from, *until).any(|it| wanted.elapsed(it.0, it.1).is_positive()))
        };
        counting.during.iter().any(open)
    }
}

/// Whether a boundary admits some of the names of a demand, in every dimension.
pub(super) fn touches(drawn: &Drawn, demand: &Demand) -> bool {
    drawn.content.limits.iter().all(|limit| {
        let wanted = match limit.within.dimension() {
            Dimension::Region => &demand.regions,
            Dimension::Language => &demand.languages,
            Dimension::Product => &demand.products,
            _ => &demand.skills,
        };
        limit.within.names().is_none_or(|names| wanted.is_empty() || !names.is_disjoint(wanted))
    })
}
