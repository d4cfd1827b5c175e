//! The coordination group: what its members say to each month's deviations.

use super::stage::Stage;
use concordat_domain::{access::Verb, deviations::ReviewVerdict, kernel::Period};
use concordat_service::{
    deviations::{self, DeviationFilter, DeviationView},
    kernel::{Outcome, Permitted, Tx},
};

/// Coordinator of meridian.
pub(super) const PAUL: &str = "paul.amsel@meridian.example";
/// Coordinator of nordlicht.
pub(super) const TOVE: &str = "tove.lind@nordlicht.example";
/// Coordinator of castor, and of the workshop bound through it.
pub(super) const CLARA: &str = "clara.weiss@castor.example";
/// Coordinator of halden.
pub(super) const OSKAR: &str = "oskar.dahl@halden.example";
/// Coordinator of the town.
pub(super) const GRETA: &str = "greta.moser@arnau.example";

/// Any KPI, or any company.
const ANY: &str = "*";
/// The figure of all companies together.
const ALL: &str = "";

enum Word {
    Accept,
    Waive(&'static str),
    Dispute(&'static str),
}

use Word::{Accept, Dispute, Waive};

const PARTS: &str = "Same cause as the hours of March: no spare parts at the workshop. The action there covers it.";
const SHIFT: &str = "Same cause as the network's cases in July. The action there covers it.";

/// Month, KPI, whose figure, who speaks, and what they say. What an earlier line has settled, a later one passes over.
const SAID: &[(&str, &str, &str, &str, Word)] = &[
    ("2025-03", "resolution-hours", "berger", PAUL, Accept),
    ("2025-03", ANY, "berger", PAUL, Waive(PARTS)),
    ("2025-04", ANY, "berger", PAUL, Waive(PARTS)),
    (
        "2025-05",
        "sla-met",
        "berger",
        CLARA,
        Dispute("Visits of the first ten days were made in time and closed in the tool after the weekend."),
    ),
    ("2025-06", "sla-met", "nordlicht", PAUL, Waive("Two engineers were ill; Nordlicht expects them back in July.")),
    ("2025-07", "sla-met", "nordlicht", PAUL, Accept),
    (
        "2025-08",
        "availability",
        "nordlicht",
        PAUL,
        Waive("A fibre was cut by road works on the 19th; repaired the same day."),
    ),
    ("2025-08", "major-incidents", ALL, GRETA, Waive("Three of the five are the cut fibre of the 19th.")),
    ("2025-08", "sla-met", ALL, GRETA, Waive("Nordlicht carries the whole gap; see the action on its cases of July.")),
    ("2025-08", "satisfaction", "nordlicht", TOVE, Accept),
    ("2025-08", ANY, "nordlicht", PAUL, Waive(SHIFT)),
    ("2025-09", "satisfaction", "nordlicht", TOVE, Accept),
    ("2025-09", "backlog", "nordlicht", TOVE, Accept),
    ("2025-09", ANY, ANY, PAUL, Waive(SHIFT)),
    ("2025-10", ANY, ANY, PAUL, Waive(SHIFT)),
    (
        "2025-11",
        "hand-over-minutes-p50",
        "halden",
        PAUL,
        Waive("The log of the telephones was overwritten; Halden keeps it for a year now."),
    ),
    ("2025-11", "not-reopened", "castor", CLARA, Accept),
    ("2025-11", "not-reopened", ALL, PAUL, Waive("One batch of docking stations; Castor has exchanged all of them.")),
    ("2025-11", ANY, "nordlicht", PAUL, Waive(SHIFT)),
    ("2025-12", "availability", "halden", OSKAR, Accept),
    ("2025-12", "desk-load", "meridian", PAUL, Accept),
    ("2025-12", ANY, "nordlicht", PAUL, Waive(SHIFT)),
    ("2026-01", "visit-costs", "berger", CLARA, Accept),
];

impl Stage {
    /// Everybody says what they have to say about a month; what nobody speaks of stays open.
    pub(super) fn review(&self, month: Period) -> Outcome<()> {
        let label = month.to_string();
        for (_, kpi, company, who, word) in SAID.iter().filter(|(of, ..)| *of == label) {
            for view in self.open(who, month)? {
                if self.is_of(&view, kpi, company)? {
                    self.say(who, &view, word.verdict())?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn say(&self, who: &str, view: &DeviationView, verdict: ReviewVerdict) -> Outcome<DeviationView> {
        self.write(who, |tx| {
            let on = tx.permit(Verb::DeviationReview, (self.agreement, view.deviation.id))?;
            deviations::review(tx, on, view.revision, verdict.clone(), None)
        })
    }

    /// The open deviations of a month that somebody sees.
    pub(super) fn open(&self, who: &str, month: Period) -> Outcome<Vec<DeviationView>> {
        let filter = DeviationFilter { period: Some(month), states: Some(vec!["open"]), ..DeviationFilter::default() };
        let list = |tx: &mut Tx<'_>| deviations::list(tx, self.agreement, &filter, None, 100);
        let found = self.database.read(&self.actor(who)?, list)?;
        Ok(found.into_iter().map(Permitted::into_inner).collect())
    }

    fn is_of(&self, view: &DeviationView, kpi: &str, company: &str) -> Outcome<bool> {
        let deviation = &view.deviation;
        let company = match company {
            ANY => deviation.scope.company,
            ALL => None,
            code => Some(self.company(code)?),
        };
        Ok((kpi == ANY || self.kpi(kpi)? == deviation.kpi) && company == deviation.scope.company)
    }
}

impl Word {
    fn verdict(&self) -> ReviewVerdict {
        match self {
            Accept => ReviewVerdict::Accept,
            Waive(reason) => ReviewVerdict::Waive { reason: (*reason).to_owned() },
            Dispute(reason) => ReviewVerdict::Dispute { reason: (*reason).to_owned() },
        }
    }
}
