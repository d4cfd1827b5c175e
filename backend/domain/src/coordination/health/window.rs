//! The days that health looks back upon.

use crate::kernel::{Moment, Zone};
use chrono::{Days, NaiveDate};

/// Some local days in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, the whole of which counts.
    pub last: NaiveDate,
    /// When the first day begins.
    pub from: Moment,
    /// When the last day has ended.
    pub until: Moment,
}

impl Window {
    /// So many days, at least one, that end with a day.
    #[must_use]
    pub fn ending(zone: Zone, last: NaiveDate, days: u16) -> Self {
        let back = Days::new(u64::from(days.max(1)) - 1);
        let first = last.checked_sub_days(back).unwrap_or(NaiveDate::MIN);
        let next = last.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        Self { first, last, from: zone.start_of(first), until: zone.start_of(next) }
    }

    /// As many days, right before these.
    #[must_use]
    pub fn before(self, zone: Zone, days: u16) -> Self {
        let last = self.first.checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
        Self { until: self.from, ..Self::ending(zone, last, days) }
    }

    /// Whether a moment falls on one of the days.
    #[must_use]
    pub fn contains(self, at: Moment) -> bool {
        self.from <= at && at < self.until
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_touch_and_hold_whole_days_over_a_change_of_the_clock() {
        let zone = Zone::parse("Europe/Berlin").unwrap();
        let now = Window::ending(zone, "2026-03-30".parse().unwrap(), 2);
        assert_eq!(now.first.to_string(), "2026-03-29");
        assert_eq!(
            (now.from.to_string(), now.until.to_string()),
            ("2026-03-28T23:00:00Z".into(), "2026-03-30T22:00:00Z".into())
        );
        let before = now.before(zone, 2);
        assert_eq!((before.first.to_string(), before.last.to_string()), ("2026-03-27".into(), "2026-03-28".into()));
        assert_eq!(before.until, now.from);
        assert!(now.contains(now.from) && !now.contains(now.until) && !before.contains(now.from));
        assert_eq!(Window::ending(zone, now.last, 0), Window::ending(zone, now.last, 1), "one day at least");
    }
}
