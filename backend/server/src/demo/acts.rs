//! Corrective actions of the story: one that worked, one that did not, the one that followed it, and one that waits
//! for a consent.

use super::{
    group::{CLARA, GRETA, OSKAR, PAUL, TOVE},
    stage::Stage,
    story::day,
};
use chrono::NaiveDate;
use concordat_domain::{
    access::Verb,
    deviations::{Criterion, Measure, Request, ReviewVerdict},
    kernel::{Decimal, Period, PeriodKind},
    kpis::Scope,
};
use concordat_service::{
    deviations::{self, ActionChange, ActionView, DeviationFilter, DeviationView, Plan},
    kernel::{Denial, Outcome, Permitted, Tx},
};

/// A deviation by the agreement's codes.
type About = (&'static str, &'static str, Option<&'static str>, &'static str);

/// Company, owner, what is to be done, and what shows that it was.
type Work = (&'static str, &'static str, &'static str, &'static str);

struct Draft {
    about: About,
    by: &'static str,
    title: &'static str,
    /// What it has to be measured at in each month, in thousandths; nothing where it is the target.
    at_least: Option<i64>,
    after: (i32, u32, u32),
    months: u32,
    work: &'static [Work],
}

const SPARE_PARTS: Draft = Draft {
    about: ("resolution-hours", "berger", None, "2025-03"),
    by: CLARA,
    title: "Spare parts where they are needed",
    at_least: None,
    after: (2025, 6, 1),
    months: 2,
    work: &[
        (
            "berger",
            "hans.berger@berger.example",
            "Keep the forty most used parts at the workshop",
            "Stock list of 24 April",
        ),
        ("castor", "nina.falk@castor.example", "Name the part when a visit is ordered", "Form 7 asks for it"),
        ("meridian", "paul.amsel@meridian.example", "Ask the user for the device's label", "Desk script 2.3"),
    ],
};

const SECOND_SHIFT: Draft = Draft {
    about: ("sla-met", "nordlicht", Some("network"), "2025-07"),
    by: TOVE,
    title: "A second shift for the network",
    at_least: Some(955),
    after: (2025, 10, 1),
    months: 2,
    work: &[
        (
            "nordlicht",
            "mira.holm@nordlicht.example",
            "Staff a second shift until eight in the evening",
            "Roster of September",
        ),
        ("castor", "nina.falk@castor.example", "Hand network cases over with port and photo", "Template in use"),
    ],
};

const ONE_QUEUE: Draft = Draft {
    about: ("sla-met", "nordlicht", Some("network"), "2025-07"),
    by: GRETA,
    title: "One queue for the network, whoever is free takes the case",
    at_least: Some(955),
    after: (2026, 1, 1),
    months: 3,
    work: &[
        ("nordlicht", "mira.holm@nordlicht.example", "Open the queue to Halden's engineers", "Queue N1, shared"),
        ("halden", "sara.myhre@halden.example", "Take Nordlicht's overflow in the mornings", "Two engineers named"),
        ("meridian", "paul.amsel@meridian.example", "Route network cases to the one queue", "Routing rule 14"),
    ],
};

const PROBE: Draft = Draft {
    about: ("availability", "halden", None, "2025-12"),
    by: OSKAR,
    title: "Measure where the users are",
    at_least: None,
    after: (2026, 4, 1),
    months: 2,
    work: &[
        ("halden", "sara.myhre@halden.example", "Move the probe to the town hall's network", ""),
        ("meridian", "paul.amsel@meridian.example", "Compare the probe with the desk's calls each week", ""),
    ],
};

impl Stage {
    /// What the companies do about a month after its review, from the sixteenth of the next month on.
    pub(super) fn act(&self, month: Period) -> Outcome<()> {
        let on = |number: u32| month.next().first() + chrono::Days::new(u64::from(number) - 1);
        match month.to_string().as_str() {
            "2025-03" => self.carry_out(&SPARE_PARTS, on),
            "2025-07" => {
                let action = self.draft(&SECOND_SHIFT, on)?;
                let action = self.put_off(action, on)?;
                self.work(self.agree(action, on)?, SECOND_SHIFT.work, on)
            }
            "2025-10" => {
                self.at(on(15), 10);
                self.say(GRETA, &self.deviation(GRETA, &ONE_QUEUE.about)?, ReviewVerdict::Accept)?;
                self.carry_out(&ONE_QUEUE, on)
            }
            "2026-01" => {
                let action = self.draft(&PROBE, on)?;
                self.consent(OSKAR, "halden", action).map(drop)
            }
            _ => Ok(()),
        }
    }

    fn carry_out(&self, draft: &Draft, on: impl Fn(u32) -> NaiveDate + Copy) -> Outcome<()> {
        let action = self.draft(draft, on)?;
        self.work(self.agree(action, on)?, draft.work, on)
    }

    /// Drafted and put before the companies.
    fn draft(&self, draft: &Draft, on: impl Fn(u32) -> NaiveDate) -> Outcome<ActionView> {
        self.at(on(16), 10);
        let deviation = self.deviation(draft.by, &draft.about)?;
        let plan = self.plan(draft, on(26))?;
        let action = self.write(draft.by, |tx| {
            let answers = tx.permit(Verb::ActionPlan, (self.agreement, deviation.deviation.id))?;
            deviations::plan(tx, answers, deviation.revision, &plan)
        })?;
        self.at(on(16), 15);
        self.on(draft.by, Verb::ActionPlan, action, deviations::propose)
    }

    fn plan(&self, draft: &Draft, due: NaiveDate) -> Outcome<Plan> {
        let (kpi, company, service, _) = draft.about;
        let ask = |(company, owner, title, _): &Work| {
            let (company, owner) = (self.company(company)?, self.person(owner)?);
            Ok(Request { company, owner, title: (*title).to_owned(), due })
        };
        let (year, month, first) = draft.after;
        let thousandths = |number: i64| Decimal::clamped(i128::from(number) * 1_000);
        Ok(Plan {
            title: draft.title.to_owned(),
            criterion: Criterion {
                kpi: self.kpi(kpi)?,
                scope: Scope {
                    company: Some(self.company(company)?),
                    service: service.map(|code| self.service(code)).transpose()?,
                },
                measure: draft
                    .at_least
                    .map_or(Measure::WithinTarget, |least| Measure::AtLeast { value: thousandths(least) }),
                every: PeriodKind::Month,
                after: day(year, month, first),
                periods: draft.months,
            },
            tasks: draft.work.iter().map(ask).collect::<Outcome<Vec<_>>>()?,
        })
    }

    /// Castor cannot do its part so soon; the task gets another date, and everybody is asked again.
    fn put_off(&self, action: ActionView, on: impl Fn(u32) -> NaiveDate) -> Outcome<ActionView> {
        self.at(on(17), 9);
        let castor = self.company("castor")?;
        let reason = "Our template is changed with the release of the 29th, not before.";
        let action = self.on(CLARA, Verb::ActionView, action, |tx, on, revision| {
            deviations::object(tx, on, revision, reason, Some(castor))
        })?;
        self.at(on(17), 14);
        let theirs = action.action.tasks.iter().filter(|task| task.request.company == castor);
        let ask = theirs.map(|task| (Some(task.id), Request { due: on(30), ..task.request.clone() })).collect();
        let change = ActionChange { ask, ..ActionChange::default() };
        self.on(TOVE, Verb::ActionPlan, action, |tx, on, revision| deviations::change(tx, on, revision, &change))
    }

    /// Every company concerned consents and takes on its tasks; then the work starts.
    fn agree(&self, mut action: ActionView, on: impl Fn(u32) -> NaiveDate) -> Outcome<ActionView> {
        self.at(on(18), 11);
        for (company, who) in
            [("meridian", PAUL), ("nordlicht", TOVE), ("castor", CLARA), ("berger", CLARA), ("halden", OSKAR)]
        {
            if action.action.concerned().contains(&self.company(company)?) {
                action = self.consent(who, company, action)?;
            }
        }
        self.at(on(20), 9);
        self.on(PAUL, Verb::ActionPlan, action, deviations::start)
    }

    /// One company consents and takes on its tasks.
    fn consent(&self, who: &str, company: &str, action: ActionView) -> Outcome<ActionView> {
        let company = self.company(company)?;
        let mut action = self.on(who, Verb::ActionView, action, |tx, on, revision| {
            deviations::consent(tx, on, revision, Some(company))
        })?;
        for task in action.action.tasks.clone().iter().filter(|task| task.request.company == company) {
            action = self.on(who, Verb::ActionView, action, |tx, on, revision| {
                deviations::accept_task(tx, on, revision, task.id)
            })?;
        }
        Ok(action)
    }

    /// The owners do their tasks and say what shows it.
    fn work(&self, mut action: ActionView, work: &[Work], on: impl Fn(u32) -> NaiveDate) -> Outcome<()> {
        self.at(on(26), 16);
        for (task, (_, owner, _, evidence)) in action.action.tasks.clone().iter().zip(work) {
            action = self.on(owner, Verb::ActionView, action, |tx, on, revision| {
                deviations::complete_task(tx, on, revision, task.id, evidence)
            })?;
        }
        Ok(())
    }

    fn on(
        &self,
        who: &str,
        verb: Verb,
        action: ActionView,
        work: impl Fn(&mut Tx<'_>, Permitted<ActionView>, i32) -> Outcome<ActionView>,
    ) -> Outcome<ActionView> {
        self.write(who, |tx| {
            let on = tx.permit(verb, (self.agreement, action.action.id))?;
            work(tx, on, action.revision)
        })
    }

    fn deviation(&self, who: &str, about: &About) -> Outcome<DeviationView> {
        let (kpi, company, service, month) = *about;
        let service = service.map(|code| self.service(code)).transpose()?;
        let filter = DeviationFilter {
            kpi: Some(self.kpi(kpi)?),
            company: Some(self.company(company)?),
            period: Period::parse(month).ok(),
            ..DeviationFilter::default()
        };
        let list = |tx: &mut Tx<'_>| deviations::list(tx, self.agreement, &filter, None, 100);
        let found = self.database.read(&self.actor(who)?, list)?;
        let found = found.into_iter().find(|view| view.deviation.scope.service == service);
        Ok(found.ok_or(Denial::NotFound)?.into_inner())
    }
}
