//! `concordat assess`: a period's figures are frozen, and what misses its target appears as a deviation.

use super::{
    console::Console,
    outcome::{Answered, Said},
    rollups::{of_code, period},
    table::table,
};
use concordat_domain::{access::Verb, agreements::Terms, deviations::Deviation, kernel::Period};
use concordat_service::{
    agreements::{self, AgreementView},
    deviations::{self, Assessed},
};
use serde_json::json;

/// Assesses a period: repeating it changes nothing
#[derive(clap::Args)]
pub struct Assess {
    /// The agreement's code
    #[arg(long, value_name = "CODE")]
    agreement: String,
    /// The period, such as 2026-03, 2026-W07, 2026-Q1 or 2026
    #[arg(long, value_parser = period)]
    period: Period,
}

impl Assess {
    pub(super) fn run(&self, console: &Console) -> Answered {
        let desk = console.open()?;
        let id = of_code(&desk, &self.agreement)?;
        let assessed = desk.database.write(&desk.actor, id, |tx| {
            let on = tx.permit::<AgreementView>(Verb::PeriodAssess, id)?;
            deviations::assess(tx, &on, self.period)
        })?;
        let terms = desk.read(|tx| Ok(agreements::agreement(tx, id)?.into_inner().terms))?;
        Ok(told(&assessed, &terms))
    }
}

fn told(assessed: &Assessed, terms: &Terms) -> Said {
    let rows: Vec<[String; 6]> = assessed.deviations.iter().map(|view| row(&view.deviation, terms)).collect();
    let frozen = match (assessed.held.ended, assessed.frozen) {
        (false, _) => "is running: nothing is frozen yet".to_owned(),
        (true, frozen) => format!("is over: {frozen} figures frozen now"),
    };
    let (period, restated, actions) = (assessed.held.period, assessed.restated.len(), assessed.actions.len());
    let mut text = format!("{period} {frozen}, {restated} restated, {actions} corrective actions judged.");
    if rows.is_empty() {
        text += "\nNo deviation is new or changed.";
    } else {
        text += &format!("\n\n{}", table(["kpi", "company", "service", "is", "value", "state"], &rows));
    }
    let deviations = assessed.deviations.iter().zip(&rows).map(|(view, [kpi, company, service, kind, value, state])| {
        json!({
            "id": view.deviation.id, "kpi": kpi, "company": company, "service": service, "kind": kind, "value": value,
            "state": state, "level": view.deviation.level,
        })
    });
    let json = json!({
        "period": period.to_string(), "ended": assessed.held.ended, "frozen": assessed.frozen, "restated": restated,
        "actions": actions, "deviations": deviations.collect::<Vec<_>>(),
    });
    Said::done(text, json)
}

/// A deviation in the words of the agreement.
fn row(deviation: &Deviation, terms: &Terms) -> [String; 6] {
    let Deviation { kpi, scope, kind, figures, state, .. } = deviation;
    let all = || "all".to_owned();
    [
        terms.kpi(*kpi).map_or_else(|| kpi.to_string(), |kpi| kpi.code.clone()),
        scope.company.and_then(|id| terms.company(id)).map_or_else(all, |company| company.code.clone()),
        scope.service.and_then(|id| terms.service(id)).map_or_else(all, |service| service.code.clone()),
        kind.name().to_owned(),
        figures.value.map_or_else(|| "-".to_owned(), |value| value.to_string()),
        state.name().to_owned(),
    ]
}
