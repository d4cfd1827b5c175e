//! Agreements for the tests of this folder.

use super::{FileProblems, KnownIds, Resolved, Terms};
use uuid::Uuid;

/// The agreement that the demonstration starts from.
pub(crate) const DEMO: &str = include_str!("../../../../demo/agreement.yaml");
/// The agreement for the measurements of a real service desk.
pub(crate) const UCI: &str = include_str!("../../../../docs/examples/uci-agreement.yaml");
/// A small agreement with calendars, teams and the handling of cases.
pub(crate) const CASES: &str = concat!(include_str!("resolve/small.yaml"), include_str!("resolve/small_cases.yaml"));
/// The same with what is demanded and with boundaries.
pub(crate) const EDGES: &str = concat!(
    include_str!("resolve/small.yaml"),
    include_str!("resolve/small_cases.yaml"),
    include_str!("resolve/small_edges.yaml")
);
/// A small agreement with cadences, escalation paths and common ground.
pub(crate) const GROUPS: &str = include_str!("resolve/small_groups.yaml");

/// The agreement for that service desk's log itself.
pub(crate) const UCI_LOG: &str = include_str!("../../../../docs/examples/uci-cases-agreement.yaml");

/// A source of ids that counts.
pub(crate) fn counting(from: u128) -> impl FnMut() -> Uuid {
    let mut last = from;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

/// The terms of a file of which nothing is known yet.
pub(crate) fn resolve(text: &str) -> Result<Terms, FileProblems> {
    Terms::resolve(text.as_bytes(), &KnownIds::default(), &mut counting(0))
}

/// The terms of a file that follows `previous`.
pub(crate) fn resolve_after(text: &str, previous: &Terms) -> Result<Terms, FileProblems> {
    read_after(text, previous).map(|resolved| resolved.terms)
}

/// All that a file says that follows `previous`.
pub(crate) fn read_after(text: &str, previous: &Terms) -> Result<Resolved, FileProblems> {
    let known = KnownIds {
        companies: previous.companies.iter().map(|it| (it.code.clone(), it.id)).collect(),
        people: previous.people.iter().map(|it| (it.email.clone(), it.id)).collect(),
        previous: Some(previous),
    };
    Resolved::read(text.as_bytes(), &known, &mut counting(1_000_000))
}

/// The terms of the demonstration.
pub(crate) fn demo() -> Terms {
    resolve(DEMO).unwrap_or_else(|problems| panic!("{problems}"))
}
