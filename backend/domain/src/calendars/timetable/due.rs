//! When an amount of open time is used up, forward and backward.

use super::{Timetable, block::Block};
use crate::kernel::{Moment, Span};

impl Timetable {
    /// The first instant at which `amount` of open time has gone by since `start`. When that is exactly at a closing
    /// time, it is that closing time.
    ///
    /// Nothing at all is used up at once, or at the next opening when it is closed. An amount below nought goes
    /// backward: the last instant from which on so much open time goes by until `start`; when that is exactly at an
    /// opening time, it is that opening time. None beyond the years 1900 to 2199.
    #[must_use]
    pub fn due(&self, start: Moment, amount: Span) -> Option<Moment> {
        let micros = amount.micros();
        let reached = match micros.signum() {
            0 => return self.next_open(start),
            _ if self.always_open() => start.micros().checked_add(micros),
            1 => self.forward(start.micros(), micros),
            _ => self.backward(start.micros(), micros),
        };
        Moment::from_micros(reached?).ok()
    }

    fn forward(&self, start: i64, amount: i64) -> Option<i64> {
        let (first, day) = Block::place(start);
        let mut spent = self.block(first).before(day, start).checked_add(amount)?;
        for number in first..self.blocks.len() {
            let block = self.block(number);
            if spent <= block.total {
                return block.first_after(spent);
            }
            spent -= block.total;
        }
        None
    }

    fn backward(&self, start: i64, amount: i64) -> Option<i64> {
        let (mut number, day) = Block::place(start);
        let mut spent = self.block(number).before(day, start).checked_add(amount)?;
        while spent < 0 {
            number = number.checked_sub(1)?;
            spent += self.block(number).total;
        }
        self.block(number).last_after(spent)
    }
}
