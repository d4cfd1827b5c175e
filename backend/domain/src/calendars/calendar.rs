//! A calendar as it is written and signed: zone, hours of the week, exceptions by date, holidays.

use super::codes::{CALENDAR_NEVER_OPEN, CALENDAR_OVERLAP, CALENDAR_YEAR};
use super::{Interval, Week};
use crate::kernel::{Moment, Occurrence, Refusal, Refusals, Verdict, Zone};
use chrono::{Datelike, Days, Duration, NaiveDate, NaiveTime, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// When work is done. It has no version of its own: the signed terms that contain it do.
///
/// Everything goes by local dates. An exception or a holiday replaces all hours of its date, also those that come over
/// midnight from the date before; an exception wins over a holiday.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Where its wall clock hangs.
    pub zone: Zone,
    /// The hours of every week.
    pub hours: Week,
    /// The hours of single dates instead of the week's; none at all means closed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, Vec<Interval>>")]
    pub exceptions: BTreeMap<NaiveDate, Vec<Interval>>,
    /// Dates that are closed, with their names; a name may be empty.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, String>")]
    pub holidays: BTreeMap<NaiveDate, String>,
}

impl Calendar {
    /// Round the clock, without exceptions.
    #[must_use]
    pub fn always(zone: Zone) -> Self {
        Self { zone, hours: Week::Always, exceptions: BTreeMap::new(), holidays: BTreeMap::new() }
    }

    /// Whether it never closes.
    #[must_use]
    pub fn is_always(&self) -> bool {
        self.hours == Week::Always && self.exceptions.is_empty() && self.holidays.is_empty()
    }

    /// Whether the calendar can be used.
    ///
    /// # Errors
    /// Every reason why not, with the place: [`CALENDAR_OVERLAP`], [`CALENDAR_YEAR`], [`CALENDAR_NEVER_OPEN`].
    pub fn validate(&self) -> Verdict<()> {
        let mut found: Vec<Refusal> = self.overlapping_weekdays().collect();
        let exceptions = self.exceptions.keys().map(|date| ("exceptions", *date));
        for (list, date) in exceptions.chain(self.holidays.keys().map(|date| ("holidays", *date))) {
            let field = format!("{list}.{date}");
            if !(1900..=2199).contains(&date.year()) {
                let message = format!("{date} is out of range; write a date from 1900-01-01 to 2199-12-31");
                found.push(CALENDAR_YEAR.refuse_field(field, message));
            } else if list == "exceptions" {
                let near = [Some(date), date.checked_add_days(Days::new(1))];
                let first =
                    near.into_iter().flatten().find_map(|date| overlap(self.hours_on(date)).map(|at| (date, at)));
                found.extend(first.map(|(date, at)| overlapping(field, &date.to_string(), at)));
            }
        }
        if found.is_empty() && !self.ever_opens() {
            let message =
                "nothing is ever open; give at least one weekday or exception an interval such as 09:00-17:00";
            found.push(CALENDAR_NEVER_OPEN.refuse_field("hours", message));
        }
        if found.is_empty() { Ok(()) } else { Err(Refusals(found)) }
    }

    /// The open moments of a local date, `[opens, closes)`, in no order and possibly overlapping.
    pub(super) fn open_on(&self, date: NaiveDate) -> impl Iterator<Item = (Moment, Moment)> {
        let wall = move |minutes: u16| date.and_time(NaiveTime::MIN) + Duration::minutes(minutes.into());
        self.hours_on(date)
            .map(move |(open, close)| {
                let opens = self.zone.instant_of(wall(open), Occurrence::First);
                (opens, self.zone.instant_of(wall(close), Occurrence::Second))
            })
            .filter(|(opens, closes)| opens < closes)
    }

    /// The open minutes of the wall clock on a local date, in no order.
    fn hours_on(&self, date: NaiveDate) -> impl Iterator<Item = (u16, u16)> {
        let special = self.special(date);
        let before = date.pred_opt().filter(|_| special.is_none());
        let came_over = before.map_or(&[][..], |before| self.intervals(before));
        let own = special.unwrap_or_else(|| self.hours.on(date.weekday()));
        own.iter().map(|it| it.today()).chain(came_over.iter().filter_map(|it| it.tomorrow()))
    }

    fn intervals(&self, date: NaiveDate) -> &[Interval] {
        self.special(date).unwrap_or_else(|| self.hours.on(date.weekday()))
    }

    fn special(&self, date: NaiveDate) -> Option<&[Interval]> {
        let closed = || self.holidays.contains_key(&date).then_some(&[][..]);
        self.exceptions.get(&date).map(Vec::as_slice).or_else(closed)
    }

    fn overlapping_weekdays(&self) -> impl Iterator<Item = Refusal> {
        let week = (0_u8..7).filter_map(|number| Weekday::try_from(number).ok());
        week.filter_map(|day| {
            let own = self.hours.on(day).iter().map(|it| it.today());
            let came_over = self.hours.on(day.pred()).iter().filter_map(|it| it.tomorrow());
            let name = day.to_string().to_lowercase();
            overlap(own.chain(came_over)).map(|at| overlapping(format!("hours.{name}"), &name, at))
        })
    }

    fn ever_opens(&self) -> bool {
        let weekly = (0_u8..7).filter_map(|day| Weekday::try_from(day).ok()).any(|day| !self.hours.on(day).is_empty());
        weekly || self.exceptions.keys().any(|date| self.open_on(*date).next().is_some())
    }
}

/// The minute at which one interval begins before another has ended.
fn overlap(hours: impl Iterator<Item = (u16, u16)>) -> Option<u16> {
    let mut hours: Vec<(u16, u16)> = hours.collect();
    hours.sort_unstable();
    hours.windows(2).find(|pair| pair[1].0 < pair[0].1).map(|pair| pair[1].0)
}

fn overlapping(field: String, on: &str, at: u16) -> Refusal {
    let message = format!(
        "two intervals share {:02}:{:02} on {on}, counting what comes over midnight; join them or let one end where the other begins",
        at / 60,
        at % 60
    );
    CALENDAR_OVERLAP.refuse_field(field, message)
}
