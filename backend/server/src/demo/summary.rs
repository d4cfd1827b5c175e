//! How the agreement stands at the end of the story: the last three months' scorecard and the open deviations, as the
//! steward sees them.

use super::{replay::STEWARD, stage::Stage, story};
use concordat_domain::{
    deviations::{Deviation, DeviationKind, Key, ReviewVerdict, State},
    kernel::{Decimal, Period},
    kpis::{By, Cell, Figure, Scope, Standing, Target},
};
use concordat_service::{
    deviations::{self, DeviationFilter},
    kernel::{Outcome, Tx},
    kpis::{self, Ask},
};
use std::collections::BTreeMap;

/// How many months it shows.
pub const MONTHS: usize = 3;

/// The end of the story in rows of text.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The months, in order.
    pub months: [String; MONTHS],
    /// KPI, whose figure, what is promised in the last month, and each month's figure.
    pub scorecard: Vec<[String; MONTHS + 3]>,
    /// Period, KPI, whose figure, what is wrong, the figure, what was promised, where it stands, and what is done.
    pub deviations: Vec<[String; 8]>,
    /// Kind, service, boundaries, when first, hours in 52 weeks, and what is missing.
    pub findings: Vec<[String; 6]>,
}

impl Stage {
    /// How it stands.
    ///
    /// # Errors
    /// A fault.
    pub fn summary(&self) -> Outcome<Summary> {
        let ended: Vec<Period> = story::months().take(story::months().count() - 1).collect();
        let months = ended[ended.len() - MONTHS..].to_vec();
        let steward = self.actor(STEWARD)?;
        self.database.read(&steward, |tx| {
            let scorecard = self.scorecard(tx, &months)?;
            let deviations = self.deviations(tx)?;
            let findings = self.findings(tx)?;
            let mut named = months.iter().map(Period::to_string);
            let months = std::array::from_fn(|_| named.next().unwrap_or_default());
            Ok(Summary { months, scorecard, deviations, findings })
        })
    }

    fn scorecard(&self, tx: &mut Tx<'_>, months: &[Period]) -> Outcome<Vec<[String; MONTHS + 3]>> {
        let frozen = deviations::frozen(tx, self.agreement, months)?;
        let mut cells: BTreeMap<(usize, Scope), Vec<Cell>> = BTreeMap::new();
        for by in [By::Joint, By::Company] {
            let ask = Ask { contributions: false, ..Ask::of(months.to_vec(), by) };
            for cell in kpis::scorecard(tx, self.agreement, &ask)?.iter() {
                let place = self.terms.kpis.iter().position(|kpi| kpi.id == cell.kpi).unwrap_or_default();
                cells.entry((place, cell.scope)).or_default().push(cell.clone());
            }
        }
        let was = |cell: &Cell| {
            let key = Key { kpi: cell.kpi, scope: cell.scope, period: cell.period };
            frozen.figure(&key).map(|figure| figure.cell.figures.value)
        };
        let row = |((place, scope), cells): (&(usize, Scope), &Vec<Cell>)| {
            let promised = cells.last().and_then(|cell| cell.target).map(promise);
            let mut shown = cells.iter().map(|cell| figure(cell, was(cell)));
            let month: [String; MONTHS] = std::array::from_fn(|_| shown.next().unwrap_or_default());
            let kpi = self.terms.kpis.get(*place).map_or_else(String::new, |kpi| kpi.code.clone());
            let [first, second, third] = month;
            [kpi, self.whose(*scope), promised.unwrap_or_default(), first, second, third]
        };
        Ok(cells.iter().map(row).collect())
    }

    fn deviations(&self, tx: &mut Tx<'_>) -> Outcome<Vec<[String; 8]>> {
        let states = Some(vec!["open", "reviewed", "acting", "verifying"]);
        let filter = DeviationFilter { states, ..DeviationFilter::default() };
        let open = deviations::list(tx, self.agreement, &filter, None, 100)?;
        open.into_iter().map(|view| self.row(tx, &view.into_inner().deviation)).collect()
    }

    fn row(&self, tx: &mut Tx<'_>, deviation: &Deviation) -> Outcome<[String; 8]> {
        let kind = match deviation.kind {
            DeviationKind::Missed => "missed",
            DeviationKind::NoData => "no data",
            DeviationKind::AtRisk => "at risk",
        };
        let level = if deviation.level > 1 { format!(", level {}", deviation.level) } else { String::new() };
        let figures = deviation.restated.as_ref().unwrap_or(&deviation.figures);
        Ok([
            deviation.period.to_string(),
            self.terms.kpi(deviation.kpi).map_or_else(String::new, |kpi| kpi.code.clone()),
            self.whose(deviation.scope),
            kind.to_owned(),
            figures.value.map_or_else(String::new, short),
            figures.target.map_or_else(String::new, promise),
            format!("{}{level}", deviation.state.name()),
            self.done(tx, deviation)?,
        ])
    }

    /// What people have said and done about it.
    fn done(&self, tx: &mut Tx<'_>, deviation: &Deviation) -> Outcome<String> {
        let actions = deviations::answers(tx, self.agreement, &[deviation.id])?;
        let told = actions.iter().map(|view| format!("{} ({})", view.action.title, view.action.state.name()));
        let told: Vec<String> = told.collect();
        Ok(match &deviation.state {
            _ if !told.is_empty() => told.join("; "),
            State::Reviewed { review } => {
                let word = match review.verdict {
                    ReviewVerdict::Accept => "accepted",
                    ReviewVerdict::Waive { .. } => "waived",
                    ReviewVerdict::Dispute { .. } => "disputed",
                };
                let name = self.terms.person(review.by.person).map_or("somebody", |person| person.name.as_str());
                format!("{word} by {name}")
            }
            _ => "waits for the group's verdict".to_owned(),
        })
    }

    fn whose(&self, scope: Scope) -> String {
        let company = scope.company.and_then(|id| self.terms.company(id)).map_or("all", |company| &company.code);
        match scope.service.and_then(|id| self.terms.service(id)) {
            Some(service) => format!("{company}, {}", service.code),
            None => company.to_owned(),
        }
    }
}

/// A figure in a word or two; with a star where it was another when the group saw it.
fn figure(cell: &Cell, was: Option<Option<Decimal>>) -> String {
    let Ok(Figure { value, standing, warning, .. }) = cell.shown else { return "not disclosed".to_owned() };
    let star = if was.is_some_and(|was| was != value) { "*" } else { "" };
    let word = match standing {
        Some(Standing::Met) if warning => "close",
        Some(Standing::Met) => "met",
        Some(Standing::Missed) => "missed",
        Some(Standing::NoData) => return format!("no data{star}"),
        None => "",
    };
    format!("{} {word}{star}", value.map_or_else(String::new, short)).trim_end().to_owned()
}

fn promise(target: Target) -> String {
    match target.upper {
        Some(upper) => format!("{} to {}", short(target.value), short(upper)),
        None => short(target.value),
    }
}

/// A number to three digits after the point.
fn short(number: Decimal) -> String {
    let thousandths = (number.wide() + 500).div_euclid(1_000);
    Decimal::clamped(thousandths * 1_000).to_string()
}
