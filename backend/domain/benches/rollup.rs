//! Facts a second through the in-memory rollup with quantiles, and how long a full scorecard takes from its buckets.

use concordat_domain::kernel::{CompanyId, Decimal, KpiId, Moment, Period, PeriodKind, ServiceId, Zone};
use concordat_domain::kpis::{
    By, Direction, Disclosure, Fact, JointMethod, Kpi, KpiKind, Membership, Reading, Reporter, Request, Rollup,
    RollupRow, Scope, Source, Target, Unit, Viewer, scorecard,
};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use uuid::Uuid;

const COMPANIES: u64 = 20;
const SERVICES: u64 = 4;
const KPIS: u64 = 12;
const DAYS: u64 = 365;

/// A small generator of numbers (xorshift), the same ones in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

fn id(kind: u64, number: u64) -> Uuid {
    let spread = (kind << 32 | number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Uuid::from_u64_pair(0x0192_0000_0000_7000 | number, spread)
}

fn kpi(number: u64) -> Kpi {
    let p90 = KpiKind::Quantile(Decimal::from_millionths(900_000).unwrap_or_default());
    let kind = match number % 3 {
        0 => KpiKind::Ratio,
        1 => KpiKind::Mean,
        _ => p90,
    };
    let date = chrono::NaiveDate::default();
    Kpi {
        id: KpiId(id(1, number)),
        code: format!("kpi-{number}"),
        name: format!("KPI {number}"),
        kind,
        unit: if kind == KpiKind::Ratio { Unit::Share } else { Unit::Hours },
        direction: if kind == KpiKind::Ratio { Direction::Higher } else { Direction::Lower },
        joint: JointMethod::Pooled,
        disclosure: Disclosure::Open,
        source: Source::Reported,
        measure: None,
        facts_of: None,
        reporters: (0..COMPANIES)
            .map(|who| Reporter { company: CompanyId(id(2, who)), services: Vec::new() })
            .collect(),
        services: Vec::new(),
        weights: Vec::new(),
        targets: vec![Target {
            scope: Scope::JOINT,
            value: Decimal::ONE,
            upper: None,
            warning: None,
            tolerance: Decimal::ZERO,
            valid_from: date,
        }],
    }
}

fn kpis() -> Vec<Kpi> {
    (0..KPIS).map(kpi).collect()
}

/// Facts of the year 2025 with a long tail, in the order in which sources report them: KPI after KPI of one day.
fn facts(count: u64, kpis: &[Kpi], day_by_day: bool) -> Vec<Fact> {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let decimal = |millionths: u64| Decimal::clamped(millionths.into());
    let mut facts = Vec::new();
    for place in 0..count {
        let kpi = &kpis[numbers.below(KPIS) as usize];
        let (value, tail) = (numbers.below(1 << 24), numbers.below(16));
        let reading = match kpi.kind {
            KpiKind::Ratio => Reading::Ratio { good: decimal(value % 2 * 1_000_000), total: Decimal::ONE },
            _ => Reading::Value { value: decimal(value << tail), weight: Decimal::ONE },
        };
        let day = if day_by_day { place * DAYS / count } else { numbers.below(DAYS) };
        let second = day * 86_400 + numbers.below(86_400);
        facts.push(Fact {
            kpi: kpi.id,
            company: CompanyId(id(2, numbers.below(COMPANIES))),
            service: ServiceId(id(3, numbers.below(SERVICES))),
            observed_at: Moment::EPOCH.plus_seconds(1_735_689_600 + second as i64),
            reading,
        });
    }
    facts
}

fn roll(kind: PeriodKind, kpis: &[Kpi], facts: &[Fact]) -> Vec<RollupRow> {
    let mut rollup = Rollup::new(kind, Zone::UTC, kpis);
    facts.iter().for_each(|fact| rollup.add(fact));
    rollup.into_rows()
}

fn rollup(criterion: &mut Criterion) {
    let kpis = kpis();
    let mut group = criterion.benchmark_group("rollup");
    group.sample_size(10);
    for (name, kind, day_by_day) in [
        ("days, day by day", PeriodKind::Day, true),
        ("months, day by day", PeriodKind::Month, true),
        ("months, any order", PeriodKind::Month, false),
    ] {
        let facts = facts(2_000_000, &kpis, day_by_day);
        group.throughput(Throughput::Elements(facts.len() as u64));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                let mut rollup = Rollup::new(kind, Zone::UTC, &kpis);
                facts.iter().for_each(|fact| rollup.add(fact));
                rollup
            });
        });
    }
    group.finish();
}

fn cells(criterion: &mut Criterion) {
    let kpis = kpis();
    let rows = roll(PeriodKind::Month, &kpis, &facts(1_000_000, &kpis, false));
    let periods: Vec<Period> = (1..=12).filter_map(|month| Period::parse(&format!("2025-{month:02}")).ok()).collect();
    let joins = chrono::NaiveDate::default();
    let party = |who| Membership { company: CompanyId(id(2, who)), joins, leaves: None };
    let parties: Vec<Membership> = (0..COMPANIES).map(party).collect();
    let viewer = Viewer::privileged();
    let mut group = criterion.benchmark_group("scorecard of 2,880 cells");
    group.sample_size(10);
    for (name, contributions) in [("figures", false), ("figures and contributions", true)] {
        let request = Request {
            kpis: &kpis,
            periods: &periods,
            by: By::Company,
            parties: &parties,
            viewer: &viewer,
            contributions,
            today: None,
        };
        assert_eq!(scorecard(&request, &rows).len(), 2_880);
        group.bench_function(name, |bencher| bencher.iter(|| scorecard(&request, &rows)));
    }
    group.finish();
}

criterion_group!(benches, rollup, cells);
criterion_main!(benches);
