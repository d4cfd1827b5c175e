//! The hours of a week: the same every week, or always open.

use super::Interval;
use chrono::Weekday;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, value::MapAccessDeserializer};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Opening hours week by week: `always`, or intervals by weekday.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Week {
    /// Round the clock, every day; written `always`.
    Always,
    /// Intervals by the weekday on which they begin.
    Days(WeekDays),
}

/// Intervals by the weekday on which they begin; a day without any is closed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WeekDays {
    /// Monday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mon: Vec<Interval>,
    /// Tuesday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tue: Vec<Interval>,
    /// Wednesday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wed: Vec<Interval>,
    /// Thursday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub thu: Vec<Interval>,
    /// Friday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fri: Vec<Interval>,
    /// Saturday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sat: Vec<Interval>,
    /// Sunday's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sun: Vec<Interval>,
}

impl Week {
    const ALWAYS: &str = "always";

    /// The intervals that begin on a weekday.
    #[must_use]
    pub fn on(&self, day: Weekday) -> &[Interval] {
        match (self, day) {
            (Self::Always, _) => &[Interval::WHOLE_DATE],
            (Self::Days(days), Weekday::Mon) => &days.mon,
            (Self::Days(days), Weekday::Tue) => &days.tue,
            (Self::Days(days), Weekday::Wed) => &days.wed,
            (Self::Days(days), Weekday::Thu) => &days.thu,
            (Self::Days(days), Weekday::Fri) => &days.fri,
            (Self::Days(days), Weekday::Sat) => &days.sat,
            (Self::Days(days), Weekday::Sun) => &days.sun,
        }
    }
}

impl Serialize for Week {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Always => to.serialize_str(Self::ALWAYS),
            Self::Days(days) => days.serialize(to),
        }
    }
}

impl<'de> Deserialize<'de> for Week {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> de::Visitor<'de> for Reader {
    type Value = Week;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("`always`, or intervals by weekday such as mon: [\"09:00-17:00\"]")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Week, E> {
        if text == Week::ALWAYS { Ok(Week::Always) } else { Err(E::invalid_value(de::Unexpected::Str(text), &self)) }
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Week, A::Error> {
        WeekDays::deserialize(MapAccessDeserializer::new(map)).map(Week::Days)
    }
}

impl JsonSchema for Week {
    fn schema_name() -> Cow<'static, str> {
        "Week".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let days = generator.subschema_for::<WeekDays>();
        json_schema!({
            "description": "Opening hours: always, or intervals by weekday",
            "anyOf": [{ "type": "string", "enum": [Self::ALWAYS] }, days],
        })
    }
}
