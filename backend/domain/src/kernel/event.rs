//! What happened: numbered per agreement, chained by hash, never changed afterwards.

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

/// The last entry of a log: what the next one is chained to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its number; 0 while the log is empty.
    pub number: i64,
    /// Its seal; [`genesis`] while the log is empty.
    pub seal: Seal,
}

impl Head {
    /// The head of an empty log.
    #[must_use]
    pub fn empty(agreement: AgreementId) -> Self {
        Self { number: 0, seal: genesis(agreement) }
    }
}

/// The first entry at which a log is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tampered {
    /// The number of the entry that is wrong or absent.
    pub number: i64,
    /// What is wrong with it.
    pub what: Fault,
}

/// How a log can be found wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The entry differs from what was sealed, or its seal or the one before it was changed.
    Changed,
    /// Another, later entry stands in its place: it was removed or moved.
    Missing {
        /// The number that stands there.
        found: i64,
    },
    /// An entry with a number that had already passed stands in its place: it was repeated or moved.
    Misplaced {
        /// The number that stands there.
        found: i64,
    },
    /// The entry belongs to another agreement.
    Foreign,
    /// The log stops before this entry, which the stored head names.
    Cut,
    /// The log goes beyond the stored head.
    Beyond,
}

impl std::fmt::Display for Tampered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = self.number;
        match self.what {
            Fault::Changed => write!(f, "entry {number} is not what was sealed"),
            Fault::Missing { found } => write!(f, "entry {number} is missing; entry {found} stands in its place"),
            Fault::Misplaced { found } => write!(f, "entry {number} is missing; entry {found} stands there again"),
            Fault::Foreign => write!(f, "entry {number} belongs to another agreement"),
            Fault::Cut => write!(f, "entry {number} is missing; the log was cut short"),
            Fault::Beyond => write!(f, "entry {number} stands beyond the recorded end of the log"),
        }
    }
}

impl std::error::Error for Tampered {}

/// Reads a log in order and stops at the first entry that is not what was written.
///
/// Somebody who can rewrite every later entry and the stored head makes a chain that is whole again; only a head
/// kept elsewhere (in a backup, by a partner) shows that. [`Chain::close`] compares with such a head.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    agreement: AgreementId,
    head: Head,
}

impl Chain {
    /// Before the first entry of an agreement's log.
    #[must_use]
    pub fn start(agreement: AgreementId) -> Self {
        Self { agreement, head: Head::empty(agreement) }
    }

    /// What has been read so far.
    #[must_use]
    pub fn head(&self) -> Head {
        self.head
    }

    /// Takes the next entry with its stored seal.
    ///
    /// # Errors
    /// [`Tampered`] when it is not the next entry as it was written.
    pub fn take(&mut self, event: &Event, stored: &Seal) -> Result<(), Tampered> {
        let number = self.head.number + 1;
        let fault = match event.number {
            _ if event.agreement != self.agreement => Some(Fault::Foreign),
            found if found > number => Some(Fault::Missing { found }),
            found if found < number => Some(Fault::Misplaced { found }),
            _ if seal(&self.head.seal, event) != *stored => Some(Fault::Changed),
            _ => None,
        };
        if let Some(what) = fault {
            return Err(Tampered { number, what });
        }
        self.head = Head { number, seal: *stored };
        Ok(())
    }

    /// The log ends here: does the recorded head say so too?
    ///
    /// # Errors
    /// [`Tampered`] when entries are missing at the end or stand beyond it, or the last seals differ.
    pub fn close(self, recorded: Head) -> Result<Head, Tampered> {
        match self.head.number.cmp(&recorded.number) {
            std::cmp::Ordering::Less => Err(Tampered { number: self.head.number + 1, what: Fault::Cut }),
            std::cmp::Ordering::Greater => Err(Tampered { number: recorded.number + 1, what: Fault::Beyond }),
            std::cmp::Ordering::Equal if self.head.seal == recorded.seal => Ok(self.head),
            std::cmp::Ordering::Equal => Err(Tampered { number: recorded.number, what: Fault::Changed }),
        }
    }

    /// Reads a whole log of entries and stored seals, in the order of their numbers.
    ///
    /// # Errors
    /// [`Tampered`] at the first entry that is not what was written.
    pub fn verify(agreement: AgreementId, entries: impl IntoIterator<Item = (Event, Seal)>) -> Result<Head, Tampered> {
        let mut chain = Self::start(agreement);
        for (event, stored) in entries {
            chain.take(&event, &stored)?;
        }
        Ok(chain.head)
    }
}

#[cfg(test)]
#[path = "event_tests.rs"]
mod tests;
