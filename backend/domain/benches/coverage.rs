//! A year of coverage: what is wrong with 200 elements that 40 companies share, in 5 regions and 6 languages; and with
//! one of them, as when a draft is tried out. The largest amount of memory in use is printed at the end.

use concordat_domain::boundaries::{
    Beyond, Content, Coverage, Demand, Drawn, Element, Finding, FindingKind, Forecast, Ground, GroundTeam, Limit,
    Responsibility, TakeOver, Volume, Within,
};
use concordat_domain::calendars::{Calendar, Interval, Timetable, Week, WeekDays};
use concordat_domain::kernel::{BoundaryId, CompanyId, Moment, PeriodKind, ServiceId, Span, TeamId, Zone};
use criterion::{Criterion, criterion_group, criterion_main};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

const ELEMENTS: u64 = 200;
const COMPANIES: u64 = 40;
const REGIONS: [&str; 5] = ["de", "ch", "us", "in", "jp"];
const LANGUAGES: [&str; 6] = ["de", "fr", "it", "en", "hi", "ja"];
/// Monday, 5 January 2026, in seconds since 1970.
const FROM: i64 = 1_767_571_200;

/// A small generator of numbers (xorshift), the same ones in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    /// Some of the names, one after another in a circle.
    fn some(&mut self, names: &[&str]) -> BTreeSet<String> {
        let (first, count) = (self.below(names.len() as u64), 1 + self.below(names.len() as u64 - 1));
        let taken = names.iter().cycle().skip(first as usize).take(count as usize);
        taken.map(|name| (*name).to_owned()).collect()
    }
}

fn id(kind: u64, number: u64) -> Uuid {
    Uuid::from_u64_pair(kind, number)
}

/// A calendar of a company's own: one of eight zones, hours of the company's own, a lunch break, nights for some.
fn calendar(number: u64) -> Calendar {
    let zones = [
        "Europe/Zurich",
        "America/New_York",
        "Asia/Kolkata",
        "Asia/Tokyo",
        "Europe/London",
        "America/Chicago",
        "Australia/Sydney",
        "UTC",
    ];
    let (open, noon) = (6 + number % 4, 11 + number % 3);
    let day = [format!("{open:02}:00-{noon:02}:30"), format!("{:02}:00-{:02}:00", noon + 1, 16 + number % 6)];
    let night = ["22:00-06:00".to_owned()];
    let texts: &[String] = if number.is_multiple_of(7) { &night } else { &day };
    let hours: Vec<Interval> = texts.iter().filter_map(|text| Interval::parse(text).ok()).collect();
    let [mon, tue, wed, thu, fri] = std::array::from_fn(|_| hours.clone());
    let sat = if number.is_multiple_of(3) { hours } else { Vec::new() };
    let holiday = |day| chrono::NaiveDate::from_ymd_opt(2026, 1 + (number % 12) as u32, day);
    Calendar {
        zone: zones[(number % 8) as usize].parse().unwrap_or(Zone::UTC),
        hours: Week::Days(WeekDays { mon, tue, wed, thu, fri, sat, ..WeekDays::default() }),
        exceptions: BTreeMap::new(),
        holidays: [6, 20].into_iter().filter_map(holiday).map(|date| (date, String::new())).collect(),
    }
}

/// What a company does for an element: the first is accountable and so are two others by mistake; every one is limited
/// by hours, regions, languages, cases at once and in a month, and hands over to the next one.
fn drawn(element: u64, who: u64, numbers: &mut Numbers) -> Drawn {
    let next = (who + 1) % COMPANIES;
    let taker = TakeOver {
        company: CompanyId(id(2, next)),
        team: TeamId(id(3, next)),
        information: Vec::new(),
        acceptance: None,
    };
    let last = who + 1 == COMPANIES && !element.is_multiple_of(4);
    let beyond = Beyond { note: None, take_over: Some(taker).filter(|_| !last) };
    let within = [
        Within::Hours(format!("company-{who}")),
        Within::Region(numbers.some(&REGIONS)),
        Within::Language(numbers.some(&LANGUAGES)),
        Within::Volume(Volume { cases: 20 + numbers.below(20) as u32, per: PeriodKind::Month }),
    ];
    let accountable = who == 0 || numbers.below(COMPANIES) < 2;
    let content = Content {
        title: format!("element {element} by company {who}"),
        team: TeamId(id(3, who)),
        responsibility: if accountable { Responsibility::Accountable } else { Responsibility::Responsible },
        included: Vec::new(),
        excluded: Vec::new(),
        limits: within.into_iter().map(|within| Limit { within, beyond: beyond.clone() }).collect(),
        evidence: Vec::new(),
    };
    Drawn {
        id: BoundaryId(id(4, element * COMPANIES + who)),
        code: format!("e{element}-c{who}"),
        service: ServiceId(id(1, element + 1)),
        company: CompanyId(id(2, who)),
        content: Arc::new(content),
        // one in forty begins in the year
        from: if numbers.below(40) == 0 {
            Moment::EPOCH.plus_seconds(FROM + numbers.below(364 * 1440) as i64 * 60)
        } else {
            Moment::MIN
        },
        until: Moment::MAX,
    }
}

fn ground() -> Ground {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let team = |who| GroundTeam {
        companies: [CompanyId(id(2, who))].into(),
        calendar: format!("company-{who}"),
        skills: BTreeSet::new(),
        line: 2,
        acceptance: Span::from_seconds(900),
        contact_point: false,
    };
    let demand = |element, numbers: &mut Numbers| Demand {
        code: format!("demand-{element}"),
        service: ServiceId(id(1, element + 1)),
        calendar: if numbers.below(2) == 0 { "always".to_owned() } else { "company-0".to_owned() },
        regions: numbers.some(&REGIONS),
        languages: numbers.some(&LANGUAGES),
        products: BTreeSet::new(),
        skills: BTreeSet::new(),
        forecast: Some(Forecast { cases: 900, per: PeriodKind::Month, handling: None, answer: None }),
    };
    let calendars = (0..COMPANIES).map(|who| (format!("company-{who}"), calendar(who)));
    let all = calendars.chain([("always".to_owned(), Calendar::always(Zone::UTC))]);
    let elements = (0..=ELEMENTS)
        .map(|number| Element { id: ServiceId(id(1, number)), parent: (number > 0).then(|| ServiceId(id(1, 0))) });
    let pairs = (0..ELEMENTS).flat_map(|element| (0..COMPANIES).map(move |who| (element, who)));
    Ground {
        zone: Zone::UTC,
        services: elements.collect(),
        calendars: all.map(|(code, calendar)| (code, Arc::new(Timetable::new(calendar)))).collect(),
        teams: (0..COMPANIES).map(|who| (TeamId(id(3, who)), team(who))).collect(),
        demands: (0..ELEMENTS).map(|element| demand(element, &mut numbers)).collect(),
        boundaries: pairs.map(|(element, who)| drawn(element, who, &mut numbers)).collect(),
        loads: BTreeMap::new(),
    }
}

/// The most memory the process has had, where the system tells.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    line.to_owned()
}

fn coverage(criterion: &mut Criterion) {
    let ground = ground();
    let from = Moment::EPOCH.plus_seconds(FROM);
    let until = from.plus_seconds(364 * 86_400);
    println!("before: {}", peak());
    let found = Coverage::of(&ground, from, until).into_findings();
    let windows: usize = found.iter().map(|it| it.windows.len()).sum();
    println!("{} findings with {windows} windows; after: {}", found.len(), peak());
    for kind in FindingKind::ALL {
        let of_kind = |it: &&Finding| it.kind == kind;
        println!("{}: {}", kind.name(), found.iter().filter(of_kind).count());
    }
    drop(found);
    let mut group = criterion.benchmark_group("coverage of a year, 200 elements by 40 companies");
    group.sample_size(10);
    group.bench_function("all of it", |bencher| bencher.iter(|| Coverage::of(&ground, from, until)));
    let one = [ServiceId(id(1, 7))];
    group.bench_function("one element", |bencher| {
        bencher.iter(|| Coverage::of_services(&ground, &one, from, until));
    });
    group.finish();
}

criterion_group!(benches, coverage);
criterion_main!(benches);
