//! The escalation paths of the agreement file: what begins an escalation, and the levels over which it climbs.

use super::{At, Length, Number};
use crate::access::Role;
use crate::agreements::words::{Level, Tier};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

/// An escalation path.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct EscalationEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name, in words that a customer may read.
    pub name: At<String>,
    /// The code of the customer whose matters take it; without it, everybody's who has no path of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<At<String>>,
    /// What begins an escalation on it: words, or `{on: reopened, times: 2}`.
    pub triggers: Vec<At<TriggerEntry>>,
    /// Its levels, the first one first.
    pub levels: Vec<LevelEntry>,
}

/// One level of a path.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LevelEntry {
    /// What it is called, in words that a customer may read.
    pub name: At<String>,
    /// The level of governance; none is below the one before it.
    pub tier: At<Tier>,
    /// How long it has to answer, such as `PT8H`.
    pub answer_within: At<Length>,
    /// The code of the calendar whose open time counts; without it, the wall clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<At<String>>,
    /// Who answers for a company that `holders` does not name: whoever holds this role for it.
    pub role: At<Role>,
    /// Those of them only who sit in a coordination group at this level of management.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub management: Option<At<Level>>,
    /// Who answers for single companies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holders: Vec<HolderEntry>,
}

/// Somebody who answers for a company at a level.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HolderEntry {
    /// The company's code.
    pub company: At<String>,
    /// The person's address.
    pub person: At<String>,
}

/// What begins an escalation, as a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TriggerWord {
    /// A case was not responded to within its target.
    NoResponse,
    /// A case was not resolved within its target.
    NoResolution,
    /// A case was reopened so many times.
    Reopened,
    /// A complaint was brought.
    RedFlag,
    /// A task of a corrective action, or an action item of a meeting, is overdue.
    ActionOverdue,
    /// A hand-over was not accepted within its target.
    HandOverUnaccepted,
    /// A corrective action did not work.
    VerificationFailed,
    /// Somebody of a company, or a customer, raises it.
    Raised,
    /// A meeting escalates a matter of its agenda.
    AgendaItem,
}

/// What begins an escalation.
#[derive(Clone, Debug)]
pub enum TriggerEntry {
    /// Just that.
    Word(TriggerWord),
    /// That, so many times.
    Times(TimesEntry),
}

/// What begins an escalation when it has happened so many times.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TimesEntry {
    /// What.
    pub on: At<TriggerWord>,
    /// How many times, at least; for `reopened`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<At<Number>>,
}

impl Serialize for TriggerEntry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Word(word) => word.serialize(to),
            Self::Times(times) => times.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for TriggerEntry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(TriggerReader)
    }
}

struct TriggerReader;

impl<'de> de::Visitor<'de> for TriggerReader {
    type Value = TriggerEntry;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a word for what begins an escalation, or one with how many times")
    }
    fn visit_str<E: de::Error>(self, word: &str) -> Result<TriggerEntry, E> {
        TriggerWord::deserialize(de::value::StrDeserializer::<E>::new(word)).map(TriggerEntry::Word)
    }
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<TriggerEntry, A::Error> {
        TimesEntry::deserialize(MapAccessDeserializer::new(map)).map(TriggerEntry::Times)
    }
}

impl JsonSchema for TriggerEntry {
    fn schema_name() -> Cow<'static, str> {
        "TriggerEntry".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let times = generator.subschema_for::<TimesEntry>();
        let word = generator.subschema_for::<TriggerWord>();
        json_schema!({ "description": "What begins an escalation", "anyOf": [times, word] })
    }
}
