//! The calendars of the agreement file: hours of the week, exceptions by date, holidays.

use super::{At, Day};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, Deserializer, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;

/// When work is done.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CalendarEntry {
    /// Its code.
    pub code: At<String>,
    /// Its name.
    pub name: At<String>,
    /// The IANA time zone of its hours; without it, the agreement's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<At<String>>,
    /// The hours of every week: `always`, or intervals by weekday such as `mon: [08:00-12:00, 13:00-17:00]`.
    pub hours: At<HoursEntry>,
    /// Single dates with hours of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<ExceptionEntry>,
    /// Dates that are closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<HolidayEntry>,
    /// More dates that are closed: the text of an iCalendar file, of which those up to 30 years after the version's
    /// first day are taken in; the command line also takes its path, from the folder of this file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holidays_from: Option<At<String>>,
}

/// The hours of every week.
#[derive(Clone, Debug)]
pub enum HoursEntry {
    /// One word: `always`.
    Word(String),
    /// Intervals by weekday.
    Week(WeekEntry),
}

impl HoursEntry {
    /// The word for a calendar that never closes.
    pub const ALWAYS: &'static str = "always";
}

/// Intervals such as `08:00-12:00` by the weekday on which they begin; `22:00-06:00` goes over midnight, `24:00` ends a
/// day, a day without any is closed.
#[derive(Clone, Debug, Default, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WeekEntry {
    /// Monday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<At<String>>,
    /// Tuesday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<At<String>>,
    /// Wednesday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<At<String>>,
    /// Thursday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<At<String>>,
    /// Friday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<At<String>>,
    /// Saturday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<At<String>>,
    /// Sunday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<At<String>>,
}

impl WeekEntry {
    /// The days with the names they have in the file, Monday first.
    #[must_use]
    pub const fn days(&self) -> [(&'static str, &Vec<At<String>>); 7] {
        [
            ("mon", &self.mon),
            ("tue", &self.tue),
            ("wed", &self.wed),
            ("thu", &self.thu),
            ("fri", &self.fri),
            ("sat", &self.sat),
            ("sun", &self.sun),
        ]
    }
}

/// A date with hours of its own instead of the week's.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ExceptionEntry {
    /// The date.
    pub date: At<Day>,
    /// Its intervals; none at all means closed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<At<String>>,
}

/// A date that is closed.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HolidayEntry {
    /// The date.
    pub date: At<Day>,
    /// What is celebrated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<At<String>>,
}

impl Serialize for HoursEntry {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Word(word) => to.serialize_str(word),
            Self::Week(week) => week.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for HoursEntry {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(HoursReader)
    }
}

struct HoursReader;

impl<'de> de::Visitor<'de> for HoursReader {
    type Value = HoursEntry;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("`always`, or intervals by weekday")
    }
    fn visit_str<E: de::Error>(self, word: &str) -> Result<HoursEntry, E> {
        Ok(HoursEntry::Word(word.to_owned()))
    }
    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<HoursEntry, A::Error> {
        WeekEntry::deserialize(MapAccessDeserializer::new(map)).map(HoursEntry::Week)
    }
}

impl JsonSchema for HoursEntry {
    fn schema_name() -> Cow<'static, str> {
        "HoursEntry".into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let week = generator.subschema_for::<WeekEntry>();
        json_schema!({
            "description": "The hours of every week",
            "anyOf": [week, { "type": "string", "enum": [Self::ALWAYS] }],
        })
    }
}
