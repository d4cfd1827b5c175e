//! Where the story is played: a database with the sample agreement, signed by everybody who has to.

use super::clock::{StoryChance, StoryClock};
use chrono::NaiveDate;
use concordat_domain::{
    access::{Actor, Verb},
    agreements::{Digest, Terms},
    kernel::{AgreementId, CompanyId, KpiId, PersonId, ServiceId, Zone},
};
use concordat_service::{
    agreements, boundaries, identity,
    kernel::{Database, No, Outcome, Settings, Tx},
};
use std::sync::Arc;

/// The file of the sample agreement.
pub(super) const FILE: &str = include_str!("../../../../demo/agreement.yaml");

/// The sample agreement in its database.
pub struct Stage {
    /// The database.
    pub database: Database,
    /// Its clock: the story's.
    pub clock: Arc<StoryClock>,
    /// The agreement.
    pub agreement: AgreementId,
    /// Its terms.
    pub terms: Arc<Terms>,
}

impl Stage {
    /// Applies the file to an empty database, puts it before the parties and has each of them sign.
    ///
    /// # Errors
    /// The database knows an agreement of that code already, or a fault.
    pub(super) fn set_up(settings: &Settings) -> Outcome<Self> {
        let zone = Zone::parse("Europe/Vienna").map_err(No::broken)?;
        let clock = Arc::new(StoryClock::at(zone.start_of(super::story::day(2024, 12, 2)).plus_seconds(9 * 3_600)));
        let chance = Arc::new(StoryChance::new(clock.clone()));
        let database = Database::open(settings, clock.clone(), chance)?;
        let console = Arc::new(Actor::console());
        let agreement = boundaries::apply_file(&database, &console, FILE.as_bytes())?.0.agreement;
        let terms = database.read(&console, |tx| agreements::terms(tx, agreement))?;
        let stage = Self { database, clock, agreement, terms };
        stage.sign()?;
        Ok(stage)
    }

    fn sign(&self) -> Outcome<()> {
        self.at(super::story::day(2024, 12, 4), 10);
        self.write("irene.vogt@meridian.example", |tx| {
            let on = tx.permit(Verb::AgreementPropose, self.agreement)?;
            agreements::propose(tx, &on).map(drop)
        })?;
        let signatories = [
            ("paul.amsel@meridian.example", "meridian", 5),
            ("tove.lind@nordlicht.example", "nordlicht", 9),
            ("clara.weiss@castor.example", "castor", 10),
            ("oskar.dahl@halden.example", "halden", 12),
            ("greta.moser@arnau.example", "arnau", 16),
        ];
        let digest: Digest = self.terms.digest();
        for (email, company, day) in signatories {
            self.at(super::story::day(2024, 12, day), 14);
            let company = self.company(company)?;
            self.write(email, |tx| {
                let on = agreements::agreement(tx, self.agreement)?;
                agreements::sign(tx, &on, company, digest).map(drop)
            })?;
        }
        // the first of January is the agreement's first day
        self.at(super::story::day(2025, 1, 1), 0);
        self.database.write(&Arc::new(Actor::console()), self.agreement, |tx| agreements::settle(tx, self.agreement))
    }

    /// Sets the clock to a full hour of a local date.
    pub(super) fn at(&self, date: NaiveDate, hour: i64) {
        self.clock.set(self.terms.zone.start_of(date).plus_seconds(hour * 3_600));
    }

    /// The actor that a person is now.
    ///
    /// # Errors
    /// Not found.
    pub fn actor(&self, email: &str) -> Outcome<Arc<Actor>> {
        self.database.read(&Arc::new(Actor::console()), |tx| {
            let person = identity::person_by_email(tx, email)?;
            identity::actor_of_person(tx, &person)
        })
    }

    /// Changes something of the agreement in a person's name.
    ///
    /// # Errors
    /// What `work` answers.
    pub(super) fn write<T>(&self, email: &str, work: impl FnMut(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
        self.database.write(&self.actor(email)?, self.agreement, work)
    }

    pub(super) fn company(&self, code: &str) -> Outcome<CompanyId> {
        self.terms.company_named(code).map(|company| company.id).ok_or_else(|| unknown("company", code))
    }

    pub(super) fn kpi(&self, code: &str) -> Outcome<KpiId> {
        self.terms.kpi_named(code).map(|kpi| kpi.id).ok_or_else(|| unknown("KPI", code))
    }

    pub(super) fn service(&self, code: &str) -> Outcome<ServiceId> {
        self.terms.service_named(code).map(|service| service.id).ok_or_else(|| unknown("service", code))
    }

    pub(super) fn person(&self, email: &str) -> Outcome<PersonId> {
        self.terms.person_at(email).map(|person| person.id).ok_or_else(|| unknown("person", email))
    }
}

fn unknown(what: &str, name: &str) -> No {
    No::broken(format!("the demo's agreement has no {what} {name}"))
}
