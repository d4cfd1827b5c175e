//! A zone as a calendar carries it along: `VTIMEZONE` with an observance for each way in which its clock changes
//! (RFC 5545, 3.6.5), made from the changes themselves, so that it is right where a zone has changed its rules.

use super::line::{Lines, local};
use crate::kernel::{Moment, Span, Standing, Zone};
use chrono::{Datelike, Months, NaiveDateTime, Weekday};

/// The clock stands the same for a week at least, so looking once a week misses no change.
const STEP: i64 = 7 * 86_400;
/// A change is taken for a yearly one when it came back so many years running, up to the end of what is known.
const YEARS: usize = 10;
/// How far the changes are looked at: the list of zones knows them up to the year 2100.
const KNOWN_UNTIL: i32 = 2099;

/// A change of the clock.
#[derive(Clone, Debug)]
struct Change {
    at: Moment,
    before: Standing,
    after: Standing,
}

impl Change {
    /// The wall clock just before the change is made: what `DTSTART` and `RDATE` of an observance say.
    fn wall(&self) -> NaiveDateTime {
        self.at.utc().naive_utc() + chrono::Duration::seconds(i64::from(self.before.ahead))
    }

    /// Whether it is the same change at another time.
    fn like(&self, other: &Self) -> bool {
        self.before.ahead == other.before.ahead && self.after == other.after
    }
}

/// Writes a zone: right from `from` to `until`; where `until` is none, for good where the zone keeps a yearly rule, else
/// for as long as its changes are known.
pub(super) fn write(lines: &mut Lines, zone: Zone, from: Moment, until: Option<Moment>) {
    lines.raw("BEGIN", "VTIMEZONE");
    lines.raw("TZID", zone.name());
    let start = day_before(from);
    observance(lines, &Change { at: start, before: zone.standing(start), after: zone.standing(start) }, &[], None);
    let mut rest = changes(zone, start, until);
    while let Some(first) = rest.first().cloned() {
        let (same, other): (Vec<Change>, Vec<Change>) = rest.into_iter().partition(|change| change.like(&first));
        let yearly = if until.is_none() { yearly(&same) } else { None };
        let (single, ruled) = same.split_at(yearly.as_ref().map_or(same.len(), |(begins, _)| *begins));
        if let Some((one, more)) = single.split_first() {
            observance(lines, one, more, None);
        }
        if let (Some(one), Some((_, rule))) = (ruled.first(), &yearly) {
            observance(lines, one, &[], Some(rule));
        }
        rest = other;
    }
    lines.raw("END", "VTIMEZONE");
}

fn observance(lines: &mut Lines, first: &Change, more: &[Change], rule: Option<&String>) {
    let name = if first.after.summer { "DAYLIGHT" } else { "STANDARD" };
    lines.raw("BEGIN", name);
    lines.raw("DTSTART", &local(first.wall()));
    if let Some(rule) = rule {
        lines.raw("RRULE", rule);
    }
    for change in more {
        lines.raw("RDATE", &local(change.wall()));
    }
    lines.raw("TZOFFSETFROM", &offset(first.before.ahead));
    lines.raw("TZOFFSETTO", &offset(first.after.ahead));
    lines.text("TZNAME", &first.after.name);
    lines.raw("END", name);
}

/// `+hhmm`, with seconds where there are any.
fn offset(ahead: i32) -> String {
    let (sign, size) = (if ahead < 0 { '-' } else { '+' }, ahead.unsigned_abs());
    let (hours, minutes, seconds) = (size / 3_600, size / 60 % 60, size % 60);
    if seconds == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{seconds:02}")
    }
}

fn day_before(at: Moment) -> Moment {
    at.plus_seconds(-86_400 - at.micros().div_euclid(1_000_000).rem_euclid(86_400))
}

/// The changes after a moment, in order.
fn changes(zone: Zone, from: Moment, until: Option<Moment>) -> Vec<Change> {
    let known = NaiveDateTime::default().with_year(KNOWN_UNTIL).map_or(i64::MAX, |end| end.and_utc().timestamp());
    let end = until.map_or(known, |until| until.plus_seconds(86_400).micros().div_euclid(1_000_000));
    let (mut found, mut at) = (Vec::new(), from);
    while at.micros() / 1_000_000 < end {
        let next = at.plus_seconds(STEP);
        if next == at {
            break;
        }
        let (before, after) = (zone.standing(at), zone.standing(next));
        if before != after {
            found.push(Change { at: boundary(zone, at, next, &before), before, after });
        }
        at = next;
    }
    found.retain(|change| change.at.micros() / 1_000_000 < end);
    found
}

/// The second at which the clock first stands otherwise.
fn boundary(zone: Zone, mut before: Moment, mut after: Moment, stood: &Standing) -> Moment {
    while after.since(before) > Span::from_seconds(1) {
        let middle = before.plus_seconds(after.since(before).seconds() / 2);
        if zone.standing(middle) == *stood { before = middle } else { after = middle }
    }
    after
}

/// From which change on one comes back by a yearly rule, and the rule; up to the end of what is known.
fn yearly(changes: &[Change]) -> Option<(usize, String)> {
    let last = changes.last()?.wall();
    if last.year() < KNOWN_UNTIL - 1 {
        return None;
    }
    let rules: [fn(NaiveDateTime) -> (u32, i8); 2] = [
        |wall| (wall.month(), i8::try_from(wall.day0() / 7 + 1).unwrap_or(0)),
        |wall| (wall.month(), if is_last(wall) { -1 } else { 0 }),
    ];
    let best =
        rules.iter().map(|rule| (begins(changes, last, rule), rule(last).1)).filter(|(_, nth)| *nth != 0).min()?;
    let (begins, nth) = best;
    if changes.len() - begins < YEARS {
        return None;
    }
    let day = weekday(last.weekday());
    Some((begins, format!("FREQ=YEARLY;BYMONTH={};BYDAY={nth}{day}", last.month())))
}

/// The first of those that agree with the last, without a gap of a year.
fn begins(changes: &[Change], last: NaiveDateTime, rule: &fn(NaiveDateTime) -> (u32, i8)) -> usize {
    let agrees = |place: &usize| {
        let wall = changes[*place].wall();
        let years = i32::try_from(changes.len() - 1 - *place).unwrap_or(i32::MAX);
        rule(wall) == rule(last)
            && wall.weekday() == last.weekday()
            && wall.time() == last.time()
            && wall.year() == last.year() - years
    };
    (0..changes.len()).rev().take_while(agrees).last().unwrap_or(changes.len())
}

fn is_last(wall: NaiveDateTime) -> bool {
    let month = wall.date().with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    month.is_some_and(|next| (next - wall.date()).num_days() <= 7)
}

const fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(zone: &str, from: &str, until: Option<&str>) -> String {
        let mut lines = Lines::default();
        let moment = |text: &str| Moment::parse(text).unwrap();
        write(&mut lines, Zone::parse(zone).unwrap(), moment(from), until.map(moment));
        lines.finish().replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_with_a_yearly_rule_carries_it() {
        let zurich = written("Europe/Zurich", "2026-06-01T00:00:00Z", None);
        assert!(zurich.contains("DTSTART:20261025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"), "{zurich}");
        assert!(zurich.contains("DTSTART:20270328T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\n"), "{zurich}");
        let york = written("America/New_York", "2026-06-01T00:00:00Z", None);
        assert!(york.contains("DTSTART:20261101T020000\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\n"), "{york}");
        assert!(york.contains("DTSTART:20270314T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\n"), "{york}");
    }

    #[test]
    fn a_period_names_its_changes_one_by_one() {
        let york = written("America/New_York", "2006-01-01T00:00:00Z", Some("2007-12-31T00:00:00Z"));
        assert!(york.contains("DTSTART:20060402T020000\nRDATE:20070311T020000\n"), "{york}");
        assert!(york.contains("DTSTART:20061029T020000\nRDATE:20071104T020000\n"), "{york}");
        assert!(!york.contains("RRULE"), "{york}");
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        let kolkata = written("Asia/Kolkata", "2026-01-01T00:00:00Z", None);
        assert_eq!(kolkata.matches("BEGIN:STANDARD").count(), 1, "{kolkata}");
        assert!(kolkata.contains("TZOFFSETTO:+0530"), "{kolkata}");
    }

    #[test]
    fn a_zone_that_gave_summer_time_up_keeps_the_last_one() {
        let mexico = written("America/Mexico_City", "2022-01-01T00:00:00Z", None);
        assert!(mexico.contains("DTSTART:20220403T020000\n"), "{mexico}");
        assert!(mexico.contains("DTSTART:20221030T020000\n"), "{mexico}");
        assert!(!mexico.contains("RRULE"), "{mexico}");
    }
}
