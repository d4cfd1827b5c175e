//! A stretch of 1,024 days of a timetable: its open windows with prefix sums, found by the day.

use super::super::Calendar;
use crate::kernel::Moment;
use chrono::{Days, NaiveDate};

/// Microseconds in a day of UTC.
const DAY: i64 = 86_400_000_000;

/// An open window `[open, close)` in microseconds since 1970, and the open time of its block before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub open: i64,
    pub close: i64,
    before: i64,
}

impl Window {
    /// The open time of its block up to its end.
    const fn after(&self) -> i64 {
        self.before + self.close - self.open
    }
}

/// The windows of 1,024 days of UTC, joined where they touch and cut at the block's ends.
#[derive(Debug)]
pub(super) struct Block {
    pub windows: Vec<Window>,
    /// By day, the first window that ends after the day begins; one more for the end.
    first: Vec<u32>,
    /// The block's whole open time in microseconds.
    pub total: i64,
    /// A bit for each local date of the same numbers: whether anything is open on it.
    pub dates: [u64; Self::DAYS / 64],
}

/// The number of a local date, counted from 1900-01-01.
pub(super) fn number_of(date: NaiveDate) -> i64 {
    date.signed_duration_since(first_date()).num_days()
}

/// The local date of a number, from 0 on.
pub(super) fn date_of(number: usize) -> NaiveDate {
    first_date() + Days::new(number as u64)
}

fn first_date() -> NaiveDate {
    Moment::MIN.utc().date_naive()
}

impl Block {
    /// Days in a block.
    pub const DAYS: usize = 1024;
    /// Blocks in the range of moments.
    pub const COUNT: usize = Self::place(Moment::MAX.micros()).0 + 1;

    /// The block of a moment, and the day within it.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    pub const fn place(at: i64) -> (usize, usize) {
        // not below 0: no moment lies before the first
        let day = ((at - Moment::MIN.micros()) / DAY) as usize;
        (day / Self::DAYS, day % Self::DAYS)
    }

    /// Works out a block from the calendar's local dates, two more at the front: one whose hours come over midnight and
    /// one for zones that lie ahead of UTC.
    pub fn compile(calendar: &Calendar, number: usize) -> Self {
        let mut dates = [0; Self::DAYS / 64];
        let mut open: Vec<(i64, i64)> = Vec::new();
        let first = number * Self::DAYS;
        for date in (date_of(first) - Days::new(2)).iter_days().take(Self::DAYS + 4) {
            let known = open.len();
            open.extend(calendar.open_on(date).map(|(opens, closes)| (opens.micros(), closes.micros())));
            let place = usize::try_from(number_of(date)).ok().and_then(|date| date.checked_sub(first));
            if let Some(place) = place.filter(|place| *place < Self::DAYS && open.len() > known) {
                dates[place / 64] |= 1 << (place % 64);
            }
        }
        open.sort_unstable();
        let start = Moment::MIN.micros() + day_start(first);
        let end = (start + day_start(Self::DAYS)).min(Moment::MAX.micros() + 1);
        let windows = joined(open.into_iter().map(|(open, close)| (open.max(start), close.min(end))));
        let first = (0..=Self::DAYS).map(|day| start + day_start(day));
        let first = first.map(|day| windows.partition_point(|it| it.close <= day) as u32).collect();
        Self { total: windows.last().map_or(0, Window::after), windows, first, dates }
    }

    /// The place of the first window that ends after a moment of a day of this block.
    pub fn find(&self, day: usize, at: i64) -> usize {
        let (low, high) = (self.first[day] as usize, self.first[day + 1] as usize);
        low + self.windows[low..high].partition_point(|it| it.close <= at)
    }

    /// The open time of the block before a moment of one of its days.
    pub fn before(&self, day: usize, at: i64) -> i64 {
        self.windows.get(self.find(day, at)).map_or(self.total, |it| it.before + (at - it.open).max(0))
    }

    /// The first instant by which so much of the block's open time, more than nothing, has gone by.
    pub fn first_after(&self, spent: i64) -> Option<i64> {
        let it = self.windows.get(self.windows.partition_point(|it| it.after() < spent))?;
        Some(it.open + spent - it.before)
    }

    /// The last instant by which only so much of the block's open time has gone by.
    pub fn last_after(&self, spent: i64) -> Option<i64> {
        let it = self.windows.get(self.windows.partition_point(|it| it.after() <= spent))?;
        Some(it.open + spent - it.before)
    }
}

/// How long so many days are.
const fn day_start(days: usize) -> i64 {
    days as i64 * DAY
}

/// Windows in order, those that touch or overlap made one, those without length left out.
fn joined(open: impl Iterator<Item = (i64, i64)>) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for (open, close) in open.filter(|(open, close)| open < close) {
        match windows.last_mut() {
            Some(last) if open <= last.close => last.close = last.close.max(close),
            last => {
                let before = last.map_or(0, |last| last.after());
                windows.push(Window { open, close, before });
            }
        }
    }
    windows.shrink_to_fit();
    windows
}
