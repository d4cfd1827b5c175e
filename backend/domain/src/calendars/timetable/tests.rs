//! The edges of open time, one by one: midnights, changes of the clock, pauses, the ends of the range.

use super::super::samples::{at, daily, span, weekdays, with_exception, with_holiday};
use super::*;
use crate::calendars::Calendar;
use crate::kernel::Zone;

fn windows(calendar: Calendar, from: &str, to: &str) -> Vec<String> {
    let timetable = Timetable::new(calendar);
    timetable.windows(at(from), at(to)).map(|(open, close)| format!("{open} {close}")).collect()
}

#[test]
fn hours_over_midnight_are_those_of_both_dates() {
    let night = || weekdays("Europe/Zurich", &["22:00-06:00"]);
    let monday = "2026-06-01T20:00:00Z 2026-06-02T04:00:00Z";
    let tuesday = "2026-06-02T20:00:00Z 2026-06-03T04:00:00Z";
    let nights = |calendar| windows(calendar, "2026-06-01T12:00:00Z", "2026-06-03T12:00:00Z");
    assert_eq!(nights(night()), [monday, tuesday]);
    // a date that is closed is closed from midnight to midnight
    assert_eq!(nights(with_holiday(night(), "2026-06-02")), ["2026-06-01T20:00:00Z 2026-06-01T22:00:00Z"]);
    let short = with_exception(with_holiday(night(), "2026-06-02"), "2026-06-02", &["23:00-01:00"]);
    assert_eq!(
        nights(short),
        ["2026-06-01T20:00:00Z 2026-06-01T22:00:00Z", "2026-06-02T21:00:00Z 2026-06-02T23:00:00Z"]
    );
}

#[test]
fn the_first_of_two_times_opens_and_the_second_closes() {
    let cases = [
        // 02:00 to 03:00 does not exist on 29 March, and comes twice on 25 October
        ("Europe/Zurich", "02:30-04:00", "2026-03-29", "2026-03-29T01:00:00Z 2026-03-29T02:00:00Z"),
        ("Europe/Zurich", "01:00-02:30", "2026-03-29", "2026-03-29T00:00:00Z 2026-03-29T01:00:00Z"),
        ("Europe/Zurich", "02:15-02:45", "2026-03-29", ""),
        ("Europe/Zurich", "02:30-04:00", "2026-10-25", "2026-10-25T00:30:00Z 2026-10-25T03:00:00Z"),
        ("Europe/Zurich", "01:00-02:30", "2026-10-25", "2026-10-24T23:00:00Z 2026-10-25T01:30:00Z"),
        // 00:00 to 01:00 comes twice on 25 October
        ("Atlantic/Azores", "22:00-24:00", "2026-10-25", "2026-10-24T22:00:00Z 2026-10-25T01:00:00Z"),
        ("Atlantic/Azores", "00:30-02:00", "2026-10-25", "2026-10-25T00:30:00Z 2026-10-25T03:00:00Z"),
        // 30 December does not exist
        ("Pacific/Apia", "00:00-24:00", "2011-12-30", "2011-12-29T12:00:00Z 2011-12-30T12:00:00Z"),
        ("Pacific/Apia", "09:00-17:00", "2011-12-30", "2011-12-29T19:00:00Z 2011-12-30T03:00:00Z"),
    ];
    for (zone, hours, date, expected) in cases {
        let noon = at(&format!("{date}T12:00:00Z"));
        let calendar = with_holiday(daily(zone, &[hours]), "2030-01-01");
        let timetable = Timetable::new(calendar);
        let found = timetable.windows(noon.plus(span("-P1D")), noon);
        let found: Vec<String> = found.map(|(open, close)| format!("{open} {close}")).collect();
        assert_eq!(found.join(", "), expected, "{zone} {hours}");
    }
}

#[test]
fn a_target_that_is_used_up_at_closing_time_is_due_at_closing_time() {
    let office = Timetable::new(weekdays("UTC", &["09:00-12:00", "13:00-17:00"]));
    let cases = [
        ("2026-06-01T09:00:00Z", "PT3H", "2026-06-01T12:00:00Z"),
        ("2026-06-01T09:00:00Z", "PT3H0.000001S", "2026-06-01T13:00:00.000001Z"),
        ("2026-06-05T17:00:00Z", "PT0S", "2026-06-08T09:00:00Z"),
        ("2026-06-05T16:59:59Z", "PT0S", "2026-06-05T16:59:59Z"),
        ("2026-06-06T00:00:00Z", "PT7H", "2026-06-08T17:00:00Z"),
        ("2026-06-08T17:00:00Z", "-PT7H", "2026-06-08T09:00:00Z"),
        ("2026-06-08T09:00:00Z", "-PT1H", "2026-06-05T16:00:00Z"),
    ];
    for (start, amount, due) in cases {
        assert_eq!(office.due(at(start), span(amount)), Some(at(due)), "{start} {amount}");
    }
    let (start, amount) = (at("2026-06-01T09:00:00Z"), span("P3650D"));
    let far = office.due(start, amount).unwrap();
    assert_eq!((office.elapsed(start, far), office.due(far, -amount)), (amount, Some(start)), "over many blocks");
}

#[test]
fn beyond_the_range_nothing_is_due() {
    for calendar in [weekdays("Asia/Tokyo", &["09:00-17:00"]), Calendar::always(Zone::UTC)] {
        let timetable = Timetable::new(calendar);
        assert_eq!(timetable.due(Moment::MAX, Span::from_seconds(1)), None);
        assert_eq!(timetable.due(Moment::MIN, Span::from_seconds(-1)), None);
        assert_eq!(timetable.due(Moment::EPOCH, Span::from_micros(i64::MAX)), None);
        assert_eq!(timetable.due(Moment::EPOCH, Span::from_micros(i64::MIN)), None);
        assert_eq!((timetable.add_days(Moment::MAX, 5), timetable.add_days(Moment::MIN, -5)), (None, None));
        assert_eq!(
            (timetable.add_days(Moment::EPOCH, i32::MAX), timetable.add_days(Moment::EPOCH, i32::MIN)),
            (None, None)
        );
        assert_eq!(timetable.elapsed(Moment::MAX, Moment::MIN), -timetable.elapsed(Moment::MIN, Moment::MAX));
        assert_eq!(timetable.next_close(Moment::MAX), None);
    }
    let once = Timetable::new(with_exception(weekdays("UTC", &[]), "2026-06-01", &["09:00-17:00"]));
    assert_eq!(once.next_open(at("2026-06-01T17:00:00Z")), None);
    assert_eq!(once.next_open(Moment::MIN), Some(at("2026-06-01T09:00:00Z")));
    assert_eq!(once.due(at("2026-06-01T09:00:00Z"), span("PT8H1S")), None);
    assert_eq!(once.add_days(at("2026-06-01T10:00:00Z"), 1), None);
    assert_eq!(once.add_days(at("2030-01-01T10:00:00Z"), -1), Some(at("2026-06-01T10:00:00Z")));
}

#[test]
fn what_never_closes_has_no_closing_time_and_one_window() {
    let start = at("2026-06-01T09:00:00Z");
    let later = start.plus(span("P1D"));
    let always = Timetable::new(Calendar::always(Zone::UTC));
    assert_eq!((always.next_open(start), always.next_close(start)), (Some(start), None));
    assert_eq!(always.windows(start, later).collect::<Vec<_>>(), [(start, later)]);
    assert_eq!(always.windows(later, start).count(), 0);
    assert_eq!(always.add_days(start, 1), Some(later));
    // closed on one date only: one window from 1900 up to it, whatever blocks it is worked out in
    let nearly = Timetable::new(with_holiday(daily("UTC", &["00:00-24:00"]), "2026-06-02"));
    assert_eq!(nearly.next_close(at("2001-01-01T00:00:00Z")), Some(at("2026-06-02T00:00:00Z")));
    assert_eq!(nearly.next_close(at("2026-06-02T00:00:00Z")), None);
    assert_eq!(nearly.windows(Moment::MIN, Moment::MAX).count(), 2);
}

#[test]
fn a_pause_does_not_count_and_nothing_is_due_in_it() {
    let office = Timetable::new(weekdays("UTC", &["09:00-17:00"]));
    let pauses = [
        (at("2026-06-01T08:00:00Z"), at("2026-06-01T10:00:00Z")),
        (at("2026-06-01T12:00:00Z"), at("2026-06-02T10:00:00Z")),
        (at("2026-06-02T18:00:00Z"), at("2026-06-03T12:00:00Z")),
    ];
    let cases = [
        ("2026-06-01T09:00:00Z", "PT0S", "2026-06-01T10:00:00Z"),
        ("2026-06-01T09:00:00Z", "PT2H", "2026-06-01T12:00:00Z"),
        ("2026-06-01T09:00:00Z", "PT2H1S", "2026-06-02T10:00:01Z"),
        ("2026-06-01T13:00:00Z", "PT0S", "2026-06-02T10:00:00Z"),
        ("2026-06-02T17:30:00Z", "PT0S", "2026-06-03T12:00:00Z"),
        ("2026-06-02T11:00:00Z", "-PT1H", "2026-06-02T10:00:00Z"),
        ("2026-06-02T11:00:00Z", "-PT2H", "2026-06-01T11:00:00Z"),
        ("2026-06-01T15:00:00Z", "-PT3H", "2026-05-29T16:00:00Z"),
    ];
    for (start, amount, due) in cases {
        assert_eq!(office.due_with(at(start), span(amount), &pauses), Some(at(due)), "{start} {amount}");
    }
    let (from, to) = (at("2026-06-01T00:00:00Z"), at("2026-06-03T00:00:00Z"));
    assert_eq!(office.elapsed_with(from, to, &pauses), span("PT9H"));
    assert_eq!(office.elapsed_with(to, from, &pauses), -span("PT9H"));
    let twice = [pauses[1], pauses[1], (pauses[1].0, at("2026-06-02T12:00:00Z"))];
    assert_eq!(office.elapsed_with(from, to, &twice), span("PT8H"), "time that is paused twice counts once");
}

#[test]
fn time_is_split_by_whether_the_holder_works_too() {
    let customer = Timetable::new(weekdays("Europe/Zurich", &["07:00-19:00"]));
    let holder = Timetable::new(weekdays("America/New_York", &["09:00-17:00"]));
    let always = Timetable::new(Calendar::always(Zone::UTC));
    let (from, to) = (at("2026-06-01T00:00:00Z"), at("2026-06-02T00:00:00Z"));
    let hours = |both: i64, alone: i64| (Span::from_seconds(3600 * both), Span::from_seconds(3600 * alone));
    assert_eq!(customer.split(from, to, &holder), hours(4, 8));
    assert_eq!(customer.split(to, from, &holder), hours(-4, -8));
    assert_eq!(customer.split(from, to, &customer), hours(12, 0));
    assert_eq!((customer.split(from, to, &always), always.split(from, to, &customer)), (hours(12, 0), hours(12, 12)));
}
