//! Whether a path leads to a field of a boundary, or to a part made of fields.

use crate::boundaries::{Content, Dimension};

/// Whether a path leads somewhere in what is said. Lists exist when empty; what happens beyond a limit exists with the
/// limit, also while nothing is said of it.
#[must_use]
pub fn path_exists(content: &Content, path: &str) -> bool {
    let parts: Vec<&str> = path.split('.').collect();
    match parts.as_slice() {
        ["title" | "team" | "responsibility" | "included" | "excluded" | "limits" | "evidence"]
        | ["limits", "order"] => true,
        ["included", number] => counts(number, content.included.len()),
        ["excluded", number] => counts(number, content.excluded.len()),
        ["evidence", number] => counts(number, content.evidence.len()),
        ["limits", name, rest @ ..] => limited(content, name) && beyond(rest),
        _ => false,
    }
}

fn counts(number: &str, length: usize) -> bool {
    let plain = !number.starts_with(['0', '+']);
    plain && number.parse().is_ok_and(|number: usize| (1..=length).contains(&number))
}

fn limited(content: &Content, name: &str) -> bool {
    Dimension::ALL.into_iter().any(|dimension| dimension.name() == name && content.limit(dimension).is_some())
}

fn beyond(parts: &[&str]) -> bool {
    matches!(
        parts,
        [] | ["within" | "beyond"]
            | ["beyond", "note" | "take_over"]
            | ["beyond", "take_over", "information" | "acceptance"]
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundaries::life::fixtures::content;

    #[test]
    fn a_path_leads_to_a_field_or_a_part_made_of_fields() {
        let content = content();
        let there = "title team responsibility included included.1 included.2 excluded limits limits.order limits.hours \
                     limits.hours.within limits.hours.beyond limits.hours.beyond.note limits.hours.beyond.take_over \
                     limits.hours.beyond.take_over.information limits.language.beyond.take_over.acceptance evidence.1";
        for path in there.split_whitespace() {
            assert!(path_exists(&content, path), "{path}");
        }
        let nowhere = "name included.0 included.3 included.01 included.+1 included.x included.1.1 limits.region limits.x \
                       limits.hours.beyond.company limits.hours.within.1 evidence.2 title. .title limits. team.code";
        for path in nowhere.split_whitespace().chain([""]) {
            assert!(!path_exists(&content, path), "{path}");
        }
    }
}
