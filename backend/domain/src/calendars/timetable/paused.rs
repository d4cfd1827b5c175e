//! The same arithmetic with pauses: stretches of time that do not count.

use super::Timetable;
use crate::kernel::{Moment, Span};

impl Timetable {
    /// The open time in `[from, to)` outside the pauses; the same below nought when `to` is the earlier one.
    ///
    /// Pauses are half-open `[paused, resumed)`, in order; where two overlap, the time counts once.
    #[must_use]
    pub fn elapsed_with(&self, from: Moment, to: Moment, pauses: &[(Moment, Moment)]) -> Span {
        if to < from {
            return -self.elapsed_with(to, from, pauses);
        }
        let (mut counted, mut known) = (self.elapsed(from, to), from);
        for &(paused, resumed) in pauses {
            let (first, last) = (paused.max(known), resumed.min(to));
            if first < last {
                counted -= self.elapsed(first, last);
                known = last;
            }
        }
        counted
    }

    /// The same as [`Timetable::due`] where the open time of pauses does not count.
    ///
    /// It never falls inside a pause; an amount that is used up exactly when a pause begins is due then.
    #[must_use]
    pub fn due_with(&self, start: Moment, amount: Span, pauses: &[(Moment, Moment)]) -> Option<Moment> {
        if amount < Span::ZERO {
            return self.backward_with(start, amount, pauses);
        }
        let (mut left, mut at) = (amount, start);
        for &(paused, resumed) in pauses {
            if at < paused {
                let open = self.elapsed(at, paused);
                if left < open || (left == open && left.is_positive()) {
                    return self.due(at, left);
                }
                left -= open;
            }
            at = at.max(resumed);
        }
        self.due(at, left)
    }

    fn backward_with(&self, start: Moment, amount: Span, pauses: &[(Moment, Moment)]) -> Option<Moment> {
        let (mut left, mut at) = (-amount, start);
        for &(paused, resumed) in pauses.iter().rev() {
            if resumed < at {
                let open = self.elapsed(resumed, at);
                if left <= open {
                    return self.due(at, -left);
                }
                left -= open;
            }
            at = at.min(paused);
        }
        self.due(at, -left)
    }
}
