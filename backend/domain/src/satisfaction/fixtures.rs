//! An invented customer who wants to be called back in the evening, for the tests of this noun.

use super::*;
use crate::kernel::*;
use uuid::Uuid;

pub fn id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(number).into()
}

pub fn moment(day: u32) -> Moment {
    Moment::parse("2026-03-01T00:00:00Z").unwrap().plus_seconds(i64::from(day) * 86_400)
}

/// The person `person` of the company `company`, on the second day.
pub fn by(company: u128, person: u128) -> By {
    By { person: id(person), company: id(company), at: moment(1) }
}

/// Customer 9 said so; companies 1 and 2 are to answer.
pub fn said() -> Recorded {
    Recorded {
        customer: id(9),
        kind: VoiceKind::Preference,
        text: " Call back in the evening ".into(),
        evidence: "Said so twice on the phone in February.".into(),
        case: Some(id(40)),
        companies: vec![id(2), id(1)],
    }
}

/// Customer 9 and companies 1 to 3 are bound.
pub fn record(said: &Recorded) -> Verdict<Voice> {
    let customer = |company: CompanyId| company == id(9);
    let answers = |company: CompanyId| [1, 2, 3].map(id).contains(&company);
    Voice::record((id(50), id(7)), said, (customer, answers), (moment(6), by(1, 11)))
}

/// Recorded by person 11 of company 1.
pub fn voice() -> Voice {
    record(&said()).unwrap()
}

/// The codes of a refusal, or none.
pub fn codes<T>(outcome: Verdict<T>) -> Vec<String> {
    outcome.err().map_or_else(Vec::new, |no| no.0.into_iter().map(|refusal| refusal.code.into_owned()).collect())
}
