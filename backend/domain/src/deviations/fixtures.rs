//! An invented agreement's people, figures and deviations, for the tests of this noun.

use super::*;
use crate::kernel::*;
use uuid::Uuid;

pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub fn moment(day: u32) -> Moment {
    Moment::parse("2026-03-01T00:00:00Z").unwrap().plus_seconds(i64::from(day) * 86_400)
}

/// The person `person` of the company `company`.
pub fn by(company: u128, person: u128) -> By {
    By { person: id(person), company: id(company), at: moment(5) }
}

pub fn period(label: &str) -> Period {
    Period::parse(label).unwrap()
}

/// The figure of company 1 in a period: so much of 95 promised.
pub fn cell(label: &str, value: Option<i32>, verdict: CellVerdict) -> AssessedCell {
    let figures = Figures {
        value: value.map(Decimal::whole),
        target: Some(Bound::AtLeast { value: Decimal::whole(95) }),
        good: value.map(Decimal::whole),
        total: value.map(|_| Decimal::whole(100)),
        count: value.map_or(0, |_| 100),
    };
    let scope = Scope { company: Some(id(1)), service: None };
    AssessedCell { kpi: id(50), scope, period: period(label), figures, verdict }
}

/// The figure judged by its value.
pub fn figure(label: &str, value: Option<i32>) -> AssessedCell {
    let verdict = value.map_or(CellVerdict::NoData, |value| match value {
        95.. => CellVerdict::Met,
        _ => CellVerdict::Missed,
    });
    cell(label, value, verdict)
}

/// Company 1 missed 2026-03 with 90.
pub fn missed() -> Deviation {
    Deviation::raise(id(60), id(7), &figure("2026-03", Some(90)), true).unwrap()
}

pub fn waive() -> ReviewVerdict {
    ReviewVerdict::Waive { reason: "a storm".into() }
}

pub fn dispute() -> ReviewVerdict {
    ReviewVerdict::Dispute { reason: "counted twice".into() }
}

/// The deviation in each of its states, by name.
pub fn in_every_state() -> Vec<(&'static str, Deviation)> {
    let reviewed = |verdict| missed().review(verdict, by(2, 20)).unwrap();
    let acting = reviewed(ReviewVerdict::Accept).act(id(70)).unwrap();
    let verifying = acting.clone().verify(id(70)).unwrap();
    vec![
        ("open", missed()),
        ("accepted", reviewed(ReviewVerdict::Accept)),
        ("waived", reviewed(waive())),
        ("disputed", reviewed(dispute())),
        ("acting", acting),
        ("verifying", verifying.clone()),
        ("verified", verifying.prove(id(70), true, moment(9)).0),
        ("waived_closed", reviewed(waive()).settle(period("2026-04"), moment(9)).0),
        ("cleared", missed().reassess(&figure("2026-03", Some(96)), true, moment(9)).0),
    ]
}

/// The code a refused verb gave, or the name of the state it led to.
pub fn told(outcome: Verdict<Deviation>) -> String {
    match outcome {
        Ok(deviation) => deviation.state.name().into(),
        Err(refusals) => refusals.0[0].code.clone().into_owned(),
    }
}
