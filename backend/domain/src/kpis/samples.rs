//! KPIs and ids for the tests of this folder.

use super::{
    Bucket, Direction, Disclosure, JointMethod, Kpi, KpiKind, Membership, Reading, Reporter, RollupRow, Scope, Source,
    Target, Unit, Weight,
};
use crate::kernel::{CompanyId, Decimal, KpiId, Moment, ServiceId};
use uuid::Uuid;

pub(super) fn company(number: u128) -> CompanyId {
    CompanyId(Uuid::from_u128(0xC000 + number))
}

pub(super) fn service(number: u128) -> ServiceId {
    ServiceId(Uuid::from_u128(0x5000 + number))
}

pub(super) fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

/// A KPI that five companies report, all for any service, with equal weights where it needs them.
pub(super) fn kpi(kind: KpiKind, direction: Direction, joint: JointMethod) -> Kpi {
    let unit = match kind {
        KpiKind::Count => Unit::Count,
        KpiKind::Ratio => Unit::Share,
        _ if joint == JointMethod::Series => Unit::Share,
        _ => Unit::Hours,
    };
    let weight = |number| Weight { company: company(number), weight: Decimal::ONE };
    Kpi {
        id: KpiId(Uuid::from_u128(0xF000)),
        code: "sample".into(),
        name: "Sample".into(),
        kind,
        unit,
        direction,
        joint,
        disclosure: Disclosure::Open,
        source: Source::Reported,
        measure: None,
        facts_of: None,
        reporters: (1..=5).map(|number| Reporter { company: company(number), services: Vec::new() }).collect(),
        services: Vec::new(),
        weights: if joint == JointMethod::Weighted { (1..=5).map(weight).collect() } else { Vec::new() },
        targets: Vec::new(),
    }
}

pub(super) fn target(scope: Scope, value: &str, valid_from: &str) -> Target {
    Target {
        scope,
        value: decimal(value),
        upper: None,
        warning: None,
        tolerance: Decimal::ZERO,
        valid_from: valid_from.parse().unwrap(),
    }
}

/// A row of facts with one value each, in hours (or whatever the KPI counts in).
pub(super) fn values(kpi: &Kpi, period: &str, who: u128, what: u128, texts: &[&str]) -> RollupRow {
    let mut bucket = Bucket::new(true);
    let reading = |text: &str| Reading::Value { value: decimal(text), weight: Decimal::ONE };
    texts.iter().for_each(|text| bucket.add(Moment::EPOCH, reading(text)));
    RollupRow {
        period: period.parse().unwrap(),
        kpi: kpi.facts(),
        company: company(who),
        service: service(what),
        bucket,
    }
}

/// A row of one good-of-total fact.
pub(super) fn ratio(kpi: &Kpi, period: &str, who: u128, what: u128, good: i32, total: i32) -> RollupRow {
    let mut bucket = Bucket::new(false);
    bucket.add(Moment::EPOCH, Reading::Ratio { good: Decimal::whole(good), total: Decimal::whole(total) });
    RollupRow { bucket, ..values(kpi, period, who, what, &[]) }
}

/// The first so many companies, parties for good.
pub(super) fn parties(count: u128) -> Vec<Membership> {
    let joins = "2020-01-01".parse().unwrap();
    (1..=count).map(|number| Membership { company: company(number), joins, leaves: None }).collect()
}
