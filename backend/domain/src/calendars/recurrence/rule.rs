//! A recurrence rule, read strictly and written in one spelling (RFC 5545, 3.3.10).

use super::RecurrenceError;
use super::list::{days, numbers};
use crate::kernel::Moment;
use chrono::NaiveDateTime;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// The longest rule, in characters.
const LONGEST: usize = 500;
/// The longest interval and the most times.
const NUMBERS: RangeInclusive<i32> = 1..=10_000;
/// The parts that are lists of numbers: from which to which, and whether below 0 they count from the end.
const LISTS: [(&str, RangeInclusive<i32>, bool); 7] = [
    ("BYMONTH", 1..=12, false),
    ("BYWEEKNO", 1..=53, true),
    ("BYYEARDAY", 1..=366, true),
    ("BYMONTHDAY", 1..=31, true),
    ("BYHOUR", 0..=23, false),
    ("BYMINUTE", 0..=59, false),
    ("BYSETPOS", 1..=366, true),
];
/// All parts, in the order in which they are written.
const ORDER: [&str; 13] = [
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYMONTH",
    "BYWEEKNO",
    "BYYEARDAY",
    "BYMONTHDAY",
    "BYDAY",
    "BYHOUR",
    "BYMINUTE",
    "BYSETPOS",
    "WKST",
];

/// A rule that can be followed.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// Its parts by name, each in one spelling.
    parts: BTreeMap<&'static str, String>,
    /// The last moment at which it may come.
    until: Option<Moment>,
}

impl Rule {
    /// Reads a rule such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU`.
    ///
    /// # Errors
    /// [`RecurrenceError::Rule`] and [`RecurrenceError::TooOften`].
    pub(super) fn read(text: &str) -> Result<Self, RecurrenceError> {
        let text = text.trim().to_uppercase();
        let text = text.strip_prefix("RRULE:").unwrap_or(&text);
        if text.len() > LONGEST {
            return Err(wrong(text, &format!("write at most {LONGEST} characters")));
        }
        let mut rule = Self { parts: BTreeMap::new(), until: None };
        for part in text.split(';') {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let name = name.trim();
            if ["BYSECOND", "BYEASTER"].contains(&name) {
                return Err(wrong(part, "leave it out: times are whole minutes of dates"));
            }
            let Some(name) = ORDER.into_iter().find(|known| *known == name) else {
                return Err(wrong(part, "write parts such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"));
            };
            let value = rule.value(name, value.trim(), part)?;
            if rule.parts.insert(name, value).is_some() {
                return Err(wrong(part, "give each part once"));
            }
        }
        rule.whole(text)?;
        Ok(rule)
    }

    /// The last moment at which it may come; RFC 5545 counts it in.
    pub(super) fn until(&self) -> Option<Moment> {
        self.until
    }

    /// The local times that follow it, from the first one on; `UNTIL`, which is a moment, is left to the zone.
    ///
    /// The rule is followed on the wall clock alone, so that no change of the clock can shift a date.
    ///
    /// # Errors
    /// [`RecurrenceError::Rule`] where its parts do not go together.
    pub(super) fn locals(
        &self,
        starts: NaiveDateTime,
    ) -> Result<impl Iterator<Item = NaiveDateTime> + use<>, RecurrenceError> {
        let first = starts.and_utc().with_timezone(&rrule::Tz::UTC);
        let text = self.written(|name| name != "UNTIL");
        let read = text.parse::<rrule::RRule<rrule::Unvalidated>>();
        let read = read.and_then(|rule| rule.validate(first));
        let rule = read.map_err(|error| {
            let why = error.to_string();
            wrong(&text, &format!("its parts do not go together: {}", why.chars().take(200).collect::<String>()))
        })?;
        let set = rrule::RRuleSet::new(first).rrule(rule).limit();
        Ok((&set).into_iter().map(|at| at.naive_utc()))
    }

    /// The one spelling of a part.
    fn value(&mut self, name: &'static str, value: &str, part: &str) -> Result<String, RecurrenceError> {
        match name {
            "FREQ" => match value {
                "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" => Ok(value.to_owned()),
                "HOURLY" | "MINUTELY" | "SECONDLY" => Err(RecurrenceError::TooOften(part.to_owned())),
                _ => Err(wrong(part, "write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")),
            },
            "INTERVAL" | "COUNT" => {
                let number = value.parse().ok().filter(|number| NUMBERS.contains(number));
                number.map(|number| number.to_string()).ok_or_else(|| {
                    wrong(part, &format!("write a number from {} to {}", NUMBERS.start(), NUMBERS.end()))
                })
            }
            "UNTIL" => {
                let remedy = "write a moment in UTC such as UNTIL=20261231T235900Z";
                let read = NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%SZ").ok().filter(|_| value.len() == 16);
                let until = read.and_then(|read| Moment::from_utc(read.and_utc()).ok());
                self.until = Some(until.ok_or_else(|| wrong(part, remedy))?);
                Ok(value.to_owned())
            }
            "BYDAY" => days(value, true).ok_or_else(|| wrong(part, "write weekdays such as BYDAY=MO,TH or BYDAY=-1FR")),
            "WKST" => days(value, false).filter(|day| day.len() == 2).ok_or_else(|| wrong(part, "write WKST=MO or SU")),
            list => {
                let known = LISTS.iter().find(|(name, ..)| *name == list);
                let read = known.and_then(|(_, range, back)| numbers(value, range, *back));
                read.ok_or_else(|| wrong(part, "write numbers in its range, with commas between them"))
            }
        }
    }

    /// What RFC 5545 says of the parts together, and that two times are an hour apart.
    fn whole(&mut self, text: &str) -> Result<(), RecurrenceError> {
        let has = |name: &str| self.parts.contains_key(name);
        let Some(freq) = self.parts.get("FREQ") else {
            return Err(wrong(text, "say how often, such as FREQ=WEEKLY"));
        };
        if has("COUNT") && has("UNTIL") {
            return Err(wrong("COUNT and UNTIL", "give one of them"));
        }
        if self.parts.get("BYMINUTE").is_some_and(|minutes| minutes.contains(',')) {
            return Err(RecurrenceError::TooOften(format!("BYMINUTE={}", self.parts["BYMINUTE"])));
        }
        if has("BYSETPOS") && !self.parts.keys().any(|name| name.starts_with("BY") && *name != "BYSETPOS") {
            return Err(wrong("BYSETPOS", "it picks from what another BY part gives; add that part"));
        }
        let nth = self.parts.get("BYDAY").is_some_and(|days| days.split(',').any(|day| day.len() > 2));
        let may_count = freq == "MONTHLY" || (freq == "YEARLY" && !has("BYWEEKNO"));
        if nth && !may_count {
            return Err(wrong("BYDAY", "number weekdays only in months and years: FREQ=MONTHLY;BYDAY=1MO"));
        }
        self.parts.retain(|name, value| !matches!((*name, value.as_str()), ("INTERVAL", "1") | ("WKST", "MO")));
        Ok(())
    }

    fn written(&self, which: impl Fn(&str) -> bool) -> String {
        let parts = ORDER.iter().filter(|name| which(name)).filter_map(|name| {
            let value = self.parts.get(name)?;
            Some(format!("{name}={value}"))
        });
        parts.collect::<Vec<_>>().join(";")
    }
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written(|_| true))
    }
}

fn wrong(part: &str, remedy: &str) -> RecurrenceError {
    let part = part.chars().filter(|letter| !letter.is_control()).take(80).collect();
    RecurrenceError::Rule(part, remedy.to_owned())
}
