//! What holds for every calendar: open time adds up, runs forward, and a target is used up when it is due.

use super::super::samples::{at, with_exception, with_holiday};
use super::*;
use crate::calendars::{Calendar, Interval, Week, WeekDays};
use crate::kernel::Zone;
use proptest::{collection::vec, prelude::*, sample::select};
use std::collections::BTreeMap;

const ZONES: &[&str] =
    &["UTC", "Europe/Zurich", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Atlantic/Azores"];
/// The year in which everything below happens, with a margin.
const YEAR: i64 = 366 * 86_400;

/// Intervals of one date that do not overlap, in quarters of an hour; sometimes up to midnight, never over it.
fn hours() -> impl Strategy<Value = Vec<Interval>> {
    vec(0_u16..=96, 0..6).prop_map(|mut ends| {
        ends.sort_unstable();
        ends.dedup();
        let time = |quarters: u16| format!("{:02}:{:02}", quarters / 4, quarters % 4 * 15);
        let pairs = ends.chunks_exact(2).map(|pair| format!("{}-{}", time(pair[0]), time(pair[1])));
        pairs.map(|text| Interval::parse(&text).unwrap()).collect()
    })
}

fn calendar() -> impl Strategy<Value = Calendar> {
    (select(ZONES), vec(hours(), 7), vec((0_u64..366, hours()), 0..4), any::<bool>()).prop_map(
        |(zone, week, special, night)| {
            let [mon, tue, wed, thu, fri, mut sat, sun] = <[Vec<Interval>; 7]>::try_from(week).unwrap();
            if night {
                sat = vec![Interval::parse("22:45-00:15").unwrap()];
            }
            let hours = Week::Days(WeekDays { mon, tue, wed, thu, fri, sat, sun });
            let zone = Zone::parse(zone).unwrap();
            let plain = Calendar { zone, hours, exceptions: BTreeMap::new(), holidays: BTreeMap::new() };
            special.into_iter().enumerate().fold(plain, |mut calendar, (number, (day, hours))| {
                let date = chrono::NaiveDate::from_ymd_opt(2025, 7, 1).unwrap() + chrono::Days::new(day);
                if number % 2 == 0 {
                    return with_holiday(calendar, &date.to_string());
                }
                calendar = with_exception(calendar, &date.to_string(), &[]);
                calendar.exceptions.insert(date, hours);
                calendar
            })
        },
    )
}

fn moment() -> impl Strategy<Value = Moment> {
    let start = at("2025-07-01T00:00:00Z");
    // often on the quarter of an hour, where windows begin and end
    prop_oneof![
        (0..YEAR / 900).prop_map(move |quarters| start.plus_seconds(quarters * 900)),
        (0..YEAR * 1_000_000).prop_map(move |micros| start.plus(Span::from_micros(micros))),
    ]
}

fn pauses() -> impl Strategy<Value = Vec<(Moment, Moment)>> {
    vec(moment(), 0..8).prop_map(|mut ends| {
        ends.sort_unstable();
        ends.dedup();
        ends.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
    })
}

fn amount() -> impl Strategy<Value = Span> {
    prop_oneof![
        (1_i64..4000).prop_map(|quarters| Span::from_seconds(quarters * 900)),
        (1_i64..4_000_000_000_000).prop_map(Span::from_micros),
    ]
}

const TICK: Span = Span::from_micros(1);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn open_time_adds_up_and_runs_forward(calendar in calendar(), a in moment(), b in moment(), c in moment()) {
        let timetable = Timetable::new(calendar);
        let elapsed = |from, to| timetable.elapsed(from, to);
        prop_assert_eq!(elapsed(a, c), elapsed(a, b) + elapsed(b, c));
        let mut order = [a, b, c];
        order.sort_unstable();
        let [first, second, third] = order;
        prop_assert!(elapsed(first, second) >= Span::ZERO);
        prop_assert!(elapsed(first, second) <= elapsed(first, third));
        prop_assert!(elapsed(first, third) >= elapsed(second, third));
        prop_assert!(elapsed(first, third) <= third.since(first));
        let known = Timetable::new(timetable.calendar().clone());
        prop_assert_eq!(known.elapsed(b, c), elapsed(b, c), "whatever was asked before");
    }

    #[test]
    fn windows_are_the_open_time(calendar in calendar(), a in moment(), b in moment()) {
        let timetable = Timetable::new(calendar);
        let (from, to) = (a.min(b), a.max(b));
        let windows: Vec<(Moment, Moment)> = timetable.windows(from, to).collect();
        prop_assert_eq!(windows.iter().map(|(open, close)| close.since(*open)).sum::<Span>(), timetable.elapsed(from, to));
        prop_assert!(windows.windows(2).all(|pair| pair[0].1 < pair[1].0), "in order, with time between them");
        let mut known = from;
        for (open, close) in windows {
            prop_assert!(open < close && from <= open && close <= to);
            prop_assert!(timetable.is_open(open) && timetable.is_open(close.plus(-TICK)));
            prop_assert!(close == to || !timetable.is_open(close));
            prop_assert_eq!(timetable.next_open(known), Some(open));
            prop_assert!(close == to || timetable.next_close(known) == Some(close));
            prop_assert!(open == from || !timetable.is_open(open.plus(-TICK)));
            known = close;
        }
    }

    #[test]
    fn a_target_is_used_up_when_it_is_due(
        calendar in calendar(), start in moment(), later in moment(), amount in amount(), more in amount(), pauses in pauses(),
    ) {
        let timetable = Timetable::new(calendar);
        for pauses in [&[][..], &pauses] {
            let due = |start, amount| timetable.due_with(start, amount, pauses);
            let elapsed = |from, to| timetable.elapsed_with(from, to, pauses);
            let Some(end) = due(start, amount) else {
                prop_assert!(timetable.calendar().validate().is_err());
                continue;
            };
            prop_assert_eq!(elapsed(start, end), amount);
            prop_assert_eq!(elapsed(start, end.plus(-TICK)), amount - TICK, "no sooner");
            prop_assert!(!pauses.iter().any(|(paused, resumed)| *paused < end && end < *resumed));
            let begins = due(start, Span::ZERO).unwrap();
            prop_assert!(!pauses.iter().any(|(paused, resumed)| *paused <= begins && begins < *resumed));
            prop_assert!(timetable.is_open(begins) && begins <= end && Some(end) < due(start, amount + more));
            prop_assert!(due(start.max(later), amount) >= due(start.min(later), amount));
            let begin = due(start, -amount).unwrap();
            prop_assert_eq!(elapsed(begin, start), amount);
            prop_assert_eq!(elapsed(begin.plus(TICK), start), amount - TICK, "no later");
            prop_assert!(due(start, -amount - more) < Some(begin));
        }
    }

    #[test]
    fn pauses_take_away_their_open_time(calendar in calendar(), a in moment(), b in moment(), pauses in pauses()) {
        let timetable = Timetable::new(calendar);
        let (from, to) = (a.min(b), a.max(b));
        let paused: Span = pauses
            .iter()
            .flat_map(|(paused, resumed)| timetable.windows((*paused).max(from), (*resumed).min(to)))
            .map(|(open, close)| close.since(open))
            .sum();
        prop_assert_eq!(timetable.elapsed_with(from, to, &pauses), timetable.elapsed(from, to) - paused);
    }

    #[test]
    fn both_parts_of_a_split_are_the_whole(mine in calendar(), other in calendar(), a in moment(), b in moment()) {
        let (mine, other) = (Timetable::new(mine), Timetable::new(other));
        let (both, alone) = mine.split(a, b, &other);
        prop_assert_eq!(both + alone, mine.elapsed(a, b));
        prop_assert_eq!(other.split(a, b, &mine).0, both, "shared time is shared from both sides");
        let (from, to) = (a.min(b), a.max(b));
        let theirs: Vec<(Moment, Moment)> = other.windows(from, to).collect();
        let shared = |(open, close): (Moment, Moment)| -> Span {
            let overlaps = theirs.iter().map(|it| close.min(it.1).since(open.max(it.0)));
            overlaps.filter(|span| span.is_positive()).sum()
        };
        let counted: Span = mine.windows(from, to).map(shared).sum();
        prop_assert_eq!(if a <= b { both } else { -both }, counted);
    }

    #[test]
    fn business_days_are_the_dates_with_open_time(calendar in calendar(), start in moment(), days in 1_i32..40) {
        let timetable = Timetable::new(calendar);
        let zone = timetable.calendar().zone;
        let date = zone.wall(start).date();
        let open = |date: &chrono::NaiveDate| timetable.calendar().open_on(*date).next().is_some();
        let place = usize::try_from(days - 1).unwrap();
        let later = date.iter_days().skip(1).take(400).filter(open).nth(place);
        prop_assert_eq!(timetable.add_days(start, days).map(|at| zone.wall(at).date()), later);
        let earlier = (1..400).map(|back| date - chrono::Days::new(back)).filter(open).nth(place);
        prop_assert_eq!(timetable.add_days(start, -days).map(|at| zone.wall(at).date()), earlier);
    }
}
