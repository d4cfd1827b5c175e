//! The sample agreement in a world: applied, proposed and signed by everybody who has to.

use super::world::World;
use concordat_domain::{access::Actor, access::Verb, kernel::AgreementId};
use concordat_service::{
    agreements::{self, AgreementView},
    identity,
    kernel::{Outcome, Tx},
};
use std::sync::Arc;

/// The sample agreement's file.
pub const FILE: &str = include_str!("../../demo/agreement.yaml");

/// Somebody of the sample agreement, by address.
pub const STEWARD: &str = "irene.vogt@meridian.example";
/// Signatories, one for each party that signs.
pub const SIGNATORIES: [(&str, &str); 5] = [
    ("paul.amsel@meridian.example", "meridian"),
    ("tove.lind@nordlicht.example", "nordlicht"),
    ("clara.weiss@castor.example", "castor"),
    ("oskar.dahl@halden.example", "halden"),
    ("greta.moser@arnau.example", "arnau"),
];

impl World {
    /// The actor that a person is now.
    pub fn person(&self, email: &str) -> Arc<Actor> {
        let emails = [email.to_owned()];
        let found = |tx: &mut Tx<'_>| {
            let person = identity::store::people_by_emails(tx, &emails)?.pop().expect("a known person");
            identity::actor_of_person(tx, &person)
        };
        self.database.read(&self.console(), found).unwrap()
    }

    /// Applies a file as the console.
    pub fn apply(&self, file: &str) -> AgreementId {
        agreements::apply_file(&self.database, &self.console(), file.as_bytes()).unwrap().agreement
    }

    /// Does a verb on an agreement in somebody's name.
    pub fn on<T>(
        &self,
        who: &Arc<Actor>,
        id: AgreementId,
        verb: Verb,
        work: impl Fn(&mut Tx<'_>, &concordat_service::kernel::Permitted<AgreementView>) -> Outcome<T>,
    ) -> Outcome<T> {
        self.database.write(who, id, |tx| {
            let view = tx.permit(verb, id)?;
            work(tx, &view)
        })
    }

    /// Puts the newest version before the parties.
    pub fn propose(&self, id: AgreementId) {
        self.on(&self.person(STEWARD), id, Verb::AgreementPropose, agreements::propose).unwrap();
    }

    /// Signs what is proposed.
    pub fn sign(&self, id: AgreementId, email: &str, company: &str) -> Outcome<()> {
        self.on(&self.person(email), id, Verb::AgreementView, |tx, view| {
            let digest = view.agreement.latest().unwrap().digest;
            let number = view.agreement.latest().unwrap().number;
            let terms = agreements::terms_of_version(tx, id, number)?;
            let company = terms.company_named(company).unwrap().id;
            agreements::sign(tx, view, company, digest).map(|_| ())
        })
    }

    /// The sample agreement, active.
    pub fn sample(&self) -> AgreementId {
        self.active(FILE)
    }

    /// An agreement of the sample's companies, signed by everybody.
    pub fn active(&self, file: &str) -> AgreementId {
        let id = self.apply(file);
        self.propose(id);
        for (email, company) in SIGNATORIES {
            self.sign(id, email, company).unwrap();
        }
        id
    }
}
