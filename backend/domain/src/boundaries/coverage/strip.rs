//! A stretch of days as a strip: who covers what a case needs, from when until when.

use super::super::{Demand, Ground, Needs, Within};
use super::Coverage;
use super::bits::Bits;
use super::partition::{Partition, calendars_of};
use super::tree::Tree;
use crate::kernel::{BoundaryId, Moment, ServiceId};
use std::collections::BTreeSet;

/// A stretch of time in which nothing changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From when.
    pub from: Moment,
    /// Until when, exclusively.
    pub until: Moment,
    /// The boundaries that cover it, by id.
    pub covering: Vec<BoundaryId>,
    /// Whether it is demanded.
    pub demanded: bool,
}

impl Coverage {
    /// Who covers what of a service in `[from, until)`: stretches in order without a break, joined where nothing changes.
    ///
    /// A need that is not said is checked against nothing: a boundary covers if it does so for some case with these needs.
    /// Of several skills a boundary needs all, while any one that is demanded makes the case demanded.
    #[must_use]
    pub fn strip(ground: &Ground, service: ServiceId, needs: &Needs, from: Moment, until: Moment) -> Vec<Stretch> {
        let tree = Tree::of(ground);
        let line = tree.line(service);
        let mut counting = tree.counting(service, (from, until));
        counting.retain(|it| it.drawn.content.responsibility.works());
        counting.retain(|it| it.drawn.content.limits.iter().all(|limit| within(&limit.within, needs)));
        let demands = ground.demands.iter().filter(|it| line.contains(&it.service) && asked(it, needs));
        let demands: Vec<&Demand> = demands.collect();
        let limits = counting.iter().flat_map(|it| calendars_of(it.drawn));
        let named = limits.chain(demands.iter().map(|it| it.calendar.as_str())).collect();
        let partition = Partition::of(ground, (from, until), named);
        let hours = partition.hours(&counting, demands.iter().map(|it| it.calendar.as_str()));
        let covers = counting.iter().map(|it| {
            let mut covered = hours.during(&it.during);
            for limit in &it.drawn.content.limits {
                if let Within::Hours(calendar) = &limit.within {
                    covered.keep(&hours.open(calendar));
                }
            }
            (it.drawn.id, covered)
        });
        let covers: Vec<(BoundaryId, Bits)> = covers.collect();
        let mut demanded = hours.none();
        demands.iter().for_each(|it| demanded.add(&hours.open(&it.calendar)));
        let mut strip: Vec<Stretch> = Vec::new();
        for (from, until, class) in hours.stretches() {
            let covering = covers.iter().filter(|(_, covered)| covered.has(class)).map(|(id, _)| *id).collect();
            let next = Stretch { from, until, covering, demanded: demanded.has(class) };
            match strip.last_mut() {
                Some(last) if last.covering == next.covering && last.demanded == next.demanded => last.until = until,
                _ => strip.push(next),
            }
        }
        strip
    }
}

/// Whether needs are within a limit, as far as they are known.
fn within(limit: &Within, needs: &Needs) -> bool {
    let known = |names: &BTreeSet<String>, need: &Option<String>| need.as_ref().is_none_or(|it| names.contains(it));
    match limit {
        Within::Region(names) => known(names, &needs.region),
        Within::Language(names) => known(names, &needs.language),
        Within::Product(names) => known(names, &needs.product),
        Within::Skill(names) => needs.skills.is_subset(names),
        Within::Hours(_) | Within::Concurrent(_) | Within::Volume(_) | Within::Response(_) => true,
    }
}

/// Whether a case with these needs is demanded, as far as they are known.
fn asked(demand: &Demand, needs: &Needs) -> bool {
    let known = |names: &BTreeSet<String>, need: &Option<String>| {
        names.is_empty() || need.as_ref().is_none_or(|it| names.contains(it))
    };
    let skills = demand.skills.is_empty() || needs.skills.is_empty() || !demand.skills.is_disjoint(&needs.skills);
    skills
        && known(&demand.regions, &needs.region)
        && known(&demand.languages, &needs.language)
        && known(&demand.products, &needs.product)
}
