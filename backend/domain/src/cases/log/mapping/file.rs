//! The mapping file: one YAML document that says how to read a status log of another system.

use crate::agreements::file::At;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the log of another system is read: which column is what, what its statuses mean, and what it says of KPIs.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MappingFile {
    /// The system's name, under which everything from the log is kept, such as `servicenow`.
    pub source: At<String>,
    /// How times are written; without it, RFC 3339 with an offset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeEntry>,
    /// Texts that mean that nothing is known, such as `?`; an empty field always does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<At<String>>,
    /// Which column is what.
    pub columns: ColumnsEntry,
    /// What the statuses mean: the first rule that fits a row holds. A status without a rule is told, and counts as
    /// unclear.
    pub statuses: Vec<StatusEntry>,
    /// What a case's last row says of KPIs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<FactEntry>,
}

/// How times are written.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TimeEntry {
    /// `rfc3339`, or parts such as `%d/%m/%Y %H:%M`: `%Y` year, `%m` month, `%d` day, `%H` hour, `%I` and `%p` hour of
    /// twelve, `%M` minute, `%S` second, `%.f` its parts, `%b` the month's short English name, `%z` offset.
    pub format: At<String>,
    /// The IANA zone of times without an offset; without it, UTC. A time that a turned-back clock shows twice is the
    /// first; one that it leaves out is the end of the gap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<At<String>>,
}

/// Which column is what.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ColumnsEntry {
    /// The column that names the case.
    pub case: At<String>,
    /// The column with the time from which on the row holds.
    pub at: At<String>,
    /// The column with a whole number that tells which of the case's rows at one time is first; without it, the file's
    /// own order does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order: Option<At<String>>,
    /// The columns by which a row of a case is known again; without them, `order`, or the time and what the row says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<At<String>>,
    /// The column with the time at which the case was opened; without it, its first row's time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened_at: Option<At<String>>,
    /// The team that has the case or is offered it.
    pub team: FieldEntry,
    /// The company in whose name it has it; without it, the team's only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<FieldEntry>,
    /// The address of who changed the case; without it, nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<FieldEntry>,
    /// The priority, with the package after a slash where there is one.
    pub priority: FieldEntry,
    /// The service; of a case's rows the first counts.
    pub service: FieldEntry,
    /// The company that brought it; of a case's rows the first counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<FieldEntry>,
    /// `incident`, `request` or `complaint`; without it, incidents. Of a case's rows the first counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<FieldEntry>,
    /// What it is about; without it, the case's own name. Of a case's rows the first counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<FieldEntry>,
    /// Where the customer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<FieldEntry>,
    /// What the customer speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<FieldEntry>,
    /// What it is about: a product by its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<FieldEntry>,
    /// What has to be known for it, parted by semicolons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skills: Option<FieldEntry>,
    /// The customer's points from 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<FieldEntry>,
}

/// Where a value comes from: a column or a constant.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FieldEntry {
    /// The column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<At<String>>,
    /// The value itself, the same for every row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constant: Option<At<String>>,
    /// What the column's texts mean.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub table: BTreeMap<String, String>,
    /// Makes a code of a text that the table does not have: lower-case letters, digits, hyphens for everything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slug: Option<At<bool>>,
    /// What any text means that the table does not have; without it and `slug`, such a row is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<At<String>>,
    /// What it means that the column is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub empty: Option<At<String>>,
}

/// What a status means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// It waits for the row's team to take it.
    Queued,
    /// The row's team works on it.
    Held,
    /// The row's team has it, but its clocks stand still.
    Paused,
    /// The work is done.
    Resolved,
    /// Nothing more happens to it.
    Closed,
    /// It was withdrawn.
    Cancelled,
    /// It does not say who has it.
    Unclear,
}

/// What a row means that has such a status.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StatusEntry {
    /// The columns and the texts that they have to have; `*` stands for any letters, also none.
    pub when: BTreeMap<String, At<String>>,
    /// What it means.
    pub means: At<Meaning>,
    /// Why it is paused: the code of a reason of the agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<FieldEntry>,
    /// Whether the customer has a first response by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responds: Option<At<bool>>,
}

/// What a case's last row says of a KPI; one of `good`, `value` and `hours`.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FactEntry {
    /// The KPI's code; the fact's key is the case's with this code after a slash.
    pub kpi: At<String>,
    /// The column with the time that decides the period.
    pub at: At<String>,
    /// The company whose work it measures; without it, the company of the row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub company: Option<FieldEntry>,
    /// The service; without it, the row's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<FieldEntry>,
    /// For a ratio: the case is one of the good ones when a column has a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good: Option<GoodEntry>,
    /// The column with the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<At<String>>,
    /// The value is the hours by the wall clock from one time to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<HoursBetweenEntry>,
}

/// When a case is one of the good ones.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GoodEntry {
    /// The column.
    pub column: At<String>,
    /// The text that makes it good; `*` stands for any letters, also none.
    pub is: At<String>,
}

/// Two times.
#[derive(Clone, Debug, Deserialize, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct HoursBetweenEntry {
    /// The column with the first.
    pub from: At<String>,
    /// The column with the second; a case without it has no such fact.
    pub to: At<String>,
}
