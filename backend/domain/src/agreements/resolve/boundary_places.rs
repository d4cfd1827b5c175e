//! Where in the file a field of a boundary stands.

use crate::agreements::file::{At, BeyondEntry, BoundaryEntry, LimitEntry, Place};

/// The place of a field such as `title`, `included.2` or `limits.hours.beyond.take_over`; that of what it is part of,
/// where it has none of its own.
pub(super) fn place_of(entry: &BoundaryEntry, field: &str) -> Place {
    let (head, rest) = field.split_once('.').unwrap_or((field, ""));
    let number = rest.split('.').next().and_then(|it| it.parse::<usize>().ok()).unwrap_or(1);
    let at = number.saturating_sub(1);
    let stated = |list: &[At<String>]| list.get(at).map(|it| it.place);
    let found = match head {
        "title" => Some(entry.title.place),
        "team" => Some(entry.team.place),
        "included" => stated(&entry.included),
        "excluded" => stated(&entry.excluded),
        "evidence" => entry.evidence.get(at).map(|it| it.url.place),
        "limits" => limit(entry, rest),
        _ => None,
    };
    found.unwrap_or(entry.code.place)
}

/// The place of a field of a limit; of the last one where several are of the same kind.
fn limit(entry: &BoundaryEntry, field: &str) -> Option<Place> {
    let (dimension, below) = field.split_once('.').unwrap_or((field, ""));
    let of = |it: &At<LimitEntry>| {
        let given = it.value.dimensions(it.place).into_iter().find(|(given, _)| given.name() == dimension)?;
        Some((given.1, it.value.beyond.clone()))
    };
    let (place, beyond) = entry.limits.iter().rev().find_map(of)?;
    let within = below.split_once("beyond.").and_then(|(_, below)| beyond_place(&beyond?, below));
    Some(within.unwrap_or(place))
}

fn beyond_place(beyond: &BeyondEntry, field: &str) -> Option<Place> {
    let parts: Vec<&str> = field.split('.').collect();
    match parts[..] {
        ["note"] => beyond.note.as_ref().map(|it| it.place),
        ["take_over", "acceptance"] => beyond.acceptance.as_ref().map(|it| it.place),
        ["take_over", "information", number] => {
            let at = number.parse::<usize>().ok()?.saturating_sub(1);
            beyond.information.get(at).map(|it| it.place)
        }
        ["take_over", ..] => beyond.team.as_ref().map(|it| it.place),
        _ => None,
    }
}
