//! The agreement file: one YAML document that holds a whole agreement, read with the place of every name so that
//! whatever is wrong is told at once, with line and column.

mod at;
mod boundary;
mod calendar;
mod cases;
mod demand;
mod escalation;
mod ground;
mod group;
mod holidays;
mod kpi;
mod parts;
mod problem;
mod shape;
mod team;
mod tree;

pub use at::{At, Day, Length, LocalTime, Number, Place};
pub use boundary::{BeyondEntry, BoundaryEntry, LimitEntry, LinkEntry, VolumeEntry};
pub use calendar::{CalendarEntry, ExceptionEntry, HolidayEntry, HoursEntry, WeekEntry};
pub use cases::{CasesEntry, ClockEntry, NamedEntry, PauseReasonEntry, StageEntry};
pub use demand::{AnswerEntry, DemandEntry, ForecastEntry};
pub use escalation::{EscalationEntry, HolderEntry, LevelEntry, TimesEntry, TriggerEntry, TriggerWord};
pub use ground::{AspectEntry, HealthEntry, SignEntry, WordEntry};
pub use group::{CadenceEntry, GroupEntry, MemberEntry};
pub(crate) use holidays::is_text;
pub use holidays::with_holidays;
pub use kpi::{KindWord, KpiEntry, ReporterEntry, TargetEntry, WeightEntry};
pub use parts::{
    AgreementEntry, AgreementFile, CommitmentEntry, CompanyEntry, GrantEntry, PartyEntry, PersonEntry, ServiceEntry,
};
pub use problem::{FileProblem, FileProblems};
pub(crate) use shape::nearest;
pub use team::{MemberFor, PledgeEntry, TeamEntry, TeamMemberEntry};

#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_saphyr::{DuplicateKeyPolicy, Error, NonFiniteFloatPolicy, Options};
use std::sync::LazyLock;

/// The largest agreement or mapping file that is read, in bytes.
pub const LARGEST_FILE: usize = 4 * 1024 * 1024;

impl AgreementFile {
    /// Reads an agreement file: UTF-8, with or without byte order mark, any line ends.
    ///
    /// Unknown keys come back with the file, so that they can be told together with what is wrong with its meaning.
    ///
    /// # Errors
    /// Everything in which the text is not of the published shape.
    pub fn read(bytes: &[u8]) -> Result<(Self, FileProblems), FileProblems> {
        read(bytes, &SCHEMA)
    }
}

/// Reads any file whose shape a schema describes.
///
/// # Errors
/// Everything in which the text is not of that shape.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8], schema: &Value) -> Result<(T, FileProblems), FileProblems> {
    let mut problems = FileProblems::default();
    let text = match decode(bytes) {
        Ok(text) => text,
        Err((place, message)) => {
            problems.note(place, "file", message);
            return Err(problems);
        }
    };
    match serde_saphyr::from_str_with_options::<At<tree::Node>>(text, bounds(DuplicateKeyPolicy::PassThrough)) {
        Ok(root) => shape::hold(schema, &root, &mut problems),
        Err(error) => note_error(&error, &mut problems),
    }
    match serde_saphyr::from_str_with_options::<T>(text, bounds(DuplicateKeyPolicy::FirstWins)) {
        Ok(file) => Ok((file, problems)),
        Err(error) if problems.0.is_empty() => {
            note_error(&error, &mut problems);
            Err(problems)
        }
        Err(_) => Err(problems.verdict().err().unwrap_or_default()),
    }
}

/// The JSON Schema of the agreement file, as published in `schema/agreement.schema.json`.
#[must_use]
pub fn agreement_schema() -> String {
    let mut text = format!("{:#}", *SCHEMA);
    text.push('\n');
    text
}

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schemars::schema_for!(AgreementFile).to_value());

fn decode(bytes: &[u8]) -> Result<&str, (Place, String)> {
    if bytes.len() > LARGEST_FILE {
        let message = format!("the file has {} bytes; at most {LARGEST_FILE} are read", bytes.len());
        return Err((Place { line: 1, column: 1 }, message));
    }
    std::str::from_utf8(bytes).map(|text| text.trim_start_matches('\u{feff}')).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = u32::try_from(good.matches('\n').count()).unwrap_or(u32::MAX).saturating_add(1);
        let column = good.rsplit('\n').next().map_or(0, |last| last.chars().count());
        let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1);
        (Place { line, column }, "these bytes are no UTF-8; save the file as UTF-8".to_owned())
    })
}

/// What a hostile file may cost: no alias bombs, no depth, no endless documents.
fn bounds(duplicate_keys: DuplicateKeyPolicy) -> Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 40,
            flow_nesting_limit: 40,
            max_documents: 1,
            max_nodes: 100_000,
            max_aliases: 1_000,
            max_anchors: 1_000,
            max_recorded_anchor_events: 20_000,
            max_total_scalar_bytes: LARGEST_FILE,
        },
        duplicate_keys: duplicate_keys,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        with_snippet: false,
    }
}

fn note_error(error: &Error, problems: &mut FileProblems) {
    let place = error.location().map_or(Place { line: 1, column: 1 }, Place::from);
    let told = error.without_snippet().to_string();
    let told = told.lines().next().and_then(|line| line.split(" at line ").next()).unwrap_or("unreadable");
    let message = match told.strip_prefix("budget breached: ") {
        Some(breach) => {
            let limit = breach.split_once('{').map_or(breach, |(_, limit)| limit.trim_matches([' ', '}']));
            format!("this is more or deeper than a file may be ({limit})")
        }
        None => format!("this is no YAML: {}", told.chars().take(300).collect::<String>()),
    };
    problems.note(place, "file", message);
}
