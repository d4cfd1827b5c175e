//! The health of the companies' commitments, as their signs are now or were at the end of a day.

mod gathering;
mod measuring;

pub use measuring::{HEALTH_MEASURED, measure, measure_all};

use super::vocabulary::taking_part;
use crate::{
    agreements::AgreementView,
    kernel::{Denial, Outcome, Tx},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    coordination::health::{Health, Tally, Window},
    kernel::{AgreementId, CompanyId},
};
use gathering::{Facts, gather};

/// The health of a company's commitment on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyHealth {
    /// The company.
    pub company: CompanyId,
    /// The last day of the window.
    pub on: NaiveDate,
    /// The first day of the window.
    pub from: NaiveDate,
    /// Its signs.
    pub health: Health,
}

/// The health of a company's commitment as somebody sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenHealth {
    /// It.
    pub found: CompanyHealth,
    /// Whether they may know how many things a sign is made of: cases, plans and trainings that are concealed from them are
    /// counted too.
    pub counts: bool,
}

/// The health of the companies that take part, by code, on a day that has come or today: of all of them for whoever may see
/// all, of one's own otherwise; of one company where it is named. None where the agreement does not say how health is
/// weighed.
///
/// # Errors
/// Not found for whoever may not see the agreement; forbidden for whoever sees no company's health.
pub fn commitment_health(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    company: Option<CompanyId>,
    on: Option<NaiveDate>,
) -> Outcome<Vec<SeenHealth>> {
    let view = tx.permit::<AgreementView>(Verb::AgreementView, agreement)?;
    let own = tx.actor().on_behalf(Verb::HealthView, agreement);
    let sees = |company: CompanyId| own.as_ref().is_none_or(|own| own.contains(&company));
    if own.as_ref().is_some_and(Vec::is_empty) {
        return Err(Denial::Forbidden.into());
    }
    let today = view.terms.zone.date_of(tx.now());
    let day = on.unwrap_or(today).min(today);
    let mut found = on_days(tx, &view, &[day])?;
    found.retain(|one| sees(one.company) && company.is_none_or(|company| one.company == company));
    let code = |one: &CompanyHealth| view.terms.company(one.company).map(|company| company.code.clone());
    found.sort_by_key(code);
    let concealed = tx.actor().on_behalf(Verb::DeviationViewConcealed, agreement);
    let counts = |company: CompanyId| concealed.as_ref().is_none_or(|own| own.contains(&company));
    Ok(found.into_iter().map(|found| SeenHealth { counts: counts(found.company), found }).collect())
}

/// The health of every company that takes part, on some days that have come: the number of statements does not depend on
/// how many companies and days there are.
pub(super) fn on_days(tx: &mut Tx<'_>, view: &AgreementView, days: &[NaiveDate]) -> Outcome<Vec<CompanyHealth>> {
    let Some(weighing) = &view.terms.health else { return Ok(Vec::new()) };
    let zone = view.terms.zone;
    let windows = |day: &NaiveDate| {
        let now = Window::ending(zone, *day, weighing.days);
        (now, now.before(zone, weighing.days))
    };
    let windows: Vec<(Window, Window)> = days.iter().map(windows).collect();
    let facts = gather(tx, view, &windows)?;
    let now = tx.now();
    let mut found = Vec::new();
    for (window, before) in windows {
        let tally = |window: Window| -> Tally { Facts::tally(&facts, window, now) };
        let (this, that) = (tally(window), tally(before));
        found.extend(taking_part(&view.terms, window.last).into_iter().map(|company| CompanyHealth {
            company,
            on: window.last,
            from: window.first,
            health: Health::weigh(weighing, |sign| this.share(company, sign), |sign| that.share(company, sign)),
        }));
    }
    Ok(found)
}
