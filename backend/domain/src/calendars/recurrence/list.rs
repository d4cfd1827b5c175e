//! The lists in a recurrence rule: numbers, and weekdays with or without one.

use std::ops::RangeInclusive;

/// The weekdays, from the first day of a week.
const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Numbers with commas between them, in order and each once; `back` says that one below 0 counts from the end.
pub(super) fn numbers(text: &str, range: &RangeInclusive<i32>, back: bool) -> Option<String> {
    let mut read: Vec<i32> = Vec::new();
    for part in text.split(',') {
        let number: i32 = part.trim().parse().ok()?;
        let within = range.contains(&number) || (back && range.contains(&number.checked_neg()?));
        read.push(Some(number).filter(|_| within)?);
    }
    read.sort_unstable();
    read.dedup();
    Some(read.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
}

/// Weekdays with commas between them, in order and each once, the first or last so many of them where `numbered`.
pub(super) fn days(text: &str, numbered: bool) -> Option<String> {
    let mut read: Vec<(i32, usize)> = Vec::new();
    for part in text.split(',') {
        let part = part.trim();
        let (number, day) = part.split_at_checked(part.len().checked_sub(2)?)?;
        let day = WEEKDAYS.iter().position(|known| *known == day)?;
        let number = match number {
            "" => 0,
            text => text.parse::<i32>().ok().filter(|number| numbered && *number != 0 && number.abs() <= 53)?,
        };
        read.push((number, day));
    }
    read.sort_unstable();
    read.dedup();
    let written = |(number, day): &(i32, usize)| match number {
        0 => WEEKDAYS[*day].to_owned(),
        number => format!("{number}{}", WEEKDAYS[*day]),
    };
    Some(read.iter().map(written).collect::<Vec<_>>().join(","))
}
