//! The sample agreement at work: its months assessed, its deviations reviewed and acted upon by its people.

use super::world::World;
use concordat_domain::{
    access::{Actor, Verb},
    agreements::Terms,
    deviations::{Criterion, Measure, Request, ReviewVerdict},
    kernel::{AgreementId, CompanyId, Decimal, KpiId, Moment, Period, PeriodKind, PersonId},
    kpis::{Bucket, Reading, RollupRow, Scope},
};
use concordat_service::{
    agreements,
    deviations::{self, ActionView, Assessed, DeviationFilter, DeviationView, Plan},
    kernel::{
        Outcome, Permitted, Tx,
        db::{Key, Uid},
    },
};
use diesel::{prelude::*, sql_types::Text};
use std::sync::Arc;

#[derive(QueryableByName)]
struct Told {
    #[diesel(sql_type = Text)]
    kind: String,
}

impl World {
    /// The kinds of an agreement's events, in order.
    pub fn events(&self, agreement: AgreementId) -> Vec<String> {
        let told = |tx: &mut Tx<'_>| {
            let log = diesel::sql_query("SELECT kind FROM events WHERE agreement_id = $1 ORDER BY number");
            Ok(log.bind::<Uid, _>(Key::from(agreement)).load::<Told>(tx.reading())?)
        };
        self.database.read(&self.console(), told).unwrap().into_iter().map(|told| told.kind).collect()
    }
}

/// Steward of the sample.
pub const IRENE: &str = "irene.vogt@meridian.example";
/// Coordinator of meridian.
pub const PAUL: &str = "paul.amsel@meridian.example";
/// Coordinator of nordlicht.
pub const TOVE: &str = "tove.lind@nordlicht.example";
/// Engineer of nordlicht.
pub const MIRA: &str = "mira.holm@nordlicht.example";
/// Coordinator of castor and of berger, the workshop bound through it.
pub const CLARA: &str = "clara.weiss@castor.example";
/// Coordinator of halden.
pub const OSKAR: &str = "oskar.dahl@halden.example";
/// Auditor.
pub const FELIX: &str = "felix.kern@arnau.example";

/// The sample agreement, active, with figures given by hand.
pub struct Group<'w> {
    /// Where it stands.
    pub world: &'w World,
    /// The agreement.
    pub agreement: AgreementId,
    /// Its terms.
    pub terms: Arc<Terms>,
}

impl<'w> Group<'w> {
    /// The sample agreement, on the third of April 2026.
    pub fn new(world: &'w World) -> Self {
        let agreement = world.sample();
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, agreement)).unwrap();
        world.at("2026-04-03T08:00:00Z");
        Self { world, agreement, terms }
    }

    /// A company's id.
    pub fn company(&self, code: &str) -> CompanyId {
        self.terms.company_named(code).unwrap().id
    }

    /// A KPI's id.
    pub fn kpi(&self, code: &str) -> KpiId {
        self.terms.kpi_named(code).unwrap().id
    }

    /// A person's id.
    pub fn id_of(&self, email: &str) -> PersonId {
        self.terms.person_at(email).unwrap().id
    }

    /// The rollup row of a company that did so many of a hundred well in a month.
    pub fn row(&self, month: &str, (kpi, company, good): (&str, &str, i32)) -> RollupRow {
        let kpi = self.terms.kpi_named(kpi).unwrap();
        let company = self.company(company);
        let mut bucket = Bucket::new(false);
        let (good, total) = (Decimal::whole(good), Decimal::whole(100));
        bucket.add(Moment::EPOCH, Reading::Ratio { good, total });
        let service = kpi.expected_services(company).first().copied().unwrap();
        RollupRow { period: Period::parse(month).unwrap(), kpi: kpi.id, company, service, bucket }
    }

    /// Assesses a month in somebody's name by what some companies did.
    pub fn assess_as(&self, who: &Arc<Actor>, month: &str, facts: &[(&str, &str, i32)]) -> Outcome<Assessed> {
        let rows: Vec<RollupRow> = facts.iter().map(|fact| self.row(month, *fact)).collect();
        let period = Period::parse(month).unwrap();
        self.world.database.write(who, self.agreement, |tx| {
            let on = tx.permit(Verb::PeriodAssess, self.agreement)?;
            deviations::assess_rows(tx, &on, period, &rows)
        })
    }

    /// The same as the console, with one company's share of cases resolved in time; the others did all well.
    pub fn assess(&self, month: &str, nordlicht: i32) -> Assessed {
        let others = ["meridian", "castor", "halden", "berger"].map(|company| ("sla-met", company, 100));
        let facts: Vec<_> = others.into_iter().chain([("sla-met", "nordlicht", nordlicht)]).collect();
        self.assess_as(&self.world.console(), month, &facts).unwrap()
    }

    /// The deviation of a company's figure, as somebody sees it.
    pub fn deviation(&self, who: &str, (kpi, company, month): (&str, Option<&str>, &str)) -> Option<DeviationView> {
        let filter = DeviationFilter {
            kpi: Some(self.kpi(kpi)),
            company: company.map(|code| self.company(code)),
            period: Period::parse(month).ok(),
            ..DeviationFilter::default()
        };
        let list = |tx: &mut Tx<'_>| deviations::list(tx, self.agreement, &filter, None, 100);
        let found = self.world.database.read(&self.world.person(who), list).unwrap();
        let joint = |view: &Permitted<DeviationView>| company.is_some() || view.deviation.scope == Scope::JOINT;
        let company_only = |view: &Permitted<DeviationView>| view.deviation.scope.service.is_none();
        found.into_iter().find(|view| joint(view) && company_only(view)).map(Permitted::into_inner)
    }

    /// The deviation of the share of cases that nordlicht resolved in time in March.
    pub fn slip(&self) -> DeviationView {
        self.deviation(PAUL, ("sla-met", Some("nordlicht"), "2026-03")).unwrap()
    }

    /// Does something to a deviation in somebody's name.
    pub fn on_deviation<T>(
        &self,
        who: &str,
        verb: Verb,
        of: &DeviationView,
        work: impl Fn(&mut Tx<'_>, Permitted<DeviationView>, i32) -> Outcome<T>,
    ) -> Outcome<T> {
        self.world.database.write(&self.world.person(who), self.agreement, |tx| {
            let on = tx.permit(verb, (self.agreement, of.deviation.id))?;
            work(tx, on, of.revision)
        })
    }

    /// Does something to a corrective action in somebody's name.
    pub fn on_action<T>(
        &self,
        who: &str,
        verb: Verb,
        of: &ActionView,
        work: impl Fn(&mut Tx<'_>, Permitted<ActionView>, i32) -> Outcome<T>,
    ) -> Outcome<T> {
        self.world.database.write(&self.world.person(who), self.agreement, |tx| {
            let on = tx.permit(verb, (self.agreement, of.action.id))?;
            work(tx, on, of.revision)
        })
    }

    /// A coordinator's verdict.
    pub fn review(&self, who: &str, of: &DeviationView, verdict: ReviewVerdict) -> Outcome<DeviationView> {
        self.on_deviation(who, Verb::DeviationReview, of, |tx, on, revision| {
            deviations::review(tx, on, revision, verdict.clone(), None)
        })
    }

    /// Nordlicht back at 90 % in April and May, by tasks of nordlicht and castor.
    pub fn plan(&self) -> Plan {
        let ask = |company: &str, owner: &str, title: &str| Request {
            company: self.company(company),
            owner: self.id_of(owner),
            title: title.to_owned(),
            due: "2026-04-20".parse().unwrap(),
        };
        let criterion = Criterion {
            kpi: self.kpi("sla-met"),
            scope: Scope::company(self.company("nordlicht")),
            measure: Measure::AtLeast { value: "0.9".parse().unwrap() },
            every: PeriodKind::Month,
            after: "2026-04-01".parse().unwrap(),
            periods: 2,
        };
        let tasks =
            vec![ask("nordlicht", MIRA, "Staff the night shift"), ask("castor", CLARA, "Hand over with photos")];
        Plan { title: "Night shift".into(), criterion, tasks }
    }

    /// The slip accepted, and the plan for it as a draft.
    pub fn drafted(&self) -> ActionView {
        let accepted = self.review(PAUL, &self.slip(), ReviewVerdict::Accept).unwrap();
        let plan = self.plan();
        self.on_deviation(TOVE, Verb::ActionPlan, &accepted, |tx, on, revision| {
            deviations::plan(tx, on, revision, &plan)
        })
        .unwrap()
    }

    /// The same plan proposed, consented to, its tasks accepted.
    pub fn agreed(&self) -> ActionView {
        let mut action = self.on_action(TOVE, Verb::ActionPlan, &self.drafted(), deviations::propose).unwrap();
        for who in [TOVE, CLARA] {
            let consent = |tx: &mut Tx<'_>, on, revision| deviations::consent(tx, on, revision, None);
            action = self.on_action(who, Verb::ActionView, &action, consent).unwrap();
        }
        for (who, place) in [(TOVE, 0), (CLARA, 1)] {
            let task = action.action.tasks[place].id;
            let accept = |tx: &mut Tx<'_>, on, revision| deviations::accept_task(tx, on, revision, task);
            action = self.on_action(who, Verb::ActionView, &action, accept).unwrap();
        }
        action
    }

    /// The same under way.
    pub fn started(&self) -> ActionView {
        self.on_action(PAUL, Verb::ActionPlan, &self.agreed(), deviations::start).unwrap()
    }

    /// The same with all tasks done.
    pub fn verifying(&self) -> ActionView {
        let mut action = self.started();
        for (who, place) in [(MIRA, 0), (CLARA, 1)] {
            let task = action.action.tasks[place].id;
            let done = |tx: &mut Tx<'_>, on, revision| deviations::complete_task(tx, on, revision, task, "the rota");
            action = self.on_action(who, Verb::ActionView, &action, done).unwrap();
        }
        action
    }
}
