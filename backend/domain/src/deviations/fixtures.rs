//! An invented agreement's people, figures and deviations, for the tests of this noun.

use super::*;
use crate::kernel::*;
use crate::kpis::{Scope, Target};
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

/// So much promised to all from 2026 on.
pub fn target(value: i32) -> Target {
    Target {
        scope: Scope::JOINT,
        value: Decimal::whole(value),
        upper: None,
        warning: None,
        tolerance: Decimal::ZERO,
        valid_from: "2026-01-01".parse().unwrap(),
    }
}

/// The figure of company 1 in a period: so much of 95 promised.
pub fn cell(label: &str, value: Option<i32>, verdict: CellVerdict) -> AssessedCell {
    let figures = Figures {
        value: value.map(Decimal::whole),
        target: Some(target(95)),
        good: value.map(Decimal::whole),
        total: value.map(|_| Decimal::whole(100)),
        count: value.map_or(0, |_| 100),
    };
    let scope = Scope::company(id(1));
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
    let (verifying, _) = acting.clone().verify(id(70));
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

/// Company 1's figure at 92 or more in so many months after March.
pub fn criterion(periods: u32) -> Criterion {
    let scope = Scope::company(id(1));
    let measure = Measure::AtLeast { value: Decimal::whole(92) };
    Criterion { kpi: id(50), scope, measure, every: PeriodKind::Month, after: "2026-04-01".parse().unwrap(), periods }
}

/// Something asked of the first person of a company.
pub fn request(company: u128) -> Request {
    let (title, due) = ("Train the night shift".to_owned(), "2026-03-31".parse().unwrap());
    Request { company: id(company), owner: id(company * 10), title, due }
}

/// The accepted deviation and action 70 on it, proposed with task 80 of company 2 and task 81 of company 3; company 1
/// is concerned because the figure is its own.
pub fn proposed() -> (Action, Deviation) {
    let deviation = missed().review(ReviewVerdict::Accept, by(2, 20)).unwrap();
    let draft = Action::draft(id(70), &deviation, "Night shift", criterion(2)).unwrap();
    let planned = draft.ask(id(80), request(2)).unwrap().ask(id(81), request(3)).unwrap();
    (planned.propose(by(2, 20)).unwrap(), deviation)
}

/// The same with every consent and every task accepted.
pub fn agreed() -> (Action, Deviation) {
    let (action, deviation) = proposed();
    let consented = (1..=3).fold(action, |action, company| action.consent(by(company, company * 10)).unwrap());
    (consented.accept(id(80), by(2, 20)).unwrap().accept(id(81), by(3, 30)).unwrap(), deviation)
}

/// The same under way.
pub fn acting() -> (Action, Deviation) {
    let (action, deviation) = agreed();
    action.start(deviation, by(2, 20)).unwrap()
}

/// The codes of a refusal, or none.
pub fn codes<T>(outcome: Verdict<T>) -> Vec<String> {
    outcome.err().map_or_else(Vec::new, |no| no.0.into_iter().map(|refusal| refusal.code.into_owned()).collect())
}

/// The terms of the sample agreement.
pub fn sample() -> crate::agreements::Terms {
    let text = include_bytes!("../../../../demo/agreement.yaml");
    let mut last = 0;
    let mut ids = || {
        last += 1;
        Uuid::from_u128(last)
    };
    crate::agreements::Terms::resolve(text, &crate::agreements::KnownIds::default(), &mut ids).unwrap()
}
