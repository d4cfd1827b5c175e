//! The check of a hand-over once the register is loaded: 200 service elements, 40 companies with a boundary for each, all of
//! whose limits count; allowed, outside with proposals, and where a new case may go.

use concordat_domain::boundaries::{
    Beyond, Carried, Content, Drawn, Element, Ground, GroundTeam, Limit, Needs, Point, Receiver, Register,
    Responsibility, TakeOver, Volume, Within,
};
use concordat_domain::calendars::{Calendar, Interval, Timetable, Week, WeekDays};
use concordat_domain::kernel::{BoundaryId, Moment, PeriodKind, ServiceId, Span, Zone};
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::{BTreeMap, BTreeSet};
use std::hint::black_box;
use std::sync::Arc;
use uuid::Uuid;

const ELEMENTS: u128 = 200;
const COMPANIES: u128 = 40;
/// 4 March 2026 at noon in UTC, a Wednesday.
const NOON: i64 = 1_772_625_600;

fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

fn receiver(company: u128) -> Receiver {
    (id(1_000 + company), id(company))
}

fn some(word: &str, numbers: impl Iterator<Item = u128>) -> BTreeSet<String> {
    numbers.map(|number| format!("{word}-{number}")).collect()
}

/// Every limit there is; each hands over to the next company.
fn content(company: u128) -> Content {
    let (team, next) = receiver((company + 1) % COMPANIES);
    let limit = |within| {
        let take_over =
            TakeOver { company: next, team, information: vec!["serial number".to_owned()], acceptance: None };
        Limit { within, beyond: Beyond { note: None, take_over: Some(take_over) } }
    };
    let within = [
        Within::Hours("office".to_owned()),
        Within::Region(some("region", (0..5).filter(|it| company.is_multiple_of(2) || it % 2 == company % 3))),
        Within::Language(some("language", (0..6).filter(|it| it % 4 != company % 4))),
        Within::Product(some("product", 0..20)),
        Within::Skill(some("skill", 0..10)),
        Within::Concurrent(50),
        Within::Volume(Volume { cases: 500, per: PeriodKind::Month }),
        Within::Response(Span::from_seconds(3_600)),
    ];
    Content {
        title: "All of it".to_owned(),
        team: receiver(company).0,
        responsibility: Responsibility::Responsible,
        included: Vec::new(),
        excluded: Vec::new(),
        limits: within.map(limit).to_vec(),
        evidence: Vec::new(),
    }
}

fn office() -> Calendar {
    let hours: Vec<Interval> = Interval::parse("08:00-18:00").into_iter().collect();
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| hours.clone());
    let days = WeekDays { mon, tue, wed, thu, fri, ..WeekDays::default() };
    Calendar { hours: Week::Days(days), ..Calendar::always(Zone::parse("Europe/Zurich").unwrap_or(Zone::UTC)) }
}

fn ground() -> Ground {
    let team = |company: u128| {
        let team = GroundTeam {
            companies: [id(company)].into(),
            calendar: "office".to_owned(),
            skills: some("skill", 0..8),
            line: 2,
            acceptance: Span::from_seconds(1_800),
            contact_point: false,
        };
        (receiver(company).0, team)
    };
    let drawn = |(element, company): (u128, u128)| Drawn {
        id: id(10_000 + element * COMPANIES + company),
        code: format!("b-{element}-{company}"),
        service: id(element),
        company: id(company),
        content: Arc::new(content(company)),
        from: Moment::MIN,
        until: Moment::MAX,
    };
    let pairs = (0..ELEMENTS).flat_map(|element| (0..COMPANIES).map(move |company| (element, company)));
    Ground {
        zone: Zone::UTC,
        services: (0..ELEMENTS).map(|element| Element { id: id(element), parent: None }).collect(),
        calendars: [("office".to_owned(), Arc::new(Timetable::new(office())))].into(),
        teams: (0..COMPANIES).map(team).collect(),
        demands: Vec::new(),
        boundaries: pairs.map(drawn).collect(),
        loads: BTreeMap::new(),
    }
}

fn hand_over(criterion: &mut Criterion) {
    let register = Register::new(&ground());
    let load = |boundary: BoundaryId| {
        let number = boundary.0.as_u128() as u32;
        Carried { concurrent: number % 60, in_period: number % 510 }
    };
    let named = |region: &str, language: &str| Needs {
        region: Some(region.to_owned()),
        language: Some(language.to_owned()),
        product: Some("product-7".to_owned()),
        skills: some("skill", 3..6),
    };
    let at = Moment::EPOCH.plus_seconds(NOON);
    let service: ServiceId = id(17);
    let point = |needs| Point { service, needs, at, response: None, holder: None };
    let (inside, outside) = (named("region-0", "language-1"), named("region-0", "language-3"));
    let night = Point { at: at.plus_seconds(10 * 3_600), ..point(&outside) };
    let mut group = criterion.benchmark_group("hand-over check, 200 elements x 40 companies");
    group.bench_function("allowed", |bencher| {
        bencher.iter(|| black_box(register.check(black_box(&point(&inside)), receiver(2), &load)));
    });
    group.bench_function("outside", |bencher| {
        bencher.iter(|| black_box(register.check(black_box(&point(&outside)), receiver(3), &load)));
    });
    group.bench_function("outside at night", |bencher| {
        bencher.iter(|| black_box(register.check(black_box(&night), receiver(3), &load)));
    });
    group.bench_function("routing to 40 candidates", |bencher| {
        let candidates = || (0..COMPANIES).map(receiver);
        bencher.iter(|| black_box(register.route(black_box(&point(&inside)), candidates(), &load, &|_| 3)));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = hand_over
}
criterion_main!(benches);
