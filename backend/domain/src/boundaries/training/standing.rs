//! Who is trained on a day, and which share of whom.

use super::{Member, Training};
use crate::kernel::CompanyId;
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// Where a member stands with a training on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Has completed it, and it counts.
    Trained {
        /// The day from which on it counts no more, if it expires.
        until: Option<NaiveDate>,
    },
    /// Has completed it, but too long ago.
    Expired {
        /// Since which day it counts no more.
        since: NaiveDate,
    },
    /// Is let off.
    Waived {
        /// The last day.
        until: NaiveDate,
    },
    /// Has not completed it.
    Untrained,
}

impl Standing {
    /// The stable name: `trained`, `expired`, `waived` or `untrained`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trained { .. } => "trained",
            Self::Expired { .. } => "expired",
            Self::Waived { .. } => "waived",
            Self::Untrained => "untrained",
        }
    }

    /// Whether they may take duty.
    #[must_use]
    pub const fn may_take_duty(self) -> bool {
        matches!(self, Self::Trained { .. } | Self::Waived { .. })
    }
}

/// How many of the members are trained.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Trained, and it counts. Whoever is let off is not trained.
    pub trained: u64,
    /// Members.
    pub members: u64,
}

impl Training {
    /// Where a member stands on a day. Who is trained needs no waiver; a waiver counts where the training has expired.
    #[must_use]
    pub fn standing(&self, member: Member, on: NaiveDate) -> Standing {
        let own = self.completions.iter().filter(|known| known.member == member && known.on <= on);
        let last = own.map(|known| known.on).max();
        let until = last.and_then(|last| last.checked_add_days(Days::new(u64::from(self.valid_for?))));
        if last.is_some() && until.is_none_or(|until| on < until) {
            return Standing::Trained { until };
        }
        let off = self.waivers.iter().filter(|known| known.member == member && known.from <= on && on <= known.until);
        match (off.map(|known| known.until).max(), until) {
            (Some(until), _) => Standing::Waived { until },
            (None, Some(since)) => Standing::Expired { since },
            (None, None) => Standing::Untrained,
        }
    }

    /// The shares of each company's members that are trained on a day.
    #[must_use]
    pub fn shares(&self, members: impl IntoIterator<Item = Member>, on: NaiveDate) -> BTreeMap<CompanyId, Share> {
        let mut shares: BTreeMap<_, Share> = BTreeMap::new();
        for member in members {
            let share = shares.entry(member.company).or_default();
            share.members += 1;
            share.trained += u64::from(matches!(self.standing(member, on), Standing::Trained { .. }));
        }
        shares
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::tests::{member, training};
    use super::*;
    use crate::boundaries::life::fixtures::*;
    use proptest::prelude::*;

    fn held(valid_for: Option<u32>, days: &[&str]) -> Training {
        let members = set([member(2, 20)]);
        let plan = Training { valid_for, ..training() };
        days.iter().fold(plan, |it, on| {
            it.complete((member(2, 20), &members), (day(on), day("2026-12-31")), None, by(1, 10)).unwrap()
        })
    }

    #[test]
    fn a_completion_counts_for_its_days() {
        let stands = |plan: &Training, on: &str| plan.standing(member(2, 20), day(on));
        let month = held(Some(30), &["2026-03-01", "2026-05-01"]);
        let cases = [
            ("2026-02-28", Standing::Untrained),
            ("2026-03-01", Standing::Trained { until: Some(day("2026-03-31")) }),
            ("2026-03-30", Standing::Trained { until: Some(day("2026-03-31")) }),
            ("2026-03-31", Standing::Expired { since: day("2026-03-31") }),
            ("2026-05-01", Standing::Trained { until: Some(day("2026-05-31")) }),
            ("2026-06-01", Standing::Expired { since: day("2026-05-31") }),
        ];
        for (on, expected) in cases {
            assert_eq!(stands(&month, on), expected, "{on}");
        }
        assert_eq!(stands(&held(None, &["2026-03-01"]), "2030-01-01"), Standing::Trained { until: None });
        assert_eq!(month.standing(member(3, 20), day("2026-05-01")), Standing::Untrained, "for another company");
        assert_eq!(stands(&month.reopened(id(97), 2), "2026-05-01"), Standing::Untrained, "of the next version");
    }

    #[test]
    fn a_waiver_counts_for_its_days_where_nothing_else_does() {
        let members = set([member(2, 20)]);
        let waived = |plan: Training, until: &str| {
            plan.waive((member(2, 20), &members), (day(until), today()), "hired today", by(2, 21)).unwrap()
        };
        let plan = waived(waived(held(Some(30), &["2026-03-05"]), "2026-03-04"), "2026-04-10");
        let names = ["2026-03-01", "2026-03-02", "2026-03-05", "2026-04-04", "2026-04-10", "2026-04-11"]
            .map(|on| plan.standing(member(2, 20), day(on)).name());
        assert_eq!(names, ["untrained", "waived", "trained", "waived", "waived", "expired"]);
        assert_eq!(plan.standing(member(2, 20), today()), Standing::Waived { until: day("2026-04-10") });
        let may = ["2026-03-01", "2026-03-02", "2026-03-05", "2026-04-11"];
        assert_eq!(may.map(|on| plan.standing(member(2, 20), day(on)).may_take_duty()), [false, true, true, false]);
    }

    #[test]
    fn shares_are_of_each_companys_members() {
        let plan = held(None, &["2026-03-01"]);
        let shares = plan.shares([member(2, 20), member(2, 21), member(3, 30)], today());
        let share = |trained, members| Share { trained, members };
        assert_eq!(shares, [(id(2), share(1, 2)), (id(3), share(0, 1))].into());
    }

    proptest! {
        #[test]
        fn somebody_is_trained_exactly_on_the_days_their_completions_count(
            days in prop::collection::vec(0_u64..60, 0..5), valid_for in prop::option::of(1_u32..20), on in 0_u64..90,
        ) {
            let date = |days| day("2026-03-01") + Days::new(days);
            let texts: Vec<String> = days.iter().map(|it| date(*it).to_string()).collect();
            let plan = held(valid_for, &texts.iter().map(String::as_str).collect::<Vec<_>>());
            let counts = |from: &u64| *from <= on && valid_for.is_none_or(|length| on < from + u64::from(length));
            let standing = plan.standing(member(2, 20), date(on));
            prop_assert_eq!(standing.may_take_duty(), days.iter().any(counts));
        }
    }
}
