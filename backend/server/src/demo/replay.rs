//! The fourteen months, one after the other: the analysts report, the period is assessed, the group does its part.

use super::{
    stage::{FILE, Stage},
    story::{self, Told},
};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Actor, Verb},
    kernel::Period,
    kpis::Measurement,
};
use concordat_service::{
    agreements,
    deviations::{self, Assessed},
    kernel::{Database, No, Outcome, Settings, SystemChance, SystemClock},
    kpis::{self, Counts, Taken},
};
use std::sync::Arc;

/// Who reports for which companies.
const ANALYSTS: [(&str, &[&str]); 4] = [
    ("lea.brandt@meridian.example", &["meridian"]),
    ("jonas.fjell@nordlicht.example", &["nordlicht"]),
    ("emil.rauch@castor.example", &["castor", "berger"]),
    ("sara.myhre@halden.example", &["halden"]),
];

/// Who assesses each month.
pub(super) const STEWARD: &str = "irene.vogt@meridian.example";

/// Whether the sample agreement is unknown to a database.
///
/// # Errors
/// A fault.
pub fn is_unplayed(settings: &Settings) -> Outcome<bool> {
    let database = Database::open(settings, Arc::new(SystemClock), Arc::new(SystemChance))?;
    let known = database.read(&Arc::new(Actor::console()), |tx| agreements::described(tx, FILE.as_bytes()))?;
    Ok(known.is_none())
}

/// Plays the whole story on an empty, migrated database. Its clock stands on the fifth of March 2026 then.
///
/// # Errors
/// The database is not empty, or a fault.
pub fn play(settings: &Settings) -> Outcome<Stage> {
    let stage = Stage::set_up(settings)?;
    let mut months: Vec<Period> = story::months().collect();
    let running = months.pop();
    let last = months.last().copied();
    for month in months {
        // what happens before its figures are known, knows nothing of them
        if Some(month) == last {
            stage.find_common_ground()?;
            stage.meet()?;
        }
        stage.live(month)?;
    }
    stage.raise()?;
    stage.handle_cases()?;
    stage.agree_on_boundaries()?;
    if let Some(month) = running {
        stage.at(story::day(2026, 3, 5), 8);
        stage.record(&story::reported(stage.terms.zone, month))?;
        stage.assess(month)?;
    }
    stage.at(story::day(2026, 3, 5), 9);
    stage.look_ahead()?;
    Ok(stage)
}

impl Stage {
    /// One month: reported on the second day of the next one, assessed on the third; what was wrong or missing is put
    /// right on the twelfth. The group speaks on the fifth, and again of what is new on the fifteenth.
    fn live(&self, month: Period) -> Outcome<()> {
        let day = |number: u32| next(month, number);
        self.at(day(2), 8);
        self.record(&story::reported(self.terms.zone, month))?;
        self.at(day(3), 6);
        self.assess(month)?;
        self.at(day(5), 10);
        self.review(month)?;
        let amended = story::amended(self.terms.zone, month);
        if !amended.is_empty() {
            self.at(day(12), 11);
            self.record(&amended)?;
            self.at(day(13), 6);
            self.assess(month)?;
            self.at(day(15), 10);
            self.review(month)?;
        }
        self.act(month)
    }

    /// Each analyst reports what is theirs, in one go.
    fn record(&self, told: &[Told]) -> Outcome<Counts> {
        let mut counts = Counts::default();
        for (analyst, companies) in ANALYSTS {
            let theirs = told.iter().filter(|told| companies.contains(&told.company));
            let batch = theirs.map(|told| Ok(told.measurement(&self.terms)?)).collect::<Outcome<Vec<Measurement>>>()?;
            if batch.is_empty() {
                continue;
            }
            let recorded = self.write(analyst, |tx| kpis::record(tx, self.agreement, &batch))?;
            if let Some(Taken::Rejected(why)) = recorded.taken.iter().find(|one| matches!(one, Taken::Rejected(_))) {
                return Err(No::Refused(why.clone()));
            }
            counts += recorded.counts();
        }
        Ok(counts)
    }

    fn assess(&self, period: Period) -> Outcome<Assessed> {
        self.write(STEWARD, |tx| {
            let on = tx.permit(Verb::PeriodAssess, self.agreement)?;
            deviations::assess(tx, &on, period)
        })
    }
}

/// A day of the month after this one.
fn next(month: Period, number: u32) -> NaiveDate {
    month.next().first() + chrono::Days::new(u64::from(number) - 1)
}
