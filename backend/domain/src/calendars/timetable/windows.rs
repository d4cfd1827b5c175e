//! The open windows themselves: to explain a deadline, and to split open time by another calendar's.

use super::{Timetable, block::Block};
use crate::kernel::{Moment, Span};

/// The open windows of a timetable between two moments, in order, cut at both ends.
#[derive(Clone, Debug)]
pub struct Windows<'a> {
    timetable: &'a Timetable,
    from: i64,
    to: i64,
    /// The next window's block and place in it.
    next: (usize, usize),
}

impl Timetable {
    /// The open windows `[open, close)` in `[from, to)`, in order, joined where they touch; their lengths add up to
    /// [`Timetable::elapsed`].
    #[must_use]
    pub fn windows(&self, from: Moment, to: Moment) -> Windows<'_> {
        let (from, to) = (from.micros(), to.micros());
        let (number, day) = Block::place(from);
        let place = if self.always_open() || to <= from { 0 } else { self.block(number).find(day, from) };
        Windows { timetable: self, from, to, next: (number, place) }
    }

    /// The open time in `[from, to)`, divided: what is open here and in the holder's timetable too, and what is open
    /// here while the holder is closed. The two add up to [`Timetable::elapsed`].
    #[must_use]
    pub fn split(&self, from: Moment, to: Moment, holder: &Self) -> (Span, Span) {
        if to < from {
            let (both, alone) = self.split(to, from, holder);
            return (-both, -alone);
        }
        let all = self.elapsed(from, to);
        let both = if holder.always_open() || std::ptr::eq(self, holder) {
            all
        } else {
            self.windows(from, to).map(|(open, close)| holder.elapsed(open, close)).sum()
        };
        (both, all - both)
    }
}

impl Windows<'_> {
    /// The next window as it stands in its block, if it begins before the end.
    pub(super) fn peek(&mut self) -> Option<(i64, i64)> {
        if self.timetable.always_open() {
            return Some((self.from, self.to)).filter(|(open, close)| open < close);
        }
        while self.next.0 < self.timetable.blocks.len() && self.next.0 <= Block::place(self.to).0 {
            if let Some(it) = self.timetable.block(self.next.0).windows.get(self.next.1) {
                return Some((it.open.max(self.from), it.close.min(self.to))).filter(|(open, close)| open < close);
            }
            self.next = (self.next.0 + 1, 0);
        }
        None
    }
}

impl Iterator for Windows<'_> {
    type Item = (Moment, Moment);

    fn next(&mut self) -> Option<(Moment, Moment)> {
        let (open, mut close) = self.peek()?;
        self.next.1 += 1;
        // a window that is cut at the end of a block goes on in the next
        while let Some((_, end)) = self.peek().filter(|(open, _)| *open == close) {
            close = end;
            self.next.1 += 1;
        }
        self.from = close;
        Moment::from_micros(open).ok().zip(Moment::from_micros(close).ok())
    }
}
