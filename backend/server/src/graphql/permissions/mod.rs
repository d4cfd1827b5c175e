//! Which verb guards each field of the API, and what whoever may not do it is answered.
//!
//! The table stands beside the policy in `schema/permissions.txt`. A field, argument or input field without a row
//! fails the build's tests, as does a row without a field; the permission matrix is generated from it.

mod agreements;
mod boundaries;
mod cases;
mod coordination;
mod deviations;
mod escalations;
mod identity;
mod kpis;
mod notifications;
mod roots;
mod satisfaction;

use concordat_domain::access::Verb;
use std::fmt::Write as _;

/// What guards a field, and what whoever may not is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Nothing: anybody may ask, signed out too. What it leads to is guarded by itself.
    Open,
    /// It tells of whoever is asking and of nobody else.
    Asker,
    /// Nothing of its own: whoever came as far as the object sees it.
    Object,
    /// What takes the input.
    Taker,
    /// The verb; to whoever may not the thing is not there.
    Hidden(Verb),
    /// The verb; whoever may not is denied, and where they see nothing of the thing at all, it is not there.
    Denied(Verb),
    /// The verb; whoever may not reads null.
    Null(Verb),
    /// The verb; what one may not see is left out of the list.
    LeftOut(Verb),
    /// The verb; a figure that is not disclosed to one is withheld, and says so.
    Withheld(Verb),
}

impl Guard {
    /// The verb, where one is asked for.
    #[must_use]
    pub const fn verb(self) -> Option<Verb> {
        match self {
            Self::Hidden(verb) | Self::Denied(verb) | Self::Null(verb) | Self::LeftOut(verb) | Self::Withheld(verb) => {
                Some(verb)
            }
            Self::Open | Self::Asker | Self::Object | Self::Taker => None,
        }
    }

    const fn otherwise(self) -> &'static str {
        match self {
            Self::Open => "open to everybody",
            Self::Asker => "of the asker alone",
            Self::Object => "as its object",
            Self::Taker => "as what takes it",
            Self::Hidden(_) => "not found",
            Self::Denied(_) => "FORBIDDEN",
            Self::Null(_) => "null",
            Self::LeftOut(_) => "left out",
            Self::Withheld(_) => "withheld",
        }
    }
}

/// The rows of one type of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Rows {
    /// The type.
    pub of: &'static str,
    /// What guards an object of the type as such: it stands for each field without a guard of its own.
    pub seen: Guard,
    /// Fields with their arguments, such as `id name kpis(first after)`, and what guards them.
    pub fields: &'static [(&'static str, Guard)],
}

/// One field with its guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The type.
    pub of: &'static str,
    /// The field.
    pub field: &'static str,
    /// Its arguments.
    pub arguments: Vec<&'static str>,
    /// What guards the object.
    pub seen: Guard,
    /// What guards the field.
    pub guard: Guard,
}

/// Every type of the schema, by noun. Input types are guarded by the field that takes them.
const TABLES: &[&[Rows]] = &[
    roots::ROWS,
    identity::ROWS,
    notifications::ROWS,
    agreements::ROWS,
    kpis::ROWS,
    deviations::ROWS,
    cases::ROWS,
    boundaries::ROWS,
    escalations::ROWS,
    satisfaction::ROWS,
    coordination::ROWS,
];

const fn of(of: &'static str, seen: Guard, fields: &'static [(&'static str, Guard)]) -> Rows {
    Rows { of, seen, fields }
}

/// The table, a row for each field.
#[must_use]
pub fn rows() -> Vec<Row> {
    let split_all = |rows: &'static Rows| rows.fields.iter().flat_map(move |(names, guard)| split(rows, names, *guard));
    TABLES.iter().copied().flatten().flat_map(split_all).collect()
}

fn split(rows: &Rows, names: &'static str, guard: Guard) -> Vec<Row> {
    let mut found: Vec<Row> = Vec::new();
    let mut rest = names.trim_start();
    while !rest.is_empty() {
        let end = rest.find([' ', '(']).unwrap_or(rest.len());
        let (field, behind) = rest.split_at(end);
        let (arguments, behind) = match behind.strip_prefix('(').and_then(|inside| inside.split_once(')')) {
            Some((arguments, behind)) => (arguments.split_whitespace().collect(), behind),
            None => (Vec::new(), behind),
        };
        found.push(Row { of: rows.of, field, arguments, seen: rows.seen, guard });
        rest = behind.trim_start();
    }
    found
}

/// The table as text, one field a line: what it is, the verb, and what whoever may not is answered.
#[must_use]
pub fn print() -> String {
    let mut text = format!("{:<62} {:<26} otherwise\n", "field", "verb");
    for row in rows() {
        let arguments = match row.arguments.as_slice() {
            [] => String::new(),
            some => format!("({})", some.join(" ")),
        };
        let field = format!("{}.{}{arguments}", row.of, row.field);
        let verb = row.guard.verb().or(row.seen.verb()).map_or("-", Verb::name);
        let otherwise = if row.guard == Guard::Object { row.seen.otherwise() } else { row.guard.otherwise() };
        let _ = writeln!(text, "{field:<62} {verb:<26} {otherwise}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_fields_is_a_row_for_each() {
        static ROWS: Rows = Rows { of: "Agreement", seen: Guard::Hidden(Verb::AgreementView), fields: &[] };
        let found = split(&ROWS, "id kpis(first after) name", Guard::Object);
        let told: Vec<_> = found.iter().map(|row| (row.field, row.arguments.as_slice())).collect();
        assert_eq!(told, [("id", [].as_slice()), ("kpis", &["first", "after"]), ("name", &[])]);
    }

    #[test]
    fn no_type_stands_in_the_table_twice() {
        let mut names: Vec<_> = TABLES.iter().copied().flatten().map(|rows| rows.of).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
