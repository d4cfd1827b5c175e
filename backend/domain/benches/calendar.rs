//! Cases a second through business time: elapsed, due and the split over custody; and what a timetable costs to work out.

use concordat_domain::calendars::{Calendar, Interval, Timetable, Week, WeekDays};
use concordat_domain::kernel::{Moment, Span, Zone};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::collections::BTreeMap;
use std::hint::black_box;

const CASES: usize = 100_000;
/// Companies that hold a case one after another.
const HOLDERS: usize = 4;

/// A small generator of numbers (xorshift), the same ones in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end).cast_signed()
    }
}

/// From opening to resolution, handed over in between.
struct Case {
    held: [Moment; HOLDERS + 1],
    target: Span,
}

fn cases() -> Vec<Case> {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut case = || {
        let opened = Moment::EPOCH.plus_seconds(1_735_689_600 + numbers.below(2 * 365 * 86_400));
        // from minutes to three weeks, most of them short
        let length = numbers.below(1 << 20) >> numbers.below(8);
        let mut held = [opened; HOLDERS + 1];
        held[1..].iter_mut().for_each(|at| *at = opened.plus_seconds(numbers.below(1 + length.unsigned_abs())));
        held.sort_unstable();
        Case { held, target: Span::from_seconds(900 << numbers.below(8)) }
    };
    (0..CASES).map(|_| case()).collect()
}

fn office(zone: &str, hours: &[&str]) -> Calendar {
    let hours: Vec<Interval> = hours.iter().filter_map(|text| Interval::parse(text).ok()).collect();
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| hours.clone());
    let holidays = (2024..2028).flat_map(|year| {
        let days = [(1, 1), (5, 1), (8, 1), (12, 25), (12, 26)];
        days.into_iter().filter_map(move |(month, day)| chrono::NaiveDate::from_ymd_opt(year, month, day))
    });
    Calendar {
        zone: Zone::parse(zone).unwrap_or(Zone::UTC),
        hours: Week::Days(WeekDays { mon, tue, wed, thu, fri, ..WeekDays::default() }),
        exceptions: BTreeMap::new(),
        holidays: holidays.map(|date| (date, String::new())).collect(),
    }
}

/// Everything of a case: its open time, when its target is used up, and what each holder used of it.
fn one_calendar(hours: &Timetable, case: &Case) -> (Span, Option<Moment>, [Span; HOLDERS]) {
    let held = std::array::from_fn(|place| hours.elapsed(case.held[place], case.held[place + 1]));
    (hours.elapsed(case.held[0], case.held[HOLDERS]), hours.due(case.held[0], case.target), held)
}

/// The same where each holder has a calendar of its own.
fn own_calendars(
    hours: &Timetable,
    holders: &[Timetable; HOLDERS],
    case: &Case,
) -> (Span, Option<Moment>, [(Span, Span); HOLDERS]) {
    let held = std::array::from_fn(|place| hours.split(case.held[place], case.held[place + 1], &holders[place]));
    (hours.elapsed(case.held[0], case.held[HOLDERS]), hours.due(case.held[0], case.target), held)
}

fn business_time(criterion: &mut Criterion) {
    let cases = cases();
    let customer = Timetable::new(office("Europe/Zurich", &["08:00-12:00", "13:00-18:00"]));
    let holders = [
        Timetable::new(office("Europe/Zurich", &["07:00-19:00"])),
        Timetable::new(Calendar::always(Zone::UTC)),
        Timetable::new(office("Asia/Kolkata", &["09:00-18:00"])),
        Timetable::new(office("America/New_York", &["22:00-06:00"])),
    ];
    let mut group = criterion.benchmark_group("elapsed, due and split over custody");
    group.throughput(Throughput::Elements(CASES as u64));
    group.sample_size(20);
    group.bench_function("one calendar", |bencher| {
        bencher.iter(|| {
            for case in &cases {
                black_box(one_calendar(&customer, case));
            }
        });
    });
    group.bench_function("four holders' own calendars", |bencher| {
        bencher.iter(|| {
            for case in &cases {
                black_box(own_calendars(&customer, &holders, case));
            }
        });
    });
    group.finish();
}

fn compiling(criterion: &mut Criterion) {
    let calendar = office("Europe/Zurich", &["08:00-12:00", "13:00-18:00"]);
    let new_year = Moment::EPOCH.plus_seconds(1_767_225_600);
    let mut group = criterion.benchmark_group("working out a timetable");
    group.sample_size(20);
    group.bench_function("for a question of today", |bencher| {
        bencher.iter(|| Timetable::new(calendar.clone()).due(new_year, Span::from_seconds(3_600)));
    });
    group.bench_function("for all three centuries", |bencher| {
        bencher.iter(|| Timetable::new(calendar.clone()).elapsed(Moment::MIN, Moment::MAX));
    });
    group.finish();
}

criterion_group!(benches, business_time, compiling);
criterion_main!(benches);
