//! Opening hours of one date: from a wall time up to another, such as `09:00-17:00` or `22:00-06:00`.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Minutes of the wall clock in a date.
pub(super) const MIDNIGHT: u16 = 24 * 60;

/// A half-open interval of the wall clock, written `09:00-17:00`: open at 09:00, closed again at 17:00.
///
/// `24:00` is the midnight at the end of the date. One that ends at or before it begins goes over midnight:
/// `22:00-06:00` is `22:00-24:00` and, on the next date, `00:00-06:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    open: u16,
    close: u16,
}

/// Why a text is not an [`Interval`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntervalError {
    /// Not two times of day with a hyphen between them.
    Form(String),
    /// It begins when the date ends.
    Begins(String),
    /// It ends when it begins.
    Empty(String),
}

impl std::fmt::Display for IntervalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form(text) => write!(
                f,
                "{text:?} is not an interval; write two times from 00:00 to 24:00 with a hyphen, such as 09:00-17:00"
            ),
            Self::Begins(text) => {
                write!(f, "{text:?} begins at the end of its date; let it begin at 00:00 on the next one")
            }
            Self::Empty(text) => {
                write!(f, "{text:?} ends when it begins; write 00:00-24:00 for a whole date, or leave it out")
            }
        }
    }
}

impl std::error::Error for IntervalError {}

impl Interval {
    /// From midnight to midnight.
    pub const WHOLE_DATE: Self = Self { open: 0, close: MIDNIGHT };

    /// Reads `HH:MM-HH:MM`.
    ///
    /// # Errors
    /// [`IntervalError`] when the text is no interval, begins at 24:00 or has equal ends.
    pub fn parse(text: &str) -> Result<Self, IntervalError> {
        let shown = || text.chars().take(64).collect::<String>();
        let (open, close) = text.split_once('-').ok_or_else(|| IntervalError::Form(shown()))?;
        let read = |part: &str| minutes(part.trim()).ok_or_else(|| IntervalError::Form(shown()));
        match (read(open)?, read(close)?) {
            (MIDNIGHT, _) => Err(IntervalError::Begins(shown())),
            (open, close) if open == close => Err(IntervalError::Empty(shown())),
            // up to the next date's 00:00 is up to this one's 24:00
            (open, 0) => Ok(Self { open, close: MIDNIGHT }),
            (open, close) => Ok(Self { open, close }),
        }
    }

    /// The part before midnight: minutes of its own date.
    pub(super) fn today(self) -> (u16, u16) {
        (self.open, if self.close < self.open { MIDNIGHT } else { self.close })
    }

    /// The part after midnight, in minutes of the next date, if it goes over midnight.
    pub(super) fn tomorrow(self) -> Option<(u16, u16)> {
        (self.close < self.open).then_some((0, self.close))
    }
}

/// The minutes of `HH:MM`, up to 24:00.
fn minutes(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |part: &str| {
        (part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse::<u16>().ok())?
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    Some(hours * 60 + minutes).filter(|all| minutes < 60 && *all <= MIDNIGHT)
}

impl std::fmt::Display for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { open, close } = self;
        write!(f, "{:02}:{:02}-{:02}:{:02}", open / 60, open % 60, close / 60, close % 60)
    }
}

impl std::str::FromStr for Interval {
    type Err = IntervalError;

    fn from_str(text: &str) -> Result<Self, IntervalError> {
        Self::parse(text)
    }
}

impl Serialize for Interval {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Interval {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(from)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Interval {
    fn schema_name() -> Cow<'static, str> {
        "Interval".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "Opening hours such as 09:00-17:00; 24:00 ends the date, 22:00-06:00 goes over midnight",
            "pattern": "^[0-2][0-9]:[0-5][0-9] *- *[0-2][0-9]:[0-5][0-9]$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_read_and_write_back() {
        let cases = [
            ("09:00-17:00", "09:00-17:00", (540, 1020), None),
            ("00:00 - 24:00", "00:00-24:00", (0, 1440), None),
            ("22:00-06:00", "22:00-06:00", (1320, 1440), Some((0, 360))),
            ("22:00-00:00", "22:00-24:00", (1320, 1440), None),
        ];
        for (text, written, today, tomorrow) in cases {
            let interval = Interval::parse(text).unwrap();
            assert_eq!(
                (interval.to_string().as_str(), interval.today(), interval.tomorrow()),
                (written, today, tomorrow)
            );
        }
    }

    #[test]
    fn other_texts_are_refused_with_the_remedy() {
        for text in ["", "09:00", "9:00-17:00", "09:60-17:00", "09:00-24:01", "09.00-17.00", "09:00-17:00-18:00", "a-b"]
        {
            assert!(matches!(Interval::parse(text), Err(IntervalError::Form(_))), "{text}");
        }
        assert!(Interval::parse("24:00-06:00").unwrap_err().to_string().contains("begin at 00:00 on the next"));
        assert!(Interval::parse("09:00-09:00").unwrap_err().to_string().contains("00:00-24:00"));
        assert!(Interval::parse("00:00-00:00").is_err());
    }
}
