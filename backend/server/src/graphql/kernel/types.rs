//! The scalars that partners see: moments, dates, exact decimals, long counts, page sizes and cursors.

use super::scalar::Gql;
use chrono::NaiveDate;
use concordat_domain::kernel::{self as rules, Decimal, Moment, Span};
use juniper::{GraphQLScalar, ParseScalarResult, ParseScalarValue, ScalarToken, graphql_scalar};

/// A point in time in RFC 3339 with an offset, such as `2026-03-01T08:30:00Z`; answers are in UTC.
#[graphql_scalar]
#[graphql(name = "Instant", scalar = Gql, with = instant, parse_token(String))]
pub type Instant = Moment;

mod instant {
    use super::{Gql, Instant};
    use concordat_domain::kernel::MomentError;

    pub(super) fn to_output(at: &Instant) -> Gql {
        Gql::String(at.to_string())
    }

    pub(super) fn from_input(text: &str) -> Result<Instant, String> {
        Instant::parse(text).map_err(|error: MomentError| error.to_string())
    }
}

/// A calendar date, such as `2026-03-01`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, GraphQLScalar)]
#[graphql(scalar = Gql, with = date, parse_token(String))]
pub struct Date(pub NaiveDate);

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

mod date {
    use super::{Date, Gql, NaiveDate};

    pub(super) fn to_output(date: &Date) -> Gql {
        Gql::String(date.0.to_string())
    }

    pub(super) fn from_input(text: &str) -> Result<Date, String> {
        let date = text.parse::<NaiveDate>().ok().filter(|date| date.to_string() == text);
        date.map(Date).ok_or_else(|| {
            format!("{:?} is not a date; write it such as 2026-03-01", text.chars().take(32).collect::<String>())
        })
    }
}

/// A local day `2026-03-05`, ISO week `2026-W10`, month `2026-03`, quarter `2026-Q1` or year `2026`, counted in the
/// agreement's zone.
#[graphql_scalar]
#[graphql(name = "Period", scalar = Gql, with = period, parse_token(String))]
pub type Period = rules::Period;

mod period {
    use super::{Gql, Period};
    use concordat_domain::kernel::PeriodError;

    pub(super) fn to_output(period: &Period) -> Gql {
        Gql::String(period.to_string())
    }

    pub(super) fn from_input(text: &str) -> Result<Period, String> {
        Period::parse(text).map_err(|error: PeriodError| error.to_string())
    }
}

/// A length of time in ISO 8601, such as `PT4H30M` or `P2DT12H`; a day has 24 hours.
#[graphql_scalar]
#[graphql(name = "Duration", scalar = Gql, with = duration, parse_token(String))]
pub type Duration = Span;

mod duration {
    use super::{Duration, Gql};
    use concordat_domain::kernel::SpanError;

    pub(super) fn to_output(span: &Duration) -> Gql {
        Gql::String(span.to_string())
    }

    pub(super) fn from_input(text: &str) -> Result<Duration, String> {
        Duration::parse(text).map_err(|error: SpanError| error.to_string())
    }
}

/// An exact decimal number as text, such as `"99.95"`: six digits after the point at most, never rounded.
#[graphql_scalar]
#[graphql(name = "Decimal", scalar = Gql, with = exact)]
pub type Exact = Decimal;

mod exact {
    use super::{Exact, Gql, ParseScalarResult, ParseScalarValue, ScalarToken};

    pub(super) fn to_output(number: &Exact) -> Gql {
        Gql::String(number.to_string())
    }

    /// Text or a whole number; a JSON float may have been rounded before it came here.
    pub(super) fn from_input(value: &Gql) -> Result<Exact, String> {
        let read = match value {
            Gql::String(text) => Exact::parse(text),
            Gql::Shared(text) => Exact::parse(text),
            Gql::Int(_) | Gql::Long(_) => Exact::parse(&value.to_string()),
            _ => return Err(format!("{value} is not an exact number; write it as text, such as \"0.95\"")),
        };
        read.map_err(|error| error.to_string())
    }

    pub(super) fn parse_token(token: ScalarToken<'_>) -> ParseScalarResult<Gql> {
        match token {
            ScalarToken::Int(digits) | ScalarToken::Float(digits) => Ok(Gql::String(digits.to_owned())),
            text @ ScalarToken::String(_) => <String as ParseScalarValue<Gql>>::from_str(text),
        }
    }
}

/// A whole number of up to 64 bits, written as a JSON number: counts of facts outgrow 32 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, GraphQLScalar)]
#[graphql(scalar = Gql, with = long)]
pub struct Long(pub i64);

mod long {
    use super::{Gql, Long, ParseScalarResult, ScalarToken};
    use juniper::ParseError;

    pub(super) fn to_output(long: &Long) -> Gql {
        Gql::Long(long.0)
    }

    pub(super) fn from_input(value: &Gql) -> Result<Long, String> {
        match value {
            Gql::Int(int) => Ok(Long(i64::from(*int))),
            Gql::Long(long) => Ok(Long(*long)),
            _ => Err(format!("{value} is not a whole number of 64 bits")),
        }
    }

    pub(super) fn parse_token(token: ScalarToken<'_>) -> ParseScalarResult<Gql> {
        match token {
            ScalarToken::Int(digits) => {
                digits.parse().map(Gql::Long).map_err(|_| ParseError::UnexpectedToken(digits.into()))
            }
            ScalarToken::Float(digits) => Err(ParseError::UnexpectedToken(digits.into())),
            ScalarToken::String(_) => Err(ParseError::UnexpectedToken("a text where a whole number is due".into())),
        }
    }
}

/// How many items of a list to answer: 1 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLScalar)]
#[graphql(scalar = Gql, with = first, parse_token(i32))]
pub struct First(u8);

impl First {
    /// The largest page.
    pub const MOST: u8 = 100;

    /// A page size, held between 1 and 100.
    #[must_use]
    pub fn of(items: u8) -> Self {
        Self(items.clamp(1, Self::MOST))
    }

    /// The number of items.
    #[must_use]
    pub fn items(self) -> usize {
        usize::from(self.0)
    }
}

mod first {
    use super::{First, Gql};

    pub(super) fn to_output(first: &First) -> Gql {
        Gql::Int(i32::from(first.0))
    }

    pub(super) fn from_input(items: i32) -> Result<First, String> {
        match u8::try_from(items) {
            Ok(items @ 1..=First::MOST) => Ok(First(items)),
            _ => Err(format!("`first` lies between 1 and {}, not {items}; ask page by page with `after`", First::MOST)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use juniper::{FromScalarValue, ScalarValue as _, ToScalarValue};

    fn read<'a, T: FromScalarValue<'a, Gql> + 'a>(value: &'a Gql) -> Option<T> {
        value.try_to::<T>().ok()
    }

    #[test]
    fn each_scalar_reads_what_it_writes() {
        let at = Moment::parse("2026-03-01T08:30:00.000001Z").unwrap();
        assert_eq!(read::<Instant>(&at.to_scalar_value()), Some(at));
        let date = Date("2026-03-01".parse().unwrap());
        assert_eq!(read::<Date>(&date.to_scalar_value()), Some(date));
        let number = Decimal::parse("-99.000001").unwrap();
        assert_eq!(read::<Exact>(&number.to_scalar_value()), Some(number));
        assert_eq!(read::<Long>(&Long(i64::MIN).to_scalar_value()), Some(Long(i64::MIN)));
        assert_eq!(read::<First>(&First::of(7).to_scalar_value()), Some(First::of(7)));
    }

    #[test]
    fn a_page_has_one_to_a_hundred_items() {
        for (items, fits) in [(-1, false), (0, false), (1, true), (100, true), (101, false), (i32::MAX, false)] {
            assert_eq!(read::<First>(&Gql::Int(items)).is_some(), fits, "{items}");
        }
    }

    #[test]
    fn an_exact_number_never_comes_from_a_float() {
        assert_eq!(read::<Exact>(&Gql::Float(0.95)), None);
        assert_eq!(read::<Exact>(&Gql::Int(95)), Decimal::parse("95").ok());
        let Ok(literal) = <Exact as ParseScalarValue<Gql>>::from_str(ScalarToken::Float("0.95")) else {
            panic!("a literal is read from its digits");
        };
        assert_eq!(read::<Exact>(&literal), Decimal::parse("0.95").ok());
    }

    #[test]
    fn a_date_has_one_form() {
        for wrong in ["2026-3-1", "2026-02-30", "20260301", "2026-03-01T00:00:00Z", "+2026-03-1", "２０26-03"] {
            assert_eq!(read::<Date>(&Gql::String(wrong.into())), None, "{wrong}");
        }
    }
}
