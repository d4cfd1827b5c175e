//! Which periods of an agreement are due for an assessment, though nobody asked for one.

use super::{assess, store};
use crate::{
    agreements::{self, AgreementView},
    kernel::{Database, Noun, Outcome, Tx},
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    access::{Actor, Verb},
    deviations::Criterion,
    kernel::{AgreementId, Period, PeriodKind},
};
use std::{
    collections::{BTreeSet, HashSet},
    sync::Arc,
};

/// Late facts are waited for this long after a period's last day.
const GRACE: Days = Days::new(1);
/// So many ended months are looked back upon; what is older is assessed by hand.
const MONTHS: usize = 24;

/// Assesses everything that is due in every agreement, each period in a transaction of its own that looks again
/// whether it is due: another server may have been faster. Tells what it assessed.
///
/// # Errors
/// A fault of the database; what was assessed before it stays so.
pub fn assess_due(database: &Database) -> Outcome<Vec<(AgreementId, Period)>> {
    let console = Arc::new(Actor::console());
    let mut done = Vec::new();
    agreements::each(database, |view| {
        let agreement = view.agreement.id;
        for period in database.read(&console, |tx| due(tx, agreement))? {
            let assessed = database.write(&console, agreement, |tx| {
                if !due(tx, agreement)?.contains(&period) {
                    return Ok(false);
                }
                let on = tx.permit(Verb::PeriodAssess, agreement)?;
                assess(tx, &on, period).map(|_| true)
            })?;
            if assessed {
                done.push((agreement, period));
            }
        }
        Ok(())
    })?;
    Ok(done)
}

/// The periods that are due now, in order of time: each month in which the agreement holds and each period that a running
/// corrective action waits for, one day after it has ended, unless it has been assessed; and the running month, once
/// a day.
///
/// # Errors
/// A fault of the database.
pub fn due(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<Period>> {
    let Some(view) = AgreementView::load(tx, agreement)? else { return Ok(Vec::new()) };
    let (zone, now) = (view.terms.zone, tx.now());
    let today = zone.date_of(now);
    let Some((since, until)) = term(&view) else { return Ok(Vec::new()) };
    let holds = |period: &Period| since <= period.last() && until.is_none_or(|until| period.first() < until);
    let running = store::actions::running(tx, agreement)?;
    let mut periods: BTreeSet<Period> = ended_months(today).filter(holds).collect();
    periods.extend(running.iter().flat_map(|stored| ended(&stored.action.criterion, today)));
    let month = Period::of(PeriodKind::Month, today);
    let wanted: Vec<Period> = periods.iter().copied().chain([month]).collect();
    let held = store::assessments::of_periods(tx, agreement, &wanted)?;
    let assessed: HashSet<Period> = held.iter().filter(|held| held.ended).map(|held| held.period).collect();
    let looked_at = held.iter().any(|held| held.period == month && zone.date_of(held.at) == today);
    let mut due: Vec<Period> = periods.into_iter().filter(|period| !assessed.contains(period)).collect();
    due.sort_by_key(|period| (period.last(), *period));
    due.extend((holds(&month) && since <= today && !looked_at).then_some(month));
    Ok(due)
}

/// The first day on which the agreement held, and the first on which it holds no more; nothing before every party has
/// signed it.
fn term(view: &AgreementView) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let signed = view.agreement.versions.iter().filter(|version| version.was_active());
    let since = signed.map(|version| version.effective_from).min()?;
    Some((since, view.agreement.ended))
}

fn is_over(period: Period, today: NaiveDate) -> bool {
    period.last() + GRACE < today
}

fn ended_months(today: NaiveDate) -> impl Iterator<Item = Period> {
    let current = Period::of(PeriodKind::Month, today);
    let back = std::iter::successors(Some(current.previous()), |month| Some(month.previous()));
    back.take(MONTHS).filter(move |month| is_over(*month, today))
}

fn ended(criterion: &Criterion, today: NaiveDate) -> impl Iterator<Item = Period> + use<> {
    criterion.named().take_while(move |period| is_over(*period, today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_due_a_day_after_they_have_ended() {
        let due = |today: &str| {
            let months = ended_months(today.parse().unwrap());
            months.map(|month| month.to_string()).take(2).collect::<Vec<_>>()
        };
        assert_eq!(due("2026-01-20"), ["2025-12", "2025-11"]);
        assert_eq!(due("2026-02-01"), ["2025-12", "2025-11"], "the grace");
        assert_eq!(due("2026-02-02"), ["2026-01", "2025-12"]);
        assert_eq!(ended_months("2026-02-02".parse().unwrap()).count(), MONTHS);
    }
}
