//! Time, cut where anything changes: elementary stretches, and classes of those in which the same calendars are open.

use super::super::{Drawn, Ground, Within};
use super::bits::Bits;
use super::tree::{Counting, Stretch};
use crate::kernel::{Moment, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A stretch of time, cut at every moment at which a calendar opens or closes or a boundary begins or ceases to hold.
pub(super) struct Partition<'g> {
    whole: Stretch,
    calendars: BTreeMap<&'g str, usize>,
    /// Where boundaries begin and cease to hold, the beginning of the whole first.
    turns: Vec<Moment>,
    /// Where each elementary stretch begins, and its class.
    cuts: Vec<(Moment, usize)>,
    /// What the stretches of a class have in common: the open calendars, and after which turn they lie.
    classes: Vec<(Bits, usize)>,
}

/// The same for one element: classes that differ only in what has nothing to do with it are one.
pub(super) struct Hours<'g> {
    until: Moment,
    /// How many classes there are.
    pub(super) count: usize,
    open: BTreeMap<&'g str, Bits>,
    after: Vec<Moment>,
    /// Of each class the place of its last turn in `after`.
    turn_of: Vec<usize>,
    cuts: Vec<(Moment, usize)>,
}

impl<'g> Partition<'g> {
    /// Cuts `[from, until)` by the calendars of the demands and boundaries of a ground.
    pub(super) fn of(ground: &'g Ground, (from, until): Stretch) -> Self {
        let whole = (from, until.max(from));
        let limits = ground.boundaries.iter().flat_map(calendars_of);
        let names: BTreeSet<&str> = limits.chain(ground.demands.iter().map(|it| it.calendar.as_str())).collect();
        let known = names.into_iter().filter(|name| ground.calendars.contains_key(*name));
        let calendars: BTreeMap<&str, usize> = known.enumerate().map(|(place, name)| (name, place)).collect();
        let mut turns: Vec<Moment> = ground.boundaries.iter().flat_map(|it| [it.from, it.until]).collect();
        turns.retain(|at| from < *at && *at < until);
        turns.push(from);
        turns.sort_unstable();
        turns.dedup();
        let mut partition = Self { whole, calendars, turns, cuts: Vec::new(), classes: Vec::new() };
        if from < until {
            partition.cut(ground);
        }
        partition
    }

    /// Goes through all changes in order and names each combination when it is first met.
    fn cut(&mut self, ground: &Ground) {
        let mut changes: Vec<(Moment, Option<usize>)> = self.turns.iter().map(|at| (*at, None)).collect();
        for (name, place) in &self.calendars {
            let windows = ground.calendars[*name].windows(self.whole.0, self.whole.1);
            changes.extend(windows.flat_map(|(open, close)| [(open, Some(*place)), (close, Some(*place))]));
        }
        changes.retain(|(at, _)| *at < self.whole.1);
        changes.sort_unstable();
        let mut open = Bits::none(self.calendars.len());
        let mut turn = 0;
        let mut known: HashMap<(Bits, usize), usize> = HashMap::new();
        for now in changes.chunk_by(|one, other| one.0 == other.0) {
            now.iter().filter_map(|(_, place)| *place).for_each(|place| open.toggle(place));
            turn = self.turns.partition_point(|at| *at <= now[0].0).max(turn);
            let next = known.len();
            let class = *known.entry((open.clone(), turn)).or_insert(next);
            if class == next {
                self.classes.push((open.clone(), turn));
            }
            self.cuts.push((now[0].0, class));
        }
    }

    /// What of it concerns one service: the calendars of its boundaries and of its demands.
    pub(super) fn hours(&self, counting: &[Counting<'g>], demanded: impl Iterator<Item = &'g str>) -> Hours<'g> {
        let limits = counting.iter().flat_map(|it| calendars_of(it.drawn));
        let names: BTreeSet<&str> = limits.chain(demanded).collect();
        let mine: BTreeMap<&str, usize> =
            self.calendars.iter().filter(|(name, _)| names.contains(*name)).map(|(name, at)| (*name, *at)).collect();
        let mask = Bits::of(self.calendars.len(), |place| mine.values().any(|it| *it == place));
        let mut after: Vec<Moment> = counting.iter().flat_map(|it| &it.during).flat_map(|it| [it.0, it.1]).collect();
        after.push(self.whole.0);
        after.sort_unstable();
        after.dedup();
        let last_turn = |turn: usize| after.partition_point(|at| *at <= self.turns[turn - 1]) - 1;
        let mut known: HashMap<(Bits, usize), usize> = HashMap::new();
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut to_mine = Vec::with_capacity(self.classes.len());
        for (place, (open, turn)) in self.classes.iter().enumerate() {
            let turn = last_turn(*turn);
            let next = known.len();
            let class = *known.entry((open.and(&mask), turn)).or_insert(next);
            if class == next {
                found.push((place, turn));
            }
            to_mine.push(class);
        }
        let count = found.len();
        let open_in = |at: usize| Bits::of(count, |class| self.classes[found[class].0].0.has(at));
        let open = mine.iter().map(|(name, at)| (*name, open_in(*at))).collect();
        let mut cuts: Vec<(Moment, usize)> = self.cuts.iter().map(|(at, class)| (*at, to_mine[*class])).collect();
        cuts.dedup_by_key(|(_, class)| *class);
        Hours { until: self.whole.1, count, open, after, turn_of: found.iter().map(|it| it.1).collect(), cuts }
    }
}

/// The calendars that a boundary is limited by.
fn calendars_of(drawn: &Drawn) -> impl Iterator<Item = &str> {
    drawn.content.limits.iter().filter_map(|limit| match &limit.within {
        Within::Hours(calendar) => Some(calendar.as_str()),
        _ => None,
    })
}

impl Hours<'_> {
    pub(super) fn none(&self) -> Bits {
        Bits::none(self.count)
    }

    /// The classes in which a calendar is open: none of a calendar that nobody knows.
    pub(super) fn open(&self, calendar: &str) -> Bits {
        self.open.get(calendar).cloned().unwrap_or_else(|| self.none())
    }

    /// The classes of stretches that begin and end where boundaries do.
    pub(super) fn during(&self, stretches: &[Stretch]) -> Bits {
        let within = |at: Moment| stretches.iter().any(|(from, until)| *from <= at && at < *until);
        Bits::of(self.count, |class| within(self.after[self.turn_of[class]]))
    }

    /// The stretches of some classes, in order, joined where they touch.
    pub(super) fn windows(&self, classes: &Bits) -> Vec<Stretch> {
        let mut windows: Vec<Stretch> = Vec::new();
        for (from, until, class) in self.stretches() {
            match windows.last_mut() {
                _ if !classes.has(class) => {}
                Some(last) if last.1 == from => last.1 = until,
                _ => windows.push((from, until)),
            }
        }
        windows.shrink_to_fit();
        windows
    }

    /// All stretches in order, with their classes.
    pub(super) fn stretches(&self) -> impl Iterator<Item = (Moment, Moment, usize)> {
        let ends = self.cuts.iter().skip(1).map(|(at, _)| *at).chain([self.until]);
        self.cuts.iter().zip(ends).map(|((from, class), until)| (*from, until, *class))
    }
}

/// How long stretches are together.
pub(super) fn length(stretches: &[Stretch]) -> Span {
    stretches.iter().map(|(from, until)| until.since(*from)).sum()
}
