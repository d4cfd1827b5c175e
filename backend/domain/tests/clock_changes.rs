//! Every change of the clock from 2020 to 2035 in forty zones, against a calculation that walks minute by minute.
//!
//! The walk knows no offsets and no conversion back from wall time: it writes down what the wall clock shows in each
//! minute around a change, and looks intervals up in that list. They open when the clock first shows their beginning or
//! more, and close when it last shows their end, or, where it never does, when it first shows more.

#![allow(clippy::unwrap_used)]

use chrono::{DateTime, Duration, TimeDelta, Utc};
use chrono_tz::Tz;
use concordat_domain::calendars::{Calendar, Timetable};
use concordat_domain::kernel::Moment;
use serde_json::json;

const ZONES: &[Tz] = &[
    Tz::Africa__Cairo,
    Tz::Africa__Casablanca,
    Tz::Africa__El_Aaiun,
    Tz::America__Asuncion,
    Tz::America__Chicago,
    Tz::America__Denver,
    Tz::America__Halifax,
    Tz::America__Havana,
    Tz::America__Los_Angeles,
    Tz::America__Mexico_City,
    Tz::America__Miquelon,
    Tz::America__New_York,
    Tz::America__Nuuk,
    Tz::America__PortauPrince,
    Tz::America__Santiago,
    Tz::America__Scoresbysund,
    Tz::America__St_Johns,
    Tz::Antarctica__Troll,
    Tz::Asia__Amman,
    Tz::Asia__Beirut,
    Tz::Asia__Damascus,
    Tz::Asia__Gaza,
    Tz::Asia__Jerusalem,
    Tz::Asia__Tehran,
    Tz::Atlantic__Azores,
    Tz::Atlantic__Bermuda,
    Tz::Australia__Adelaide,
    Tz::Australia__Lord_Howe,
    Tz::Australia__Sydney,
    Tz::Europe__Athens,
    Tz::Europe__Berlin,
    Tz::Europe__Chisinau,
    Tz::Europe__Dublin,
    Tz::Europe__Lisbon,
    Tz::Europe__London,
    Tz::Europe__Volgograd,
    Tz::Europe__Zurich,
    Tz::Pacific__Auckland,
    Tz::Pacific__Chatham,
    Tz::Pacific__Easter,
];

/// Hours of every day, in minutes, such that ends fall before, into, behind and exactly on usual changes.
const HOURS: &[&[(i64, i64)]] = &[
    &[(90, 150), (540, 1020), (1410, 1440)],
    &[(0, 60), (120, 180), (1320, 1380)],
    &[(45, 120), (180, 210), (1200, 1430)],
    &[(0, 1440)],
];

/// The minutes in a zone at which the wall clock leaps.
fn changes(zone: Tz) -> Vec<DateTime<Utc>> {
    let wall = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let leaps = |from: DateTime<Utc>, length: TimeDelta| wall(from + length) - wall(from) != length;
    let start: DateTime<Utc> = "2020-01-01T00:00:00Z".parse().unwrap();
    let quarters = (0..16 * 1_461).map(|quarter| start + Duration::hours(6 * quarter));
    let changed = quarters.filter(|at| leaps(*at, Duration::hours(6)));
    changed
        .map(|at| {
            let mut minutes = (0..360).map(|minute| at + Duration::minutes(minute));
            minutes.find(|at| leaps(*at, Duration::minutes(1))).unwrap() + Duration::minutes(1)
        })
        .collect()
}

/// What the wall clock shows in each minute of the four days around a change, from the first one on; in minutes too.
fn shown(zone: Tz, change: DateTime<Utc>) -> (DateTime<Utc>, Vec<i64>) {
    let first = change - Duration::hours(52);
    let minutes = (0..104 * 60).map(|minute| first + Duration::minutes(minute));
    (first, minutes.map(|at| at.with_timezone(&zone).naive_local().and_utc().timestamp() / 60).collect())
}

/// The walk: the open stretches of daily hours within 18 hours of a change.
fn walked((first, clock): &(DateTime<Utc>, Vec<i64>), hours: &[(i64, i64)]) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let midnight = clock[clock.len() / 2] / 1440 * 1440;
    let mut open = vec![false; clock.len()];
    for (day, (from, to)) in (-1..=1).flat_map(|day| hours.iter().map(move |hours| (day, hours))) {
        let wall = |minutes: &i64| midnight + day * 1440 + minutes;
        let reached = |wall: i64| clock.iter().position(|shown| *shown >= wall).unwrap();
        let closes = clock.iter().rposition(|shown| *shown == wall(to)).unwrap_or_else(|| reached(wall(to)));
        let opens = reached(wall(from));
        open[opens.min(closes)..closes].fill(true);
    }
    let near = (34 * 60)..(70 * 60);
    let mut stretches: Vec<(DateTime<Utc>, DateTime<Utc>)> = Vec::new();
    for minute in near.filter(|minute| open[*minute]) {
        let at = *first + Duration::minutes(i64::try_from(minute).unwrap());
        match stretches.last_mut() {
            Some((_, end)) if *end == at => *end += Duration::minutes(1),
            _ => stretches.push((at, at + Duration::minutes(1))),
        }
    }
    stretches
}

fn daily(zone: Tz, hours: &[(i64, i64)]) -> Timetable {
    let time = |minutes: &i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let day: Vec<String> = hours.iter().map(|(open, close)| format!("{}-{}", time(open), time(close))).collect();
    let week = json!({ "mon": day, "tue": day, "wed": day, "thu": day, "fri": day, "sat": day, "sun": day });
    let calendar = json!({ "zone": zone.name(), "hours": week });
    Timetable::new(serde_json::from_value::<Calendar>(calendar).unwrap())
}

#[test]
fn every_change_of_the_clock_in_forty_zones() {
    let mut seen = 0;
    for &zone in ZONES {
        let timetables: Vec<(&[(i64, i64)], Timetable)> =
            HOURS.iter().map(|hours| (*hours, daily(zone, hours))).collect();
        let changes = changes(zone);
        assert!(!changes.is_empty(), "{zone} never changes its clock");
        for change in changes {
            let clock = shown(zone, change);
            let near = |hours| Moment::from_utc(change + Duration::hours(hours)).unwrap();
            for (hours, timetable) in &timetables {
                let found = timetable.windows(near(-18), near(18));
                let found: Vec<_> = found.map(|(open, close)| (open.utc(), close.utc())).collect();
                assert_eq!(found, walked(&clock, hours), "{zone} {change} {hours:?}");
                seen += 1;
            }
        }
    }
    assert!(seen > 3_000, "{seen} changes with their hours");
}
