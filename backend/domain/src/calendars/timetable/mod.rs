//! A calendar made ready for arithmetic: how much open time lies between two moments, and when it is used up.

mod block;
mod days;
mod due;
mod paused;
mod windows;

use super::Calendar;
use crate::kernel::{Moment, Span};
use block::Block;
use std::sync::OnceLock;

pub use windows::Windows;

/// A calendar as open windows with prefix sums, worked out in blocks of 1,024 days when a question first needs them.
///
/// A question looks windows up by the day and never steps through them; one over many years adds up whole blocks. Share
/// it behind an `Arc`: about 9 kB without blocks, some 20 kB for each block of ordinary office hours, nothing for a
/// calendar that never closes.
#[derive(Debug)]
pub struct Timetable {
    calendar: Calendar,
    /// Empty for a calendar that never closes.
    blocks: Box<[OnceLock<Block>]>,
}

impl Timetable {
    /// A timetable for a calendar; nothing is worked out yet.
    #[must_use]
    pub fn new(calendar: Calendar) -> Self {
        let count = if calendar.is_always() { 0 } else { Block::COUNT };
        Self { blocks: (0..count).map(|_| OnceLock::new()).collect(), calendar }
    }

    /// The calendar it follows.
    #[must_use]
    pub const fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The open time in `[from, to)`; the same below nought when `to` is the earlier one.
    ///
    /// Exact and additive: `elapsed(a, c) = elapsed(a, b) + elapsed(b, c)` for any three moments.
    #[must_use]
    pub fn elapsed(&self, from: Moment, to: Moment) -> Span {
        if self.always_open() {
            return to.since(from);
        }
        if to < from {
            return -self.elapsed(to, from);
        }
        let ((first, from_day), (last, to_day)) = (Block::place(from.micros()), Block::place(to.micros()));
        let between: i64 = (first..last).map(|number| self.block(number).total).sum();
        let ends = self.block(last).before(to_day, to.micros()) - self.block(first).before(from_day, from.micros());
        Span::from_micros(between + ends)
    }

    /// Whether it is open at a moment: so at an opening time, not at a closing time.
    #[must_use]
    pub fn is_open(&self, at: Moment) -> bool {
        self.next_open(at) == Some(at)
    }

    /// The first open moment from `at` on: `at` itself while it is open. None when nothing opens before 2200.
    #[must_use]
    pub fn next_open(&self, at: Moment) -> Option<Moment> {
        self.windows(at, Moment::MAX).peek().and_then(|(open, _)| Moment::from_micros(open).ok())
    }

    /// The first closing time after `at`. None when nothing closes before 2200.
    #[must_use]
    pub fn next_close(&self, at: Moment) -> Option<Moment> {
        self.windows(at, Moment::MAX).next().map(|(_, close)| close).filter(|close| *close < Moment::MAX)
    }

    const fn always_open(&self) -> bool {
        self.blocks.is_empty()
    }

    /// A block, worked out when it is first asked for.
    fn block(&self, number: usize) -> &Block {
        self.blocks[number].get_or_init(|| Block::compile(&self.calendar, number))
    }
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;
