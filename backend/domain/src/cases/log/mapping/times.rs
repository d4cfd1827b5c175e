//! Times as a log writes them.

use crate::cases::log::{codes, names::shown};
use crate::kernel::{Moment, Occurrence, Verdict, Zone};
use chrono::format::{Item, Parsed, StrftimeItems, parse};

/// How times are written.
#[derive(Clone, Debug)]
pub(super) enum Times {
    /// RFC 3339 with an offset.
    Rfc3339,
    /// In parts, in a zone where there is no offset among them.
    Parts { written: String, items: Vec<Item<'static>>, zone: Zone },
}

impl Times {
    /// The form that a mapping names; nothing when it is none.
    pub(super) fn of(written: &str, zone: Zone) -> Option<Self> {
        if written == "rfc3339" {
            return Some(Self::Rfc3339);
        }
        let items = StrftimeItems::new(written).parse_to_owned().ok()?;
        let times = Self::Parts { written: written.to_owned(), items, zone };
        let example = chrono::DateTime::UNIX_EPOCH.format(written).to_string();
        times.read("at", &example).is_ok().then_some(times)
    }

    /// A time.
    pub(super) fn read(&self, field: &str, text: &str) -> Verdict<Moment> {
        let (written, items, zone) = match self {
            Self::Rfc3339 => {
                let wrong =
                    |error: crate::kernel::MomentError| codes::CASE_LOG_TIME.refuse_field(field, error.to_string());
                return Ok(Moment::parse(text).map_err(wrong)?);
            }
            Self::Parts { written, items, zone } => (written, items, *zone),
        };
        let read = || {
            let mut parsed = Parsed::new();
            parse(&mut parsed, text, items.iter()).ok()?;
            if let Ok(at) = parsed.to_datetime() {
                return Moment::from_utc(at.to_utc()).ok();
            }
            let wall = parsed.to_naive_datetime_with_offset(0).ok()?;
            Moment::from_utc(wall.and_utc()).ok()?;
            Some(zone.instant_of(wall, Occurrence::First))
        };
        read().ok_or_else(|| {
            let message = format!("{} is no time of the form {written} between 1900 and 2199", shown(text));
            codes::CASE_LOG_TIME.refuse_field(field, message).into()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_reads_its_times() {
        let cases = [
            ("rfc3339", "UTC", "2012-03-15T10:53:52+01:00", "2012-03-15T09:53:52Z"),
            ("%d/%m/%Y %H:%M", "UTC", "29/2/2016 01:16", "2016-02-29T01:16:00Z"),
            ("%d/%m/%Y %H:%M", "Europe/Zurich", "1/7/2016 9:05", "2016-07-01T07:05:00Z"),
            ("%d/%m/%Y %H:%M", "Europe/Zurich", "25/10/2026 02:30", "2026-10-25T00:30:00Z"),
            ("%d/%m/%Y %H:%M", "Europe/Zurich", "29/3/2026 02:30", "2026-03-29T01:00:00Z"),
            ("%Y-%m-%d %H:%M:%S", "UTC", "2026-01-02 03:04:05", "2026-01-02T03:04:05Z"),
            ("%d/%b/%y %I:%M %p", "UTC", "02/Jan/26 3:04 PM", "2026-01-02T15:04:00Z"),
            ("%Y-%m-%dT%H:%M:%S%.f%z", "UTC", "2026-01-02T03:04:05.250+0200", "2026-01-02T01:04:05.250Z"),
        ];
        for (written, zone, text, moment) in cases {
            let times = Times::of(written, Zone::parse(zone).unwrap()).unwrap();
            assert_eq!(times.read("at", text).unwrap().to_string(), moment, "{written}");
        }
    }

    #[test]
    fn what_is_no_time_is_told_by_field_and_form() {
        let times = Times::of("%d/%m/%Y %H:%M", Zone::UTC).unwrap();
        for text in ["", "30/2/2016 01:16", "29/2/2016", "29/2/2016 25:00", "2016-02-29T01:16:00Z", "1/1/9999 00:00"] {
            let refused = times.read("at", text).unwrap_err();
            assert_eq!((&*refused.0[0].code, refused.0[0].field.as_deref()), ("CASE_LOG_TIME", Some("at")), "{text}");
        }
        for written in ["%Q", "%H:%M", "noon", "%d/%m"] {
            assert!(Times::of(written, Zone::UTC).is_none(), "{written}");
        }
    }
}
