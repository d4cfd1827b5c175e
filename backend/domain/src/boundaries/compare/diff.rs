//! What became of each field between two texts of a boundary.

use super::lists::differences;
use super::text::{self, Names};
use crate::boundaries::{Content, Limit, TakeOver};
use crate::kernel::Span;
use std::ops::Range;

/// What became of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its path; that of a statement as it is counted afterwards, or before where it is gone.
    pub path: String,
    /// What it said before; nothing when it is new.
    pub before: Option<String>,
    /// What it says now; nothing when it is gone.
    pub after: Option<String>,
}

/// Every field that differs, in words and in the order of the page. Without a text before, everything is new.
#[must_use]
pub fn diff(before: Option<&Content>, after: &Content, names: &dyn Names) -> Vec<FieldChange> {
    let mut changes = Changes { names, list: Vec::new() };
    changes.note("title", before.map(|it| it.title.clone()), Some(after.title.clone()));
    changes.note("team", before.map(|it| names.team(it.team)), Some(names.team(after.team)));
    let responsibility = |it: &Content| it.responsibility.name().to_owned();
    changes.note("responsibility", before.map(responsibility), Some(responsibility(after)));
    let none = [];
    changes.entries("included", before.map_or(&none, |it| &it.included), &after.included);
    changes.entries("excluded", before.map_or(&none, |it| &it.excluded), &after.excluded);
    changes.limits(before, after);
    let links = |it: &Content| it.evidence.iter().map(text::link).collect::<Vec<_>>();
    changes.entries("evidence", &before.map(links).unwrap_or_default(), &links(after));
    changes.list
}

struct Changes<'a> {
    names: &'a dyn Names,
    list: Vec<FieldChange>,
}

impl Changes<'_> {
    fn note(&mut self, path: &str, before: Option<String>, after: Option<String>) {
        if before != after {
            self.list.push(FieldChange { path: path.to_owned(), before, after });
        }
    }

    /// A list, entry by entry; what stands at the same place between the same neighbours is the same entry, changed.
    fn entries(&mut self, path: &str, before: &[String], after: &[String]) {
        for (old, new) in differences(before, after) {
            for place in 0..old.len().max(new.len()) {
                let of = |range: &Range<usize>| (place < range.len()).then(|| range.start + place);
                let (old, new) = (of(&old), of(&new));
                let number = new.or(old).map_or(0, |place| place + 1);
                let text = |list: &[String], place: Option<usize>| place.and_then(|place| list.get(place).cloned());
                self.note(&format!("{path}.{number}"), text(before, old), text(after, new));
            }
        }
    }

    fn limits(&mut self, before: Option<&Content>, after: &Content) {
        let (old, new) = (before.map(text::order).unwrap_or_default(), text::order(after));
        let stays = |one: &[&'static str], other: &[&str]| -> Vec<&'static str> {
            one.iter().filter(|name| other.contains(name)).copied().collect()
        };
        if stays(&old, &new) != stays(&new, &old) {
            self.note("limits.order", Some(old.join(", ")), Some(new.join(", ")));
        }
        let gone = before.iter().flat_map(|it| &it.limits);
        let gone = gone.filter(|limit| after.limit(limit.within.dimension()).is_none());
        for limit in after.limits.iter().chain(gone) {
            let dimension = limit.within.dimension();
            let was = before.and_then(|it| it.limit(dimension));
            self.limit(&format!("limits.{}", dimension.name()), was, after.limit(dimension));
        }
    }

    fn limit(&mut self, path: &str, before: Option<&Limit>, after: Option<&Limit>) {
        let within = |it: Option<&Limit>| it.map(|limit| limit.within.to_string());
        self.note(&format!("{path}.within"), within(before), within(after));
        let note = |it: Option<&Limit>| it.and_then(|limit| limit.beyond.note.clone());
        self.note(&format!("{path}.beyond.note"), note(before), note(after));
        let to = |it: Option<&'_ Limit>| it.and_then(|limit| limit.beyond.take_over.clone());
        let (before, after, names) = (to(before), to(after), self.names);
        let path = format!("{path}.beyond.take_over");
        let receiver = |it: &TakeOver| text::receiver(it, names);
        self.note(&path, before.as_ref().map(receiver), after.as_ref().map(receiver));
        let told = |it: &TakeOver| (!it.information.is_empty()).then(|| it.information.join("; "));
        self.note(&format!("{path}.information"), before.as_ref().and_then(told), after.as_ref().and_then(told));
        let span = |it: Option<TakeOver>| it.and_then(|to| to.acceptance).map(|it: Span| it.to_string());
        self.note(&format!("{path}.acceptance"), span(before), span(after));
    }
}

#[cfg(test)]
#[path = "diff_tests.rs"]
mod tests;
