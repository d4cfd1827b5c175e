//! Business days: local dates on which anything is open.

use super::Timetable;
use super::block::{Block, date_of, number_of};
use crate::kernel::{Moment, Occurrence};
use chrono::{Days, NaiveDate};

impl Timetable {
    /// The moment `days` business days later, or earlier below nought, at the same time of day.
    ///
    /// A business day is a local date with any open time; the date of `at` itself does not count. In a gap of the clock
    /// it is the end of the gap; of a time that comes twice, the first. None beyond the years 1900 to 2199.
    #[must_use]
    pub fn add_days(&self, at: Moment, days: i32) -> Option<Moment> {
        if days == 0 {
            return Some(at);
        }
        let wall = self.calendar.zone.wall(at);
        let count = days.unsigned_abs();
        let date = match (self.always_open(), days > 0) {
            (true, true) => wall.date().checked_add_days(Days::new(count.into()))?,
            (true, false) => wall.date().checked_sub_days(Days::new(count.into()))?,
            (false, true) => self.later(wall.date(), count)?,
            (false, false) => self.earlier(wall.date(), count)?,
        };
        let there = self.calendar.zone.instant_of(date.and_time(wall.time()), Occurrence::First);
        Some(there).filter(|there| Moment::MIN < *there && *there < Moment::MAX)
    }

    /// The business day so many after a date.
    fn later(&self, date: NaiveDate, mut count: u32) -> Option<NaiveDate> {
        let next = usize::try_from(number_of(date) + 1).ok()?;
        for place in next / 64..self.blocks.len() * WORDS {
            let mut word = self.word(place);
            if place == next / 64 {
                word &= u64::MAX << (next % 64);
            }
            if word.count_ones() < count {
                count -= word.count_ones();
                continue;
            }
            for _ in 1..count {
                word &= word - 1;
            }
            return Some(date_of(place * 64 + word.trailing_zeros() as usize));
        }
        None
    }

    /// The business day so many before a date.
    fn earlier(&self, date: NaiveDate, mut count: u32) -> Option<NaiveDate> {
        let end = usize::try_from(number_of(date)).ok()?;
        for place in (0..=end / 64).rev() {
            let mut word = self.word(place);
            if place == end / 64 {
                word &= !(u64::MAX << (end % 64));
            }
            if word.count_ones() < count {
                count -= word.count_ones();
                continue;
            }
            for _ in 1..count {
                word ^= 1 << word.ilog2();
            }
            return Some(date_of(place * 64 + word.ilog2() as usize));
        }
        None
    }

    /// Sixty-four local dates, one bit each.
    fn word(&self, place: usize) -> u64 {
        self.block(place / WORDS).dates[place % WORDS]
    }
}

const WORDS: usize = Block::DAYS / 64;
