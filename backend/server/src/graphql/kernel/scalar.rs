//! The values an answer is made of: GraphQL's own scalars, long integers, shared texts and JSON already written.

use juniper::{AnyExt as _, ArcStr, ScalarValue};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::{any::Any, fmt, sync::Arc};

/// One scalar of an answer or of an input. Every GraphQL type of the house says `scalar = Gql`.
#[derive(Clone, Debug, PartialEq, ScalarValue)]
#[value(from_displayable_with = from_displayable)]
pub enum Gql {
    /// A 32-bit integer.
    #[value(to_int, to_float)]
    Int(i32),
    /// A 64-bit integer; a JSON number.
    #[value(to_float = long_to_float)]
    Long(i64),
    /// A 64-bit floating point number.
    #[value(to_float)]
    Float(f64),
    /// A text of its own.
    #[value(as_str, to_string)]
    String(String),
    /// A text shared with whoever keeps it; copying it copies a pointer.
    #[value(as_str = ArcStr::as_str, to_string = shared_to_string)]
    Shared(ArcStr),
    /// True or false.
    #[value(to_bool)]
    Boolean(bool),
    /// JSON that a leaf wrote for its whole selection; the writer copies it as it is.
    Raw(Raw),
}

/// A complete JSON value, written by one who knows that it is valid.
#[derive(Clone, Debug, PartialEq)]
pub struct Raw(pub Arc<str>);

#[expect(clippy::cast_precision_loss, reason = "a float field accepts an integer as JSON does")]
fn long_to_float(long: &i64) -> f64 {
    *long as f64
}

fn shared_to_string(shared: &ArcStr) -> String {
    shared.to_string()
}

fn from_displayable<T: fmt::Display + Any + ?Sized>(value: &T) -> Gql {
    match value.downcast_ref::<ArcStr>() {
        Some(shared) => Gql::Shared(shared.clone()),
        None => Gql::String(value.to_string()),
    }
}

impl From<i32> for Gql {
    fn from(int: i32) -> Self {
        Self::Int(int)
    }
}

impl From<i64> for Gql {
    fn from(long: i64) -> Self {
        Self::Long(long)
    }
}

impl From<f64> for Gql {
    fn from(float: f64) -> Self {
        Self::Float(float)
    }
}

impl From<bool> for Gql {
    fn from(truth: bool) -> Self {
        Self::Boolean(truth)
    }
}

impl From<String> for Gql {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<ArcStr> for Gql {
    fn from(text: ArcStr) -> Self {
        Self::Shared(text)
    }
}

impl TryFrom<Gql> for String {
    type Error = Gql;

    fn try_from(value: Gql) -> Result<Self, Gql> {
        match value {
            Gql::String(text) => Ok(text),
            Gql::Shared(text) => Ok(text.to_string()),
            other => Err(other),
        }
    }
}

impl fmt::Display for Gql {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Long(long) => long.fmt(f),
            Self::Float(float) => float.fmt(f),
            Self::String(text) => f.write_str(text),
            Self::Shared(text) => f.write_str(text),
            Self::Boolean(truth) => truth.fmt(f),
            Self::Raw(Raw(json)) => f.write_str(json),
        }
    }
}

impl Serialize for Gql {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Int(int) => to.serialize_i32(*int),
            Self::Long(long) => to.serialize_i64(*long),
            Self::Float(float) => to.serialize_f64(*float),
            Self::String(text) => to.serialize_str(text),
            Self::Shared(text) => to.serialize_str(text),
            Self::Boolean(truth) => to.serialize_bool(*truth),
            Self::Raw(Raw(json)) => {
                let value: serde_json::Value = serde_json::from_str(json).map_err(serde::ser::Error::custom)?;
                value.serialize(to)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Gql {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl de::Visitor<'_> for ScalarVisitor {
    type Value = Gql;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, a text or a truth value")
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Gql, E> {
        Ok(Gql::Boolean(truth))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Gql, E> {
        Ok(i32::try_from(number).map_or(Gql::Long(number), Gql::Int))
    }

    #[expect(clippy::cast_precision_loss, reason = "beyond 64 bits signed JSON means a float")]
    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Gql, E> {
        i64::try_from(number).map_or(Ok(Gql::Float(number as f64)), |number| self.visit_i64(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Gql, E> {
        Ok(Gql::Float(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Gql, E> {
        Ok(Gql::String(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Gql, E> {
        Ok(Gql::String(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_numbers_keep_their_kind() {
        let read = |json: &str| serde_json::from_str::<Gql>(json).unwrap();
        assert_eq!(read("2147483647"), Gql::Int(i32::MAX));
        assert_eq!(read("2147483648"), Gql::Long(2_147_483_648));
        assert_eq!(read("-9223372036854775808"), Gql::Long(i64::MIN));
        assert_eq!(read("18446744073709551615"), Gql::Float(18_446_744_073_709_551_615.0));
        assert_eq!(read("1.0"), Gql::Float(1.0));
        assert_eq!(read("\"1\""), Gql::String("1".into()));
    }

    #[test]
    fn a_shared_text_is_not_copied() {
        let name = ArcStr::from("Northwind Field Services");
        let Gql::Shared(held) = Gql::from_displayable(&name) else { panic!("a shared text stays shared") };
        assert!(ArcStr::ptr_eq(&name, &held));
    }
}
