//! Time, cut where anything changes: elementary stretches, and classes of those in which the same calendars are open.

use super::super::{Drawn, Ground, Within};
use super::bits::Bits;
use super::tree::{Counting, Stretch};
use crate::kernel::{Moment, Span};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A stretch of time, cut at every moment at which a calendar opens or closes.
pub(super) struct Partition<'g> {
    whole: Stretch,
    calendars: BTreeMap<&'g str, usize>,
    /// Where each elementary stretch begins, and its class.
    cuts: Vec<(Moment, usize)>,
    /// The open calendars of each class.
    classes: Vec<Bits>,
}

/// The same for one element, cut also where its boundaries begin and cease to hold; classes that differ only in what has
/// nothing to do with it are one.
pub(super) struct Hours<'g> {
    whole: Stretch,
    /// How many classes there are.
    pub(super) count: usize,
    open: BTreeMap<&'g str, Bits>,
    /// The last moment at or before which boundaries began or ceased to hold, of each class.
    turns: Vec<Moment>,
    cuts: Vec<(Moment, usize)>,
}

impl<'g> Partition<'g> {
    /// Cuts `[from, until)` by the calendars that are named in it.
    pub(super) fn of(ground: &'g Ground, whole: Stretch, named: BTreeSet<&'g str>) -> Self {
        let known = named.into_iter().filter(|name| ground.calendars.contains_key(*name));
        let calendars = known.enumerate().map(|(place, name)| (name, place)).collect();
        let mut partition = Self { whole, calendars, cuts: Vec::new(), classes: Vec::new() };
        if whole.0 < whole.1 {
            partition.cut(ground);
        }
        partition
    }

    /// Goes through all changes in order and names each combination when it is first met.
    fn cut(&mut self, ground: &Ground) {
        let mut changes: Vec<(Moment, Option<usize>)> = vec![(self.whole.0, None)];
        for (name, place) in &self.calendars {
            let windows = ground.calendars[*name].windows(self.whole.0, self.whole.1);
            changes.extend(windows.flat_map(|(open, close)| [(open, Some(*place)), (close, Some(*place))]));
        }
        changes.retain(|(at, _)| *at < self.whole.1);
        changes.sort_unstable();
        let mut open = Bits::none(self.calendars.len());
        let mut known: HashMap<Bits, usize> = HashMap::new();
        for now in changes.chunk_by(|one, other| one.0 == other.0) {
            now.iter().filter_map(|(_, place)| *place).for_each(|place| open.toggle(place));
            let class = known.get(&open).copied().unwrap_or_else(|| {
                self.classes.push(open.clone());
                known.insert(open.clone(), self.classes.len() - 1);
                self.classes.len() - 1
            });
            self.cuts.push((now[0].0, class));
        }
    }

    /// What of it concerns one service: the calendars of its boundaries and of its demands, and when the former hold.
    pub(super) fn hours(&self, counting: &[Counting<'g>], demanded: impl Iterator<Item = &'g str>) -> Hours<'g> {
        let limits = counting.iter().flat_map(|it| calendars_of(it.drawn));
        let mine: BTreeMap<&str, usize> =
            limits.chain(demanded).filter_map(|name| Some((name, *self.calendars.get(name)?))).collect();
        let mask = Bits::of(self.calendars.len(), |place| mine.values().any(|it| *it == place));
        let mut known: HashMap<Bits, usize> = HashMap::new();
        let group = |open: &Bits| {
            let next = known.len();
            *known.entry(open.and(&mask)).or_insert(next)
        };
        let groups: Vec<usize> = self.classes.iter().map(group).collect();
        let turns = turns(counting, self.whole);
        let mut classes = Classes { places: vec![None; known.len() * turns.len()], found: Vec::new() };
        let mut cuts: Vec<(Moment, usize)> = Vec::new();
        let mut turn = 0;
        let ends = self.cuts.iter().skip(1).map(|(at, _)| *at).chain([self.whole.1]);
        for ((from, class), until) in self.cuts.iter().zip(ends) {
            let mut at = *from;
            loop {
                turn += usize::from(turns.get(turn + 1) == Some(&at));
                let class = classes.class(groups[*class] * turns.len() + turn, *class, turn);
                if cuts.last().is_none_or(|last| last.1 != class) {
                    cuts.push((at, class));
                }
                let Some(next) = turns.get(turn + 1).filter(|next| **next < until) else { break };
                at = *next;
            }
        }
        let count = classes.found.len();
        let mut open: Vec<Bits> = vec![Bits::none(count); mine.len()];
        for (class, (place, _)) in classes.found.iter().enumerate() {
            let open_now = mine.values().zip(&mut open).filter(|(at, _)| self.classes[*place].has(**at));
            open_now.for_each(|(_, classes)| classes.insert(class));
        }
        let open = mine.into_keys().zip(open).collect();
        let turns = classes.found.iter().map(|(_, turn)| turns[*turn]).collect();
        Hours { whole: self.whole, count, open, turns, cuts }
    }
}

/// The classes of an element, numbered as they are met.
struct Classes {
    places: Vec<Option<usize>>,
    /// One class of the whole partition that it comes from, and its turn.
    found: Vec<(usize, usize)>,
}

impl Classes {
    fn class(&mut self, place: usize, from: usize, turn: usize) -> usize {
        *self.places[place].get_or_insert_with(|| {
            self.found.push((from, turn));
            self.found.len() - 1
        })
    }
}

/// The beginning of a stretch and all moments within it at which a boundary begins or ceases to hold.
fn turns(counting: &[Counting<'_>], whole: Stretch) -> Vec<Moment> {
    let mut turns: Vec<Moment> = counting.iter().flat_map(|it| &it.during).flat_map(|it| [it.0, it.1]).collect();
    turns.retain(|at| *at < whole.1);
    turns.push(whole.0);
    turns.sort_unstable();
    turns.dedup();
    turns
}

/// The calendars that a boundary is limited by.
pub(super) fn calendars_of(drawn: &Drawn) -> impl Iterator<Item = &str> {
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
        if stretches == [self.whole] {
            return Bits::all(self.count);
        }
        let within = |at: Moment| stretches.iter().any(|(from, until)| *from <= at && at < *until);
        Bits::of(self.count, |class| within(self.turns[class]))
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
        let ends = self.cuts.iter().skip(1).map(|(at, _)| *at).chain([self.whole.1]);
        self.cuts.iter().zip(ends).map(|((from, class), until)| (*from, until, *class))
    }
}

/// How long stretches are together.
pub(super) fn length(stretches: &[Stretch]) -> Span {
    stretches.iter().map(|(from, until)| until.since(*from)).sum()
}
