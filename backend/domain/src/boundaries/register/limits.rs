//! A limit against a case: within, beyond and by how much, or not to be told.

use super::{Carried, Edge, Point};
use crate::boundaries::{Dimension, Limit, Within};
use crate::calendars::Timetable;
use crate::kernel::{Moment, PeriodKind, Span};
use std::collections::BTreeSet;
use std::fmt;

/// A limit that a case passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    /// Which.
    pub dimension: Dimension,
    /// What is within it, such as `de, fr` or `5 cases at once`.
    pub limit: String,
    /// What there is, such as `it` or `6 cases at once`.
    pub actual: String,
    /// By how much.
    pub by: Excess,
}

/// By how much a limit is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Excess {
    /// Work begins so much later, by the wall clock.
    OpensIn(Span),
    /// Work never begins again.
    NeverOpens,
    /// These names are not within it.
    Names(Vec<String>),
    /// So many cases too many.
    Cases(u32),
    /// It responds so much later than is promised.
    Later(Span),
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OpensIn(span) => write!(f, "opens in {span}"),
            Self::NeverOpens => f.write_str("never opens again"),
            Self::Names(names) => f.write_str(&names.join(", ")),
            Self::Cases(1) => f.write_str("1 case over"),
            Self::Cases(cases) => write!(f, "{cases} cases over"),
            Self::Later(span) => write!(f, "{span} later"),
        }
    }
}

/// What comes of a limit.
pub(super) enum Found {
    Within,
    /// The case does not say, or the calendar is not there.
    Unknown,
    Beyond(Excess),
}

impl Edge {
    /// Whether nothing that is known of a case lies beyond a limit.
    pub(super) fn allows(&self, point: &Point<'_>, load: &dyn Fn() -> Carried) -> bool {
        let mut limits = self.drawn.content.limits.iter();
        limits.all(|limit| !matches!(self.find(limit, point, load), Found::Beyond(_)))
    }

    /// A limit against a case; what is carried is asked for where the limit is one of capacity.
    pub(super) fn find(&self, limit: &Limit, point: &Point<'_>, load: &dyn Fn() -> Carried) -> Found {
        match &limit.within {
            Within::Hours(_) => self.hours.as_ref().map_or(Found::Unknown, |hours| open(hours, point.at)),
            Within::Region(names) => named(names, point.needs.region.iter()),
            Within::Language(names) => named(names, point.needs.language.iter()),
            Within::Product(names) => named(names, point.needs.product.iter()),
            Within::Skill(names) => named(names, point.needs.skills.iter()),
            Within::Concurrent(most) => counted(*most, load().concurrent),
            Within::Volume(volume) => counted(volume.cases, load().in_period),
            Within::Response(within) => match point.response {
                Some(promised) if promised < *within => Found::Beyond(Excess::Later(*within - promised)),
                _ => Found::Within,
            },
        }
    }

    /// A passed limit in words.
    pub(super) fn passed(&self, limit: &Limit, by: Excess, point: &Point<'_>) -> Passed {
        let (within, actual) = match &limit.within {
            Within::Hours(code) => (code.clone(), self.local(point.at)),
            Within::Region(names) => (list(names), point.needs.region.clone().unwrap_or_default()),
            Within::Language(names) => (list(names), point.needs.language.clone().unwrap_or_default()),
            Within::Product(names) => (list(names), point.needs.product.clone().unwrap_or_default()),
            Within::Skill(names) => (list(names), list(&point.needs.skills)),
            Within::Concurrent(most) => (format!("{most} at once"), format!("{} at once", over(*most, &by))),
            Within::Volume(volume) => {
                let per = period(volume.per);
                (format!("{} a {per}", volume.cases), format!("{} this {per}", over(volume.cases, &by)))
            }
            Within::Response(within) => {
                (within.to_string(), point.response.map(|promised| promised.to_string()).unwrap_or_default())
            }
        };
        Passed { dimension: limit.within.dimension(), limit: within, actual, by }
    }

    /// A moment as the wall clock of the hours shows it.
    fn local(&self, at: Moment) -> String {
        let Some(zone) = self.hours.as_ref().map(|hours| hours.calendar().zone) else { return at.to_string() };
        format!("{} {}", zone.wall(at).format("%Y-%m-%dT%H:%M"), zone.name())
    }
}

fn open(hours: &Timetable, at: Moment) -> Found {
    match hours.next_open(at) {
        Some(next) if next == at => Found::Within,
        Some(next) => Found::Beyond(Excess::OpensIn(next.since(at))),
        None => Found::Beyond(Excess::NeverOpens),
    }
}

fn named<'n>(within: &BTreeSet<String>, wanted: impl ExactSizeIterator<Item = &'n String>) -> Found {
    if wanted.len() == 0 {
        return Found::Unknown;
    }
    let missing: Vec<String> = wanted.filter(|name| !within.contains(*name)).cloned().collect();
    if missing.is_empty() { Found::Within } else { Found::Beyond(Excess::Names(missing)) }
}

/// The case that is asked about comes on top of what is carried.
const fn counted(most: u32, carried: u32) -> Found {
    if carried < most {
        Found::Within
    } else {
        Found::Beyond(Excess::Cases(carried.saturating_sub(most).saturating_add(1)))
    }
}

const fn over(most: u32, by: &Excess) -> u32 {
    match by {
        Excess::Cases(cases) => most.saturating_add(*cases),
        _ => most,
    }
}

fn list(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

const fn period(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Day => "day",
        PeriodKind::Week => "week",
        PeriodKind::Month => "month",
        PeriodKind::Quarter => "quarter",
        PeriodKind::Year => "year",
    }
}
