//! Weekly rules against brute force over dates, over every change of the clock from 2024 to 2030 in several zones.

use super::tests::series;
use super::*;
use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use proptest::prelude::*;

const ZONES: [&str; 9] = [
    "Europe/Zurich",
    "Europe/London",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "America/Havana",
];
const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

/// The dates of a weekly rule, found by walking over all of them.
fn brute(first: NaiveDate, interval: u64, days: &[Weekday], week_starts: Weekday, count: usize) -> Vec<NaiveDate> {
    let since_week_start = u64::from(first.weekday().days_since(week_starts));
    let first_week = first - Days::new(since_week_start);
    let in_rhythm = |date: &NaiveDate| {
        let weeks = (*date - first_week).num_days() / 7;
        weeks.unsigned_abs().is_multiple_of(interval) && days.contains(&date.weekday())
    };
    first.iter_days().filter(in_rhythm).take(count).collect()
}

/// The first moment at which the wall clock shows the time, or would have: found by walking over minutes.
fn walked(zone: Zone, local: NaiveDateTime) -> Moment {
    let day_before = Moment::from_utc((local - Days::new(1)).and_utc()).unwrap();
    let walls = (0..3 * 1440).map(|minute| day_before.plus_seconds(minute * 60));
    walls.into_iter().find(|at| zone.wall(*at) >= local).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn weekly_rules_are_those_of_brute_force(
        zone in 0..ZONES.len(),
        first in 0_u64..2_500,
        minute in 0_u32..1440,
        interval in 1_u64..7,
        chosen in proptest::sample::subsequence(DAYS.to_vec(), 1..=7),
        sunday in any::<bool>(),
        until in any::<bool>(),
        count in 1_usize..40,
    ) {
        let first = "2024-01-01".parse::<NaiveDate>().unwrap() + Days::new(first);
        let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
        let days: Vec<Weekday> = chosen.iter().map(|(_, day)| *day).collect();
        let week_starts = if sunday { Weekday::Sun } else { Weekday::Mon };
        let first = first.iter_days().find(|date| days.contains(&date.weekday())).unwrap();
        let expected = brute(first, interval, &days, week_starts, count);
        let zone = Zone::parse(ZONES[zone]).unwrap();
        let last = walked(zone, expected.last().unwrap().and_time(time));
        let end = if until { format!("UNTIL={}", last.utc().format("%Y%m%dT%H%M%SZ")) } else { format!("COUNT={count}") };
        let names: Vec<&str> = chosen.iter().map(|(name, _)| *name).collect();
        let wkst = if sunday { "SU" } else { "MO" };
        let rule = format!("FREQ=WEEKLY;INTERVAL={interval};BYDAY={};WKST={wkst};{end}", names.join(","));
        let recurrence = series(&format!("{:?}", first.and_time(time)), &rule, zone.name()).check().unwrap();
        let found: Vec<Instance> = recurrence.instances().collect();
        let locals: Vec<NaiveDate> = found.iter().map(|it| it.local.date()).collect();
        prop_assert_eq!(locals, expected);
        prop_assert!(found.windows(2).all(|pair| pair[0].at < pair[1].at));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(FREQ|BYDAY|COUNT|UNTIL|INTERVAL|BYSETPOS|BYHOUR|[A-Z]{1,3}|=|;|,|-|[0-9]{1,3}|MO|WEEKLY|DAILY| ){0,14}") {
        let written = Recurrence { rule: Some(text), ..series("2026-03-02T09:00:00", "", "Europe/Zurich") };
        if let Ok(read) = written.check() {
            prop_assert_eq!(read.check(), Ok(read.clone()));
            prop_assert_eq!(read.from(Moment::MIN, 1)[0].local, read.starts);
        }
    }
}

#[test]
fn the_hour_stays_over_every_change_of_the_clock_from_2024_to_2030() {
    for name in ZONES {
        let zone = Zone::parse(name).unwrap();
        for time in ["00:00:00", "01:45:00", "02:30:00", "03:00:00", "09:00:00", "23:30:00"] {
            let recurrence = series(&format!("2024-01-01T{time}"), "FREQ=DAILY;UNTIL=20301231T235959Z", name);
            let mut shifted = 0;
            for Instance { local, at } in recurrence.instances() {
                let wall = zone.wall(at);
                assert!(wall >= local, "{name} {local}");
                if wall != local {
                    shifted += 1;
                    assert!(zone.wall(at.plus_seconds(-1)) < local, "{name}: {local} is in a gap that ends at {wall}");
                }
            }
            assert!(shifted <= 7, "{name} {time}: one gap a year, but {shifted}");
        }
    }
}
