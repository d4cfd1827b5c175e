//! `concordat replay`: what past cases would have come to under other rules. Nothing is changed by it.

use super::{
    console::Console,
    outcome::{Answered, Failed, Said},
    rollups::of_code,
    table::table,
};
use concordat_domain::{
    agreements::Terms,
    cases::{Change, ClockChange, Comparison, PausePolicy, Totals},
    kernel::{Moment, Span},
};
use concordat_service::{
    agreements,
    cases::{self, CaseFilter},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Replays the latest 2,000 cases under other rules, beside what they came to. Nothing is changed
#[derive(clap::Args)]
pub struct Replay {
    /// The agreement's code
    #[arg(long, value_name = "CODE")]
    agreement: String,
    /// Another target of a clock, such as resolution-high=PT6H; more than once for several
    #[arg(long, value_name = "CLOCK=DURATION", value_parser = target)]
    target: Vec<(String, Span)>,
    /// Another calendar of a clock, such as resolution-high=every-hour
    #[arg(long, value_name = "CLOCK=CALENDAR", value_parser = named)]
    clock_calendar: Vec<(String, String)>,
    /// Another calendar for the customers, on which the ledger is kept
    #[arg(long, value_name = "CODE")]
    calendar: Option<String>,
    /// Count no pause
    #[arg(long, conflicts_with_all = ["consented_pauses", "without_pause"])]
    no_pauses: bool,
    /// Count only the pauses to which consent was given
    #[arg(long, conflicts_with = "without_pause")]
    consented_pauses: bool,
    /// Do not count pauses for this reason
    #[arg(long, value_name = "REASON")]
    without_pause: Vec<String>,
    /// As if this company had not been there
    #[arg(long, value_name = "COMPANY")]
    without: Vec<String>,
    /// Cases that were opened at or after this moment
    #[arg(long, value_name = "TIME", value_parser = Moment::parse)]
    from: Option<Moment>,
    /// Cases that were opened before this moment
    #[arg(long, value_name = "TIME", value_parser = Moment::parse)]
    until: Option<Moment>,
}

fn named(text: &str) -> Result<(String, String), String> {
    let (clock, value) = text.split_once('=').ok_or("write CLOCK=CALENDAR")?;
    Ok((clock.to_owned(), value.to_owned()))
}

fn target(text: &str) -> Result<(String, Span), String> {
    let (clock, value) = text.split_once('=').ok_or("write CLOCK=DURATION, such as resolution=PT4H")?;
    Ok((clock.to_owned(), Span::parse(value).map_err(|why| why.to_string())?))
}

impl Replay {
    pub(super) fn run(self, console: &Console) -> Answered {
        let desk = console.open()?;
        let id = of_code(&desk, &self.agreement)?;
        let terms = desk.read(|tx| Ok(agreements::agreement(tx, id)?.into_inner().terms))?;
        let filter = CaseFilter { opened_from: self.from, opened_until: self.until, ..CaseFilter::default() };
        let change = self.change(&terms)?;
        let compared = desk.read(|tx| cases::what_if(tx, id, &filter, &change))?;
        Ok(told(&compared, &terms))
    }

    fn change(self, terms: &Terms) -> Result<Change, Failed> {
        let clock = |rule: String, calendar, target| ClockChange { rule, calendar, target };
        let targets = self.target.into_iter().map(|(rule, target)| clock(rule, None, Some(target)));
        let calendars = self.clock_calendar.into_iter().map(|(rule, calendar)| clock(rule, Some(calendar), None));
        let pauses = match (self.no_pauses, self.consented_pauses) {
            (true, _) => PausePolicy::None,
            (false, true) => PausePolicy::Consented,
            (false, false) if self.without_pause.is_empty() => PausePolicy::Agreed,
            (false, false) => PausePolicy::Without(self.without_pause),
        };
        let company = |code: &String| {
            let found = terms.company_named(code).map(|company| company.id);
            found.ok_or_else(|| Failed::usage(format!("the agreement speaks of no company {code}")))
        };
        let without = self.without.iter().map(company).collect::<Result<_, _>>()?;
        Ok(Change { clocks: targets.chain(calendars).collect(), customers: self.calendar, pauses, without })
    }
}

fn told(compared: &Comparison, terms: &Terms) -> Said {
    let changed = compared.cases.iter().filter(|case| case.before != case.after).count();
    let mut text = format!("{} cases replayed, {changed} come to something else.", compared.cases.len());
    let (before, after) = (&compared.before, &compared.after);
    let rules: BTreeSet<&String> = before.compliance.keys().chain(after.compliance.keys()).collect();
    let kept = |totals: &Totals, rule: &String| {
        let kept = totals.compliance.get(rule).copied().unwrap_or_default();
        format!("{} of {}", kept.met, kept.met + kept.breached)
    };
    let clocks: Vec<[String; 3]> =
        rules.into_iter().map(|rule| [rule.clone(), kept(before, rule), kept(after, rule)]).collect();
    if !clocks.is_empty() {
        text += &format!("\n\n{}", table(["clock", "kept", "would have kept"], &clocks));
    }
    let (was, would) = (time_by_part(before, terms), time_by_part(after, terms));
    let parts: BTreeSet<&String> = was.iter().chain(&would).map(|(part, _)| part).collect();
    let of = |all: &[(String, Span)], part: &String| -> Span {
        all.iter().filter(|(known, _)| known == part).map(|(_, time)| *time).sum()
    };
    let ledger: Vec<[String; 3]> = parts
        .into_iter()
        .map(|part| [part.clone(), of(&was, part).to_string(), of(&would, part).to_string()])
        .collect();
    if !ledger.is_empty() {
        text += &format!("\n\n{}", table(["time", "was", "would have been"], &ledger));
    }
    let json = json!({
        "cases": compared.cases.len(), "changed": changed, "clocks": rows(&clocks), "ledger": rows(&ledger),
    });
    Said::done(text, json)
}

fn rows(table: &[[String; 3]]) -> Vec<Value> {
    table.iter().map(|[name, before, after]| json!({ "name": name, "before": before, "after": after })).collect()
}

/// Each part of a ledger in the words of the agreement.
fn time_by_part(totals: &Totals, terms: &Terms) -> Vec<(String, Span)> {
    let named = |(part, time): &(concordat_domain::cases::Part, Span)| {
        let company = part.charged().and_then(|id| terms.company(id)).map(|company| company.code.as_str());
        let kind = part.name().replace('_', " ");
        (company.map_or_else(|| kind.clone(), |company| format!("{kind}, {company}")), *time)
    };
    totals.ledger.parts.iter().map(named).collect()
}
