//! Boundaries and findings as files: one row for each service, company and team, and one for each finding.

use super::{reading, store::boundaries::BoundaryFilter, surveying};
use crate::{
    agreements,
    kernel::{
        Outcome, Tx,
        table::{FileKind, Table, Value},
    },
};
use concordat_domain::{
    agreements::Terms,
    boundaries::{Area, Boundary, Capacity, Dimension, Finding, FindingKind, Limit, Tracked, TrackedState, Values},
    kernel::{AgreementId, BoundaryId, Moment},
};
use std::{collections::HashMap, io::Write};

const COLUMNS: &[&str] = &[
    "service",
    "service_name",
    "company",
    "team",
    "code",
    "title",
    "responsibility",
    "state",
    "version",
    "effective_from",
    "effective_until",
    "included",
    "excluded",
    "hours",
    "region",
    "language",
    "product",
    "skill",
    "concurrent",
    "volume",
    "response",
    "take_over",
];

/// Boundaries to a page.
const PAGE: usize = 500;

/// Writes the matrix of an agreement's boundaries: for each what is in force today, or else what is being agreed on.
///
/// # Errors
/// As for [`list`](reading::list); a fault where `out` does not take it.
pub fn export(tx: &mut Tx<'_>, agreement: AgreementId, kind: FileKind, out: impl Write + Send) -> Outcome<()> {
    let filter = BoundaryFilter::default();
    let mut page = reading::list(tx, agreement, &filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    loop {
        for view in page.iter().take(PAGE) {
            table.row(&row(&terms, &view.boundary, tx.now()))?;
        }
        match page.get(PAGE - 1).filter(|_| page.len() > PAGE).map(|view| view.boundary.code.clone()) {
            Some(last) => page = reading::list(tx, agreement, &filter, Some(&last), PAGE)?,
            None => return table.finish(),
        }
    }
}

fn row<'t>(terms: &'t Terms, boundary: &'t Boundary, now: Moment) -> Vec<Value<'t>> {
    let today = terms.zone.date_of(now);
    let held = boundary.history().into_iter().find(|held| held.on(today) && !held.version.ends);
    let shown = held.map(|held| held.version).or_else(|| boundary.shown());
    let service = terms.service(boundary.service);
    let mut row = vec![
        text(service.map(|service| service.code.as_str())),
        text(service.map(|service| service.name.as_str())),
        text(terms.company(boundary.company).map(|company| company.code.as_str())),
        text(shown.and_then(|version| terms.team(version.content.team)).map(|team| team.code.as_str())),
        Value::text(boundary.code.as_str()),
        text(shown.map(|version| version.content.title.as_str())),
        text(shown.map(|version| version.content.responsibility.name())),
        Value::text(boundary.state()),
        shown.map_or(Value::Nothing, |version| Value::Count(version.number.into())),
        date(held.map(|held| held.from)),
        date(held.and_then(|held| held.until)),
        Value::text(shown.map_or_else(String::new, |version| version.content.included.join("; "))),
        Value::text(shown.map_or_else(String::new, |version| version.content.excluded.join("; "))),
    ];
    let limit = |dimension| shown.and_then(|version| version.content.limit(dimension));
    row.extend(
        Dimension::ALL
            .map(|dimension| limit(dimension).map_or(Value::Nothing, |it| Value::text(it.within.to_string()))),
    );
    let limits = shown.map_or(&[][..], |version| &version.content.limits);
    let beyond: Vec<String> = limits.iter().map(|limit| take_over(terms, limit)).collect();
    row.push(Value::text(beyond.join("; ")));
    row
}

fn take_over(terms: &Terms, limit: &Limit) -> String {
    let dimension = limit.within.dimension().name();
    match &limit.beyond.take_over {
        None => format!("{dimension}: nobody"),
        Some(to) => {
            let company = terms.company(to.company).map_or("?", |company| company.code.as_str());
            let team = terms.team(to.team).map_or("?", |team| team.code.as_str());
            format!("{dimension}: {company} ({team})")
        }
    }
}

const FOUND: &[&str] = &[
    "id",
    "kind",
    "state",
    "service",
    "boundaries",
    "areas",
    "opens_at",
    "closes_at",
    "windows",
    "seconds",
    "demanded",
    "committed",
    "found_at",
    "reason",
    "note",
];

/// Writes what is found in the 52 weeks from today on: the first window of each finding, and how many it has.
///
/// # Errors
/// As for [`survey`](surveying::survey); a fault where `out` does not take it.
pub fn export_findings(tx: &mut Tx<'_>, agreement: AgreementId, kind: FileKind, out: impl Write + Send) -> Outcome<()> {
    let survey = surveying::survey(tx, agreement, None)?;
    let volumes = surveying::sees_volumes(tx, agreement)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut codes: HashMap<BoundaryId, String> = HashMap::new();
    let behind: Vec<BoundaryId> = survey.coverage.findings().iter().flat_map(|one| one.boundaries.clone()).collect();
    for view in reading::some(tx, agreement, &behind)? {
        codes.insert(view.boundary.id, view.boundary.code.clone());
    }
    let mut table = Table::begin(kind, FOUND, out)?;
    for finding in survey.coverage.findings() {
        let known = survey.known.get(&finding.key);
        table.row(&found(&terms, &codes, finding, known.map(|known| &known.tracked), volumes))?;
    }
    table.finish()
}

fn found<'t>(
    terms: &'t Terms,
    codes: &HashMap<BoundaryId, String>,
    finding: &'t Finding,
    known: Option<&'t Tracked>,
    volumes: bool,
) -> Vec<Value<'t>> {
    let named: Vec<&str> = finding.boundaries.iter().filter_map(|id| codes.get(id).map(String::as_str)).collect();
    let window = finding.windows.first();
    let moment = |at: Option<Moment>| at.map_or(Value::Nothing, |at| Value::text(at.to_string()));
    let (demanded, committed) = match &finding.capacity {
        None => (Value::Nothing, Value::Nothing),
        Some(Capacity::Volume { demanded, committed, actual }) => {
            let demanded = (volumes || !actual).then_some(*demanded);
            (Value::number(demanded), Value::Number(*committed))
        }
        Some(Capacity::Concurrency { needed, committed, .. }) => {
            (Value::Count((*needed).into()), Value::Count((*committed).into()))
        }
    };
    let reason = match known.map(|known| &known.state) {
        Some(TrackedState::Accepted { reason, .. }) => Value::text(reason.as_str()),
        _ => Value::Nothing,
    };
    let areas: Vec<String> = finding.areas.iter().map(area).collect();
    vec![
        Value::text(finding.key.0.to_string()),
        Value::text(FindingKind::name(finding.kind)),
        Value::text(known.map_or("open", |known| known.state.name())),
        text(terms.service(finding.service).map(|service| service.code.as_str())),
        Value::text(named.join(if finding.kind == FindingKind::Circle { " > " } else { ", " })),
        Value::text(areas.join("; ")),
        moment(window.map(|window| window.0)),
        moment(window.map(|window| window.1)),
        Value::Count(finding.windows.len() as u64),
        Value::Count(u64::try_from(finding.extent.seconds()).unwrap_or(0)),
        demanded,
        committed,
        moment(known.map(|known| known.found_at)),
        reason,
        text(finding.note.as_deref()),
    ]
}

/// An area in words: only what is limited.
fn area(area: &Area) -> String {
    let part = |name: &str, values: &Values| {
        let joined = |names: &std::collections::BTreeSet<String>| names.iter().cloned().collect::<Vec<_>>().join(", ");
        match values {
            Values::Any => None,
            Values::Only(names) => Some(format!("{name} {}", joined(names))),
            Values::Except(names) => Some(format!("{name} other than {}", joined(names))),
        }
    };
    let parts = [
        part("region", &area.regions),
        part("language", &area.languages),
        part("product", &area.products),
        part("skill", &area.skills),
    ];
    let limited: Vec<String> = parts.into_iter().flatten().collect();
    if limited.is_empty() { "everywhere".to_owned() } else { limited.join(", ") }
}

fn text(text: Option<&str>) -> Value<'_> {
    text.map_or(Value::Nothing, Value::text)
}

fn date<'t>(date: Option<chrono::NaiveDate>) -> Value<'t> {
    date.map_or(Value::Nothing, |date| Value::text(date.to_string()))
}
