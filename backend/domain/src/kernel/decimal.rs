//! An exact decimal number: fixed point, millionths, from -10¹² to 10¹². No float ever decides a verdict.

use serde::{Deserialize, Serialize, de};
use std::borrow::Cow;

/// A number with at most six digits after the point and a magnitude of at most 10¹².
///
/// Reads from a JSON or YAML number or from text; writes as text, so that no reader rounds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

/// Why a text or a number is not a [`Decimal`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Not digits with an optional sign and point; NaN, infinity and exponents are refused too.
    Form(String),
    /// More than six digits after the point, or a float with more than fifteen digits.
    Digits(String),
    /// A magnitude above 10¹².
    Range(String),
}

impl std::fmt::Display for DecimalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(text) => write!(f, "{text:?} is not a number; write digits such as 12 or -0.95"),
            Self::Digits(text) => write!(f, "{text} is too fine; write at most six digits after the point"),
            Self::Range(text) => write!(f, "{text} is too large; numbers lie between -1000000000000 and 1000000000000"),
        }
    }
}

impl std::error::Error for DecimalError {}

impl Decimal {
    /// Millionths in one.
    pub const SCALE: i64 = 1_000_000;
    /// Nought.
    pub const ZERO: Self = Self(0);
    /// One.
    pub const ONE: Self = Self(Self::SCALE);
    /// The largest number, 10¹².
    pub const MAX: Self = Self(1_000_000_000_000 * Self::SCALE);
    /// The smallest number, -10¹².
    pub const MIN: Self = Self(-Self::MAX.0);

    /// The number of so many millionths.
    ///
    /// # Errors
    /// [`DecimalError::Range`] beyond ±10¹².
    pub fn from_millionths(millionths: i64) -> Result<Self, DecimalError> {
        if (Self::MIN.0..=Self::MAX.0).contains(&millionths) {
            Ok(Self(millionths))
        } else {
            Err(DecimalError::Range(format!("{millionths} millionths")))
        }
    }

    /// The number of so many millionths, held within ±10¹².
    #[must_use]
    pub fn clamped(millionths: i128) -> Self {
        let held = millionths.clamp(i128::from(Self::MIN.0), i128::from(Self::MAX.0));
        Self(i64::try_from(held).unwrap_or_default())
    }

    /// A whole number, such as a count.
    #[must_use]
    pub fn whole(number: i32) -> Self {
        Self(i64::from(number) * Self::SCALE)
    }

    /// Reads digits with an optional sign and point: `12`, `-0.95`, `+3.000001`.
    ///
    /// # Errors
    /// [`DecimalError`]; nothing is ever rounded.
    pub fn parse(text: &str) -> Result<Self, DecimalError> {
        let shown = || text.chars().take(64).collect::<String>();
        let (negative, digits) = match text.as_bytes().first() {
            Some(b'-') => (true, &text[1..]),
            Some(b'+') => (false, &text[1..]),
            _ => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !plain(whole) || !fraction.is_none_or(plain) {
            return Err(DecimalError::Form(shown()));
        }
        let fraction = fraction.unwrap_or("").trim_end_matches('0');
        if fraction.len() > 6 {
            return Err(DecimalError::Digits(shown()));
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 13 {
            return Err(DecimalError::Range(shown()));
        }
        let number = |part: &str| part.bytes().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let millionths = number(whole) * Self::SCALE + (fraction.len()..6).fold(number(fraction), |part, _| part * 10);
        Self::from_millionths(if negative { -millionths } else { millionths }).map_err(|_| DecimalError::Range(shown()))
    }

    /// The number a float stands for: its shortest text, if that has at most fifteen digits.
    ///
    /// # Errors
    /// [`DecimalError`]; a float with more digits may already have been rounded, so it has to be written as text.
    pub fn from_float(number: f64) -> Result<Self, DecimalError> {
        let text = number.to_string();
        let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
        if number.is_finite() && digits > 15 && number.fract() != 0.0 {
            return Err(DecimalError::Digits(text));
        }
        Self::parse(&text)
    }

    /// The number in millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The number in millionths, wide enough to add up or multiply.
    #[must_use]
    pub const fn wide(self) -> i128 {
        self.0 as i128
    }

    /// The nearest float, for charts and logs; never for a verdict.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn approximate(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let scale = Self::SCALE.unsigned_abs();
        let (whole, mut rest) = (self.0.unsigned_abs() / scale, self.0.unsigned_abs() % scale);
        let sign = if self.0 < 0 { "-" } else { "" };
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        let mut places = 6;
        while rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        write!(f, "{sign}{whole}.{rest:0places$}")
    }
}

impl std::str::FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        Self::parse(text)
    }
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

impl schemars::JsonSchema for Decimal {
    fn schema_name() -> Cow<'static, str> {
        "Decimal".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "An exact number with at most six digits after the point; write it as text to keep more than fifteen digits",
            "anyOf": [
                { "type": "number", "minimum": -1_000_000_000_000_i64, "maximum": 1_000_000_000_000_i64 },
                { "type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?$" },
            ],
        })
    }
}

struct Reader;

impl de::Visitor<'_> for Reader {
    type Value = Decimal;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a number with at most six digits after the point")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
        Decimal::parse(text).map_err(E::custom)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        Decimal::from_float(number).map_err(E::custom)
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Decimal::parse(&number.to_string()).map_err(E::custom)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Decimal::parse(&number.to_string()).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_read_exactly_or_not_at_all() {
        for (text, millionths) in [("0", 0), ("-0", 0), ("007.50", 7_500_000), ("+3.000001", 3_000_001)] {
            assert_eq!(Decimal::parse(text).map(Decimal::millionths), Ok(millionths), "{text}");
        }
        assert_eq!(Decimal::parse("-1000000000000"), Ok(Decimal::MIN));
        assert_eq!(Decimal::parse("0.1234560000"), Ok(Decimal(123_456)), "noughts at the end are no digits");
        for text in ["", "-", ".5", "5.", "1e3", "NaN", "inf", " 1", "1,5", "0x1", "1.2.3", "--1", "٣", "é"] {
            assert!(matches!(Decimal::parse(text), Err(DecimalError::Form(_))), "{text}");
        }
        assert!(matches!(Decimal::parse("0.1234567"), Err(DecimalError::Digits(_))));
        for text in ["1000000000000.000001", "99999999999999999999999", "-1000000000001"] {
            assert!(matches!(Decimal::parse(text), Err(DecimalError::Range(_))), "{text}");
        }
    }

    #[test]
    fn json_numbers_and_texts_read_alike() {
        let read = |json: &str| serde_json::from_str::<Decimal>(json).map_err(|error| error.to_string());
        for json in ["0.95", "\"0.95\"", "9.5e-1"] {
            assert_eq!(read(json), Ok(Decimal(950_000)), "{json}");
        }
        assert_eq!(read("-12"), Ok(Decimal::whole(-12)));
        assert!(read("123456789012.123456").is_err(), "a float cannot hold these digits");
        assert_eq!(read("\"123456789012.123456\""), Ok(Decimal(123_456_789_012_123_456)));
        assert!(read("1e300").is_err());
        assert!(read("18446744073709551615").is_err());
        assert_eq!(serde_json::to_string(&Decimal(950_000)).unwrap(), "\"0.95\"");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(millionths in Decimal::MIN.0..=Decimal::MAX.0) {
            let number = Decimal(millionths);
            prop_assert_eq!(Decimal::parse(&number.to_string()), Ok(number));
            prop_assert!(!number.to_string().ends_with(".0"));
        }

        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = Decimal::parse(&text);
        }
    }
}
