//! Cases a second through the custody ledger: 8 events, the calendars of 3 companies; replayed from the log or as they are.

use concordat_domain::agreements::{
    CaseDisclosure, CaseKind, Claimed, ClockMeasure, ClockRule, Handling, Named, Party, PauseReason, Pledge,
    ReopenPolicy, Team, TeamKind,
};
use concordat_domain::boundaries::Needs;
use concordat_domain::calendars::{Calendar, Interval, Week, WeekDays};
use concordat_domain::cases::{Case, CaseEvent, Holder, Rulebook, Rulebooks, Setting, What};
use concordat_domain::kernel::{CaseId, CompanyId, Decimal, Moment, ServiceId, Span, TeamId, Zone};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use uuid::Uuid;

const CASES: u64 = 4_096;
const COMPANIES: u128 = 3;
const SERVICE: ServiceId = ServiceId(Uuid::from_u128(9));

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

fn holder(number: u128) -> Holder {
    Holder { team: TeamId(Uuid::from_u128(100 + number)), company: CompanyId(Uuid::from_u128(number)) }
}

fn calendar(zone: &str, hours: &[&str]) -> Calendar {
    let hours: Vec<Interval> = hours.iter().filter_map(|text| Interval::parse(text).ok()).collect();
    let days = WeekDays {
        mon: hours.clone(),
        tue: hours.clone(),
        wed: hours.clone(),
        thu: hours.clone(),
        fri: hours,
        ..WeekDays::default()
    };
    Calendar { hours: Week::Days(days), ..Calendar::always(Zone::parse(zone).unwrap_or(Zone::UTC)) }
}

fn team(number: u128) -> Team {
    let Holder { team, company } = holder(number);
    Team {
        id: team,
        code: format!("team-{number}"),
        name: format!("Team {number}"),
        kind: TeamKind::Resolution,
        line: 1,
        discipline: None,
        skills: Vec::new(),
        calendar: format!("team-{number}"),
        acceptance: Span::from_seconds(3_600),
        services: Vec::new(),
        pledges: vec![Pledge { company, staff: Decimal::ONE }],
        members: Vec::new(),
    }
}

fn clock(code: &str, company: Option<u128>, calendar: &str, hours: i64) -> ClockRule {
    ClockRule {
        code: code.to_owned(),
        measure: ClockMeasure::Resolution,
        commitment: None,
        company: company.map(|number| holder(number).company),
        calendar: calendar.to_owned(),
        kinds: Vec::new(),
        priorities: Vec::new(),
        packages: Vec::new(),
        services: Vec::new(),
        target: Span::from_seconds(hours * 3_600),
        warning: Decimal::ONE,
        reopen: ReopenPolicy::Continue,
    }
}

fn rulebooks() -> Option<Rulebooks> {
    let named = |code: &str| Named { code: code.to_owned(), name: code.to_owned() };
    let reason = PauseReason {
        code: "customer".to_owned(),
        name: "Customer".to_owned(),
        against: Claimed::Customer,
        cap: None,
        consent: false,
    };
    let handling = Handling {
        calendar: "customers".to_owned(),
        priorities: vec![named("high")],
        packages: Vec::new(),
        stages: Vec::new(),
        pause_reasons: vec![reason],
        clocks: vec![
            clock("all", None, "customers", 24),
            clock("one", Some(1), "team-1", 8),
            clock("two", Some(2), "team-2", 8),
            clock("three", Some(3), "team-3", 8),
        ],
        dispute_window: Span::ZERO,
        recovery: Span::ZERO,
        disclosure: CaseDisclosure::Open,
        customer_sees_companies: false,
    };
    let joins = chrono::NaiveDate::default();
    let calendars = [
        ("customers", calendar("Europe/Zurich", &["07:00-12:00", "12:30-19:00"])),
        ("team-1", calendar("Europe/Zurich", &["08:00-12:00", "13:00-17:00"])),
        ("team-2", calendar("Asia/Kolkata", &["09:30-18:30"])),
        ("team-3", calendar("America/New_York", &["08:00-17:00"])),
    ];
    Rulebook::new(Setting {
        zone: Zone::UTC,
        handling,
        calendars: calendars.map(|(code, calendar)| (code.to_owned(), calendar)).to_vec(),
        teams: (1..=COMPANIES).map(team).collect(),
        services: vec![(SERVICE, None)],
        parties: (1..=COMPANIES)
            .map(|number| Party { company: holder(number).company, bound_through: None, joins, leaves: None })
            .collect(),
    })
    .map(Rulebooks::always)
}

/// Eight events over some days of 2025: three companies, two hand-overs, a pause.
fn log(numbers: &mut Numbers) -> Vec<CaseEvent> {
    let opened = What::Opened {
        kind: CaseKind::Incident,
        title: "It does not print".to_owned(),
        priority: "high".to_owned(),
        package: None,
        service: SERVICE,
        customer: None,
        needs: Needs::default(),
    };
    let paused = What::Paused { reason: "customer".to_owned(), against: None, note: None };
    let happened = [
        opened,
        What::Accepted { by: holder(1) },
        What::Offered { to: holder(2), reason: None, outside: None },
        What::Accepted { by: holder(2) },
        paused,
        What::Resumed,
        What::Accepted { by: holder(3) },
        What::Resolved { note: None },
    ];
    let mut at = Moment::EPOCH.plus_seconds(1_735_689_600 + numbers.below(31_000_000));
    let mut event = |(number, what)| {
        at = at.plus_seconds(600 + numbers.below(40_000));
        CaseEvent { at, number, what, person: None, company: None, source: None }
    };
    (1..).zip(happened).map(&mut event).collect()
}

fn ledger(criterion: &mut Criterion) {
    let Some(rulebooks) = rulebooks() else { return };
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let logs: Vec<Vec<CaseEvent>> = (0..CASES).map(|_| log(&mut numbers)).collect();
    let replay = |log: &Vec<CaseEvent>| Case::replay(CaseId(Uuid::nil()), log, &rulebooks).case;
    let cases: Vec<Case> = logs.iter().filter_map(replay).collect();
    let mut group = criterion.benchmark_group("ledger");
    group.throughput(Throughput::Elements(CASES));
    group.bench_function("of_cases", |bencher| {
        bencher.iter(|| cases.iter().for_each(|case| drop(black_box(case.ledger(&rulebooks, Moment::EPOCH)))));
    });
    group.bench_function("of_logs", |bencher| {
        let whole = |log| replay(log).map(|case| case.ledger(&rulebooks, Moment::EPOCH));
        bencher.iter(|| logs.iter().for_each(|log| drop(black_box(whole(log)))));
    });
    group.bench_function("clocks", |bencher| {
        bencher.iter(|| cases.iter().for_each(|case| drop(black_box(case.clocks(&rulebooks, Moment::EPOCH)))));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20);
    targets = ledger
}
criterion_main!(benches);
