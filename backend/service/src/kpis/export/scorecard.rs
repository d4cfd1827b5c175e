//! The scorecard as a file: one row a figure, as its KPI is disclosed to the actor.

use crate::kernel::table::{FileKind, Table, Value};
use crate::{
    agreements,
    kernel::{Outcome, Tx},
    kpis::{Ask, scoring},
};
use concordat_domain::{
    agreements::Terms,
    kernel::AgreementId,
    kpis::{Cell, Standing, Withheld},
};
use std::io::Write;

const COLUMNS: &[&str] = &[
    "kpi",
    "company",
    "service",
    "period",
    "value",
    "unit",
    "numerator",
    "denominator",
    "count",
    "silent",
    "target",
    "target_upper",
    "verdict",
    "warning",
    "at_risk",
    "contribution",
    "withheld",
];

/// Writes the scorecard of an agreement. An empty company or service stands for all of them together.
///
/// # Errors
/// As for [`scorecard`](scoring::scorecard); a fault where `out` does not take it.
pub fn scorecard(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    ask: &Ask,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let cells = scoring::scorecard(tx, agreement, ask)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, COLUMNS, out)?;
    for cell in cells.iter() {
        table.row(&row(&terms, cell))?;
    }
    table.finish()
}

fn row<'t>(terms: &'t Terms, cell: &Cell) -> [Value<'t>; COLUMNS.len()] {
    let kpi = terms.kpi(cell.kpi);
    let company = cell.scope.company.and_then(|id| terms.company(id));
    let service = cell.scope.service.and_then(|id| terms.service(id));
    let code = |code: Option<&'t String>| code.map_or(Value::Nothing, |code| Value::text(code.as_str()));
    let figure = cell.shown.as_ref().ok();
    let flag = |flag: Option<bool>| flag.map_or(Value::Nothing, Value::Flag);
    [
        code(kpi.map(|kpi| &kpi.code)),
        code(company.map(|company| &company.code)),
        code(service.map(|service| &service.code)),
        Value::text(cell.period.to_string()),
        Value::number(figure.and_then(|figure| figure.value)),
        figure.map_or(Value::Nothing, |figure| Value::text(figure.unit.sign())),
        Value::number(figure.and_then(|figure| figure.numerator)),
        Value::number(figure.map(|figure| figure.denominator)),
        figure.map_or(Value::Nothing, |figure| Value::Count(figure.count)),
        figure.map_or(Value::Nothing, |figure| Value::Count(figure.silent.into())),
        Value::number(cell.target.map(|target| target.value)),
        Value::number(cell.target.and_then(|target| target.upper)),
        figure.and_then(|figure| figure.standing).map_or(Value::Nothing, |standing| Value::text(verdict(standing))),
        flag(figure.map(|figure| figure.warning)),
        flag(figure.map(|figure| figure.at_risk)),
        Value::number(figure.and_then(|figure| figure.contribution).map(|part| part.value)),
        cell.shown.err().map_or(Value::Nothing, |why| Value::text(withheld(why))),
    ]
}

const fn verdict(standing: Standing) -> &'static str {
    match standing {
        Standing::Met => "met",
        Standing::Missed => "missed",
        Standing::NoData => "no_data",
    }
}

const fn withheld(why: Withheld) -> &'static str {
    match why {
        Withheld::Others => "others",
        Withheld::TooFewCompanies => "too_few_companies",
        Withheld::ShortPeriod => "short_period",
    }
}
