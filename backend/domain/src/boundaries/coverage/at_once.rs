//! More cases at once than are committed to be worked on at once.

use super::super::{Capacity, Demand, Dimension, Finding, FindingKind, Forecast, Ground, Within};
use super::bits::Bits;
use super::key;
use super::partition::{Hours, Partition, length};
use super::tree::{Counting, Stretch, Tree};
use super::{erlang, volume};
use crate::kernel::{BoundaryId, Decimal, Fraction, Moment, Span};
use std::collections::BTreeMap;

/// A boundary that may work on a demand: how many cases at once, if it says so, and when.
struct Worker {
    at_once: Option<u32>,
    when: Bits,
}

/// The boundaries that may work on a demand.
type Workers = BTreeMap<(BoundaryId, Moment), Worker>;

/// The shortfall of a demand: all who work on any of it at a moment, taken together, can work on fewer cases at once
/// than are needed. Moments at which somebody works without such a limit are not short, those at which nobody works
/// are a gap.
pub(super) fn find<'g>(
    ground: &'g Ground,
    tree: &Tree<'g>,
    partition: &Partition<'g>,
    demand: &'g Demand,
    whole: Stretch,
) -> Option<Finding> {
    let (offered, needed) = needed(demand.forecast?, opened(ground, demand, whole)?, length(&[whole]))?;
    let leaves = tree.leaves().filter(|leaf| tree.line(*leaf).contains(&demand.service));
    let counting: Vec<Counting<'_>> = leaves
        .flat_map(|leaf| tree.counting(leaf, whole))
        .filter(|it| it.drawn.content.responsibility.works() && volume::touches(it.drawn, demand))
        .collect();
    let hours = partition.hours(&counting, std::iter::once(demand.calendar.as_str()));
    let workers = workers(&counting, &hours, &hours.open(&demand.calendar));
    let at_once = |class: usize| {
        let mut working = workers.values().filter(|it| it.when.has(class)).peekable();
        working.peek()?;
        working.try_fold(0_u32, |sum, it| Some(sum.saturating_add(it.at_once?)))
    };
    let short: BTreeMap<usize, u32> = (0..hours.count)
        .filter_map(|class| Some((class, at_once(class)?)))
        .filter(|(_, committed)| *committed < needed)
        .collect();
    let committed = *short.values().min()?;
    let classes = Bits::of(hours.count, |class| short.contains_key(&class));
    let mut boundaries: Vec<BoundaryId> =
        workers.iter().filter(|(_, it)| it.when.meets(&classes)).map(|((id, _), _)| *id).collect();
    boundaries.dedup();
    let windows = hours.windows(&classes);
    Some(key::named(Finding {
        kind: FindingKind::Shortfall,
        service: demand.service,
        boundaries,
        limits: Vec::new(),
        demands: vec![demand.code.clone()],
        areas: Vec::new(),
        extent: length(&windows),
        windows,
        capacity: Some(Capacity::Concurrency { offered, needed, committed }),
        note: None,
        key: key::UNNAMED,
    }))
}

/// The open time of a demand.
fn opened(ground: &Ground, demand: &Demand, (from, until): Stretch) -> Option<Span> {
    Some(ground.calendars.get(&demand.calendar)?.elapsed(from, until)).filter(|open| open.is_positive())
}

/// The work that arrives, and how many cases at once it takes. All cases arrive in the open time of the demand: cases
/// in the whole time, times handling, divided by the open time.
fn needed(forecast: Forecast, open: Span, whole: Span) -> Option<(Decimal, u32)> {
    let handling = forecast.handling.filter(|it| it.is_positive())?;
    let year = i128::from(forecast.cases) * volume::in_a_year(forecast.per);
    let work = year.saturating_mul(whole.seconds().into()).saturating_mul(handling.micros().into());
    let over = (364 * 86_400_i128).saturating_mul(open.micros().into());
    let offered = Fraction::new(work, over).filter(|_| work > 0)?;
    let least = u32::try_from(work / over).unwrap_or(u32::MAX).saturating_add(1);
    let needed = forecast.answer.map_or(least, |answer| {
        let within = Fraction::new(answer.within.micros().into(), handling.micros().into());
        let within = within.map_or(0.0, |it| it.round().approximate());
        erlang::needed(offered.round().approximate(), answer.share.approximate(), within)
    });
    Some((offered.round(), needed.max(least)))
}

fn workers(counting: &[Counting<'_>], hours: &Hours<'_>, demanded: &Bits) -> Workers {
    let mut workers = Workers::new();
    for it in counting {
        let mut when = hours.during(&it.during).and(demanded);
        for limit in &it.drawn.content.limits {
            if let Within::Hours(calendar) = &limit.within {
                when.keep(&hours.open(calendar));
            }
        }
        let at_once = match it.drawn.content.limit(Dimension::Concurrent).map(|it| &it.within) {
            Some(Within::Concurrent(cases)) => Some(*cases),
            _ => None,
        };
        let known = workers.entry((it.drawn.id, it.drawn.from)).or_insert(Worker { at_once, when: hours.none() });
        known.when.add(&when);
    }
    workers
}
