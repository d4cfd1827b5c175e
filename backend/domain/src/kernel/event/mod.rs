//! What happened: numbered per agreement, chained by hash, never changed afterwards.

mod chain;

pub use chain::{Chain, Fault, Head, Tampered};

use super::{AgreementId, CompanyId, Moment, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use uuid::Uuid;

/// A hash that binds an entry to everything before it (SHA-256).
pub type Seal = [u8; 32];

/// What happened to which noun, such as `deviation.reviewed`. Each noun declares its kinds as constants.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kind(Cow<'static, str>);

impl Kind {
    /// A noun's declared kind: the noun, a dot, the verb in the past tense.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self(Cow::Borrowed(name))
    }

    /// A kind as it was stored; one that no noun declares any more stays readable.
    #[must_use]
    pub fn stored(name: String) -> Self {
        Self(Cow::Owned(name))
    }

    /// The name, such as `deviation.reviewed`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The noun it happened to: what stands before the dot.
    #[must_use]
    pub fn noun(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// One entry of an agreement's log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Whose log it stands in; [`AgreementId::INSTANCE`] for the instance's own.
    pub agreement: AgreementId,
    /// Its place in that log, counted from 1 without a gap.
    pub number: i64,
    /// The moment of the transaction that wrote it.
    pub at: Moment,
    /// Who did it; nobody when the system did (an assessment by the scheduler).
    pub person: Option<PersonId>,
    /// For which company that person acted.
    pub company: Option<CompanyId>,
    /// What happened.
    pub kind: Kind,
    /// The id of the thing it happened to.
    pub subject: Uuid,
    /// What a reader needs beyond that. Amounts stand as text: a JSON fraction is sealed to 15 digits only.
    pub detail: Value,
}

/// The seal before the first entry; bound to the agreement, so no log can be passed off as another's.
#[must_use]
pub fn genesis(agreement: AgreementId) -> Seal {
    let mut hash = Sha256::new();
    hash.update(b"concordat.events.1");
    hash.update(agreement.0.as_bytes());
    hash.finalize().into()
}

/// The seal of an entry: SHA-256 over the seal before it and every field, each with its length in front.
#[must_use]
pub fn seal(previous: &Seal, event: &Event) -> Seal {
    let mut hash = Sha256::new();
    hash.update(previous);
    let mut field = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    field(event.agreement.0.as_bytes());
    field(&event.number.to_be_bytes());
    field(&event.at.micros().to_be_bytes());
    field(event.person.as_ref().map_or(&[][..], |id| id.0.as_bytes()));
    field(event.company.as_ref().map_or(&[][..], |id| id.0.as_bytes()));
    field(event.kind.name().as_bytes());
    field(event.subject.as_bytes());
    let mut detail = String::new();
    write_canonical(&event.detail, &mut detail);
    field(detail.as_bytes());
    hash.finalize().into()
}

/// JSON with sorted keys and without spaces: the same text whatever a database did to order and notation.
fn write_canonical(value: &Value, to: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => to.push_str(&value.to_string()),
        Value::Number(number) => write_number(number, to),
        Value::Array(items) => {
            to.push('[');
            for (place, item) in items.iter().enumerate() {
                if place > 0 {
                    to.push(',');
                }
                write_canonical(item, to);
            }
            to.push(']');
        }
        Value::Object(members) => {
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_unstable_by_key(|(key, _)| *key);
            to.push('{');
            for (place, (key, item)) in sorted.into_iter().enumerate() {
                if place > 0 {
                    to.push(',');
                }
                to.push_str(&Value::from(key.as_str()).to_string());
                to.push(':');
                write_canonical(item, to);
            }
            to.push('}');
        }
    }
}

/// Whole numbers in full (`1e2`, `100.0` and `100` are one), fractions to 15 significant digits.
fn write_number(number: &serde_json::Number, to: &mut String) {
    const WHOLE_BELOW: f64 = 1e18;
    match number.as_f64() {
        Some(float) if number.is_f64() && (float.fract() != 0.0 || float.abs() >= WHOLE_BELOW) => {
            to.push_str(&format!("{float:.14e}"));
        }
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 1e18")]
        Some(float) if number.is_f64() => to.push_str(&(float as i64).to_string()),
        _ => to.push_str(&number.to_string()),
    }
}

#[cfg(test)]
mod tests;
