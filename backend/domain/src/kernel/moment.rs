//! A point in time: UTC microseconds, written as RFC 3339.

use super::Span;
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// Microseconds since 1970-01-01T00:00:00Z, between the years 1900 and 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// Why a text or a number is not a [`Moment`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MomentError {
    /// Not RFC 3339 with an offset.
    Form(String),
    /// Outside 1900-01-01 to 2199-12-31.
    Range(String),
}

impl std::fmt::Display for MomentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(text) => {
                write!(f, "{text:?} is not a time; write RFC 3339 with an offset, such as 2026-03-01T08:30:00Z")
            }
            Self::Range(text) => write!(f, "{text} is out of range; times lie between 1900 and 2199"),
        }
    }
}

impl std::error::Error for MomentError {}

impl Moment {
    const FIRST: i64 = -2_208_988_800_000_000;
    const END: i64 = 7_258_118_400_000_000;

    /// The first one, 1900-01-01T00:00:00Z.
    pub const MIN: Self = Self(Self::FIRST);
    /// The last one, a microsecond before 2200-01-01T00:00:00Z.
    pub const MAX: Self = Self(Self::END - 1);

    /// 1970-01-01T00:00:00Z.
    pub const EPOCH: Self = Self(0);

    /// The moment this many microseconds after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    /// [`MomentError::Range`] outside the years 1900 to 2199.
    pub fn from_micros(micros: i64) -> Result<Self, MomentError> {
        if (Self::FIRST..Self::END).contains(&micros) {
            Ok(Self(micros))
        } else {
            Err(MomentError::Range(format!("{micros} µs")))
        }
    }

    /// The moment of a chrono instant, to the microsecond below.
    ///
    /// # Errors
    /// [`MomentError::Range`] outside the years 1900 to 2199.
    pub fn from_utc(at: DateTime<Utc>) -> Result<Self, MomentError> {
        Self::from_micros(at.timestamp_micros()).map_err(|_| MomentError::Range(at.to_rfc3339()))
    }

    /// Reads RFC 3339 with an offset.
    ///
    /// # Errors
    /// [`MomentError`] when the text is no such time or out of range.
    pub fn parse(text: &str) -> Result<Self, MomentError> {
        let at = DateTime::parse_from_rfc3339(text).map_err(|_| MomentError::Form(text.chars().take(64).collect()))?;
        Self::from_utc(at.to_utc())
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The same as a chrono instant.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// How much later than another moment this one is; negative when it is earlier.
    #[must_use]
    pub const fn since(self, earlier: Self) -> Span {
        Span::from_micros(self.0 - earlier.0)
    }

    /// This moment and a span, held within the range.
    #[must_use]
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.micros()).clamp(Self::FIRST, Self::END - 1))
    }

    /// This moment and so many seconds, held within the range.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        self.plus(Span::from_seconds(seconds))
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_3339_reads_and_writes_back() {
        let moment = Moment::parse("2026-03-01T09:30:00.5+01:00").unwrap();
        assert_eq!(moment.to_string(), "2026-03-01T08:30:00.500Z");
    }

    #[test]
    fn a_year_9999_is_refused_by_name() {
        assert_eq!(
            Moment::parse("9999-01-01T00:00:00Z").unwrap_err().to_string(),
            "9999-01-01T00:00:00+00:00 is out of range; times lie between 1900 and 2199"
        );
        assert!(matches!(Moment::parse("2026-03-01"), Err(MomentError::Form(_))));
    }
}
