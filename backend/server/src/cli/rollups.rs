//! `concordat rollups`: whether the buckets are what the facts add up to, and made anew where they are not.

use super::{
    console::{Console, Desk},
    outcome::{Answered, Failed, REFUSED, Said},
};
use concordat_domain::kernel::{AgreementId, Period};
use concordat_service::{
    agreements,
    kpis::{self, Place},
};
use serde_json::json;

/// The rollups of facts
#[derive(clap::Subcommand)]
pub enum Rollups {
    /// Compare every bucket with the facts, and name the first that differs
    Verify {
        /// The agreement's code
        #[arg(long, value_name = "CODE")]
        agreement: String,
    },
    /// Make the buckets anew from the facts, month by month
    Rebuild {
        /// The agreement's code
        #[arg(long, value_name = "CODE")]
        agreement: String,
        /// One period, such as 2026-03; otherwise everything
        #[arg(long, value_parser = period)]
        period: Option<Period>,
    },
}

impl Rollups {
    pub(super) fn run(&self, console: &Console) -> Answered {
        match self {
            Self::Verify { agreement } => verify(&console.open()?, agreement),
            Self::Rebuild { agreement, period } => rebuild(&console.open()?, agreement, *period),
        }
    }
}

pub(super) fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).map_err(|why| why.to_string())
}

/// The agreement of a code.
pub(super) fn of_code(desk: &Desk, code: &str) -> Result<AgreementId, Failed> {
    desk.read(|tx| Ok(agreements::by_code(tx, code)?.agreement.id))
}

fn verify(desk: &Desk, code: &str) -> Answered {
    let (id, mut months) = (of_code(desk, code)?, 0);
    let found = desk.read(|tx| kpis::verify(tx, id, |_| months += 1))?;
    Ok(match found {
        None => Said::done(format!("{months} months are what the facts add up to."), json!({ "months": months })),
        Some(difference) => {
            let place = named(desk, id, difference.place)?;
            let text = format!("{place} is not what the facts add up to; `concordat rollups rebuild` makes it anew");
            Said { code: REFUSED, ..Said::done(text, json!({ "months": months, "differs": place })) }
        }
    })
}

/// A bucket's place in the words of the agreement.
fn named(desk: &Desk, id: AgreementId, place: Place) -> Result<String, Failed> {
    let terms = desk.read(|tx| Ok(agreements::agreement(tx, id)?.into_inner().terms))?;
    let kpi = terms.kpi(place.kpi).map_or_else(|| place.kpi.to_string(), |kpi| kpi.code.clone());
    let company = terms.company(place.company).map_or_else(|| place.company.to_string(), |one| one.code.clone());
    let service = terms.service(place.service).map_or_else(|| place.service.to_string(), |one| one.code.clone());
    Ok(format!("{} of {kpi}, {company}, {service}", place.period))
}

fn rebuild(desk: &Desk, code: &str, period: Option<Period>) -> Answered {
    let (id, mut months) = (of_code(desk, code)?, 0);
    let mended = kpis::rebuild(&desk.database, &desk.actor, id, period, |_, _| months += 1)?;
    let text = format!("{months} months made anew; {mended} buckets were not what the facts add up to.");
    Ok(Said::done(text, json!({ "months": months, "mended": mended })))
}
