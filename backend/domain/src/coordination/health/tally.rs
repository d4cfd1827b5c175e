//! What was to be done or answered by a moment is counted: in the window in which it was done, or in which its time
//! passed.

use super::{Share, Window};
use crate::agreements::HealthSign;
use crate::kernel::{CompanyId, Moment};
use std::collections::BTreeMap;

/// Something that a company was to do or answer by a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waited {
    /// What it is a sign of.
    pub sign: HealthSign,
    /// Who was to do it.
    pub company: CompanyId,
    /// By when; nothing where it may wait forever.
    pub due: Option<Moment>,
    /// When it was done; nothing while it is not.
    pub done: Option<Moment>,
}

impl Waited {
    /// When it is judged, and whether it was in time: when it was done in time, or else when its time passed. Nothing as
    /// long as it may still be done in time.
    #[must_use]
    pub fn judged(&self, now: Moment) -> Option<(Moment, bool)> {
        let done = self.done.filter(|done| *done <= now);
        match (done, self.due) {
            (Some(done), None) => Some((done, true)),
            (Some(done), Some(due)) if done <= due => Some((done, true)),
            (_, Some(due)) if due <= now => Some((due, false)),
            _ => None,
        }
    }
}

/// How much of each sign was good, for each company.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: BTreeMap<(CompanyId, HealthSign), (u64, u64)>,
    shares: BTreeMap<(CompanyId, HealthSign), Share>,
}

impl Tally {
    /// Counts what is judged within a window, as of a moment.
    pub fn count<'w>(&mut self, window: Window, now: Moment, waited: impl IntoIterator<Item = &'w Waited>) {
        for one in waited {
            if let Some((_, good)) = one.judged(now).filter(|(at, _)| window.contains(*at)) {
                self.add(one.company, one.sign, good);
            }
        }
    }

    /// Counts one thing, good or not.
    pub fn add(&mut self, company: CompanyId, sign: HealthSign, good: bool) {
        let (known, total) = self.counts.entry((company, sign)).or_default();
        (*known, *total) = (*known + u64::from(good), *total + 1);
    }

    /// Takes a share that was found as it is.
    pub fn set(&mut self, company: CompanyId, sign: HealthSign, share: Option<Share>) {
        self.shares.extend(share.map(|share| ((company, sign), share)));
    }

    /// What a sign says of a company; nothing where there was nothing to judge.
    #[must_use]
    pub fn share(&self, company: CompanyId, sign: HealthSign) -> Option<Share> {
        let key = (company, sign);
        let counted = self.counts.get(&key).and_then(|(good, total)| Share::count(*good, *total));
        self.shares.get(&key).copied().or(counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Zone;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn at(hour: i64) -> Moment {
        Moment::EPOCH.plus_seconds(hour * 3_600)
    }

    fn waited(due: Option<i64>, done: Option<i64>) -> Waited {
        let company = CompanyId(Uuid::from_u128(1));
        Waited { sign: HealthSign::Actions, company, due: due.map(at), done: done.map(at) }
    }

    #[test]
    fn it_is_judged_when_it_was_done_or_when_its_time_passed() {
        for (due, done, now, expected) in [
            (Some(10), Some(5), 7, Some((5, true))),
            (Some(10), Some(10), 10, Some((10, true))),
            (Some(10), Some(11), 20, Some((10, false))),
            (Some(10), None, 9, None),
            (Some(10), None, 10, Some((10, false))),
            (None, Some(3), 4, Some((3, true))),
            (None, None, 99, None),
            (Some(10), Some(5), 4, None),
        ] {
            let judged = waited(due, done).judged(at(now));
            assert_eq!(judged, expected.map(|(hour, good)| (at(hour), good)), "{due:?} {done:?} {now}");
        }
    }

    #[test]
    fn what_was_found_as_a_share_stands_beside_what_is_counted() {
        let (mut tally, company) = (Tally::default(), CompanyId(Uuid::from_u128(1)));
        tally.add(company, HealthSign::Attendance, true);
        tally.add(company, HealthSign::Attendance, false);
        tally.set(company, HealthSign::Alignment, Share::count(3, 4));
        tally.set(company, HealthSign::Staffing, None);
        assert_eq!(tally.share(company, HealthSign::Attendance), Share::count(1, 2));
        assert_eq!(tally.share(company, HealthSign::Alignment), Share::count(3, 4));
        assert_eq!(tally.share(company, HealthSign::Staffing), None);
    }

    proptest! {
        /// Whatever is judged at all falls into exactly one of the windows that touch.
        #[test]
        fn everything_is_counted_once(due in prop::option::of(0_i64..240), done in prop::option::of(0_i64..240), now in 0_i64..240) {
            let (zone, one) = (Zone::parse("UTC").unwrap(), waited(due, done));
            let last = zone.date_of(at(239));
            let mut windows = vec![Window::ending(zone, last, 2)];
            for _ in 0..4 {
                windows.extend(windows.last().map(|window| window.before(zone, 2)));
            }
            let counted = windows.iter().filter(|window| {
                let mut tally = Tally::default();
                tally.count(**window, at(now), [&one]);
                tally.share(one.company, one.sign).is_some()
            });
            prop_assert_eq!(counted.count(), usize::from(one.judged(at(now)).is_some()));
        }
    }
}
