//! A length of time: exact microseconds, written as ISO 8601, such as `PT4H30M`.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::{
    borrow::Cow,
    fmt::{Display, Formatter},
    iter::Sum,
    ops::{Add, AddAssign, Neg, Sub, SubAssign},
};

/// Signed microseconds. Sums hold at the ends of their range, 292,000 years away.
///
/// Written as ISO 8601 in days of 24 hours, hours, minutes and seconds; months and years have no fixed length and are
/// not read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

/// The text is no length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpanError(String);

impl Display for SpanError {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} is not a length of time; write ISO 8601 such as PT30M, PT4H or P2DT12H", self.0)
    }
}

impl std::error::Error for SpanError {}

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    const SECOND: i64 = 1_000_000;

    /// So many microseconds.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// So many seconds.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds.saturating_mul(Self::SECOND))
    }

    /// Microseconds.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// Whole seconds, rounded down.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0.div_euclid(Self::SECOND)
    }

    /// Whether it is longer than nothing.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// Reads ISO 8601: `P`, whole weeks or days, `T`, whole hours and minutes, seconds with up to six decimal places; a
    /// minus in front makes it negative.
    ///
    /// # Errors
    /// [`SpanError`] when the text is no such length or longer than 292,000 years.
    pub fn parse(text: &str) -> Result<Self, SpanError> {
        let wrong = || SpanError(text.chars().take(64).collect());
        let (sign, rest) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let rest = rest.strip_prefix('P').ok_or_else(wrong)?;
        let (days, clock) = rest.split_once('T').map_or((rest, None), |(days, clock)| (days, Some(clock)));
        if rest.is_empty() || clock.is_some_and(str::is_empty) {
            return Err(wrong());
        }
        let days = parts(days, &[('W', 604_800), ('D', 86_400)]);
        let clock = parts(clock.unwrap_or_default(), &[('H', 3_600), ('M', 60), ('S', 1)]);
        let micros = days.zip(clock).and_then(|(days, clock)| days.checked_add(clock)).ok_or_else(wrong)?;
        Ok(Self(sign * micros))
    }
}

/// The microseconds of numbers with their units, each unit at most once and in this order.
fn parts(mut text: &str, units: &[(char, i64)]) -> Option<i64> {
    let mut micros = 0_i64;
    for (unit, seconds) in units {
        let Some((number, rest)) = text.split_once(*unit) else { continue };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let divided = number.contains('.');
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 6 || divided == part.is_empty() {
            return None;
        }
        if divided && *unit != 'S' {
            return None;
        }
        let part: i64 = format!("{part:0<6}").parse().ok()?;
        let unit = seconds.checked_mul(Span::SECOND)?;
        micros = whole.parse::<i64>().ok()?.checked_mul(unit)?.checked_add(part)?.checked_add(micros)?;
        text = rest;
    }
    text.is_empty().then_some(micros)
}

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        let micros = self.0.unsigned_abs();
        let (seconds, part) = (micros / 1_000_000, micros % 1_000_000);
        let (days, hours, minutes, seconds) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60);
        f.write_str(if self.0 < 0 { "-P" } else { "P" })?;
        if days > 0 {
            write!(f, "{days}D")?;
        }
        if days == 0 || !micros.is_multiple_of(86_400_000_000) {
            f.write_str("T")?;
        }
        if hours > 0 {
            write!(f, "{hours}H")?;
        }
        if minutes > 0 {
            write!(f, "{minutes}M")?;
        }
        if part > 0 {
            write!(f, "{seconds}.{}S", format!("{part:06}").trim_end_matches('0'))
        } else if seconds > 0 || micros == 0 {
            write!(f, "{seconds}S")
        } else {
            Ok(())
        }
    }
}

impl Add for Span {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Span {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Span {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Span {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Neg for Span {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Span {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self::ZERO, Add::add)
    }
}

impl Serialize for Span {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(from)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Span {
    fn schema_name() -> Cow<'static, str> {
        "Span".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A length of time in ISO 8601, such as PT30M, PT4H or P2DT12H; a day has 24 hours",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn iso_8601_reads_and_writes_back_in_its_shortest_form() {
        let cases = [
            ("PT0S", "PT0S"),
            ("PT90M", "PT1H30M"),
            ("P1W", "P7D"),
            ("PT24H", "P1D"),
            ("P1DT0.5S", "P1DT0.5S"),
            ("-PT0.000001S", "-PT0.000001S"),
        ];
        for (text, written) in cases {
            assert_eq!(Span::parse(text).unwrap().to_string(), written, "{text}");
        }
    }

    #[test]
    fn what_has_no_fixed_length_or_no_form_is_refused() {
        for text in ["", "P", "PT", "P1M", "P1Y", "PT1D", "P1H", "PT1.5H", "PT1M1H", "PT.5S", "PT1.S", "4h", "PT1H1H"] {
            assert!(Span::parse(text).is_err(), "{text}");
        }
        assert!(Span::parse("P999999999999D").unwrap_err().to_string().contains("PT30M"));
    }

    proptest! {
        #[test]
        fn every_span_reads_back(micros in -4_000_000_000_000_000_i64..4_000_000_000_000_000) {
            let span = Span::from_micros(micros);
            prop_assert_eq!(Span::parse(&span.to_string()), Ok(span));
        }
    }
}
