//! The outbox on both databases: nothing is lost, and a mail goes twice only in the window that SMTP leaves.

mod answers;
mod digests;
mod encrypted;
mod model;
mod outage;
mod withdrawn;

use crate::support::world::World;
use concordat_domain::{
    identity::Person,
    kernel::{AgreementId, CompanyId, Kind, Moment, PersonId},
    notifications::Topic,
};
use concordat_service::{
    agreements,
    identity::{self, TokenKey},
    kernel::Clock as _,
    notifications::{
        self, Mailer, Post, Round,
        mail::{self, NewMail},
    },
};
use serde_json::json;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use uuid::Uuid;

/// An agreement with people who are written to.
struct Office<'w> {
    world: &'w World,
    agreement: AgreementId,
    company: CompanyId,
    post: Post,
}

impl<'w> Office<'w> {
    fn new(world: &'w World) -> Self {
        let agreement = world.sample();
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, agreement)).unwrap();
        let company = terms.company_named("castor").unwrap().id;
        let post =
            Post::new("Concordat <hub@concordat.example>", "https://c.example", TokenKey::new(&[7; 32])).unwrap();
        Self { world, agreement, company, post }
    }

    /// So many people more, with addresses of a kind.
    fn people(&self, many: usize, kind: &str) -> Vec<Person> {
        let new = |place: usize| Person {
            id: PersonId(self.world.database.chance().id()),
            email: format!("{kind}-{place}@people.example"),
            name: format!("Person {place}"),
            company: self.company,
            operator: false,
            active: true,
        };
        let people: Vec<Person> = (0..many).map(new).collect();
        let added = self.world.database.write(&self.world.console(), AgreementId::INSTANCE, |tx| {
            people.iter().try_for_each(|person| identity::store::insert_person(tx, person))?;
            tx.record(Kind::new("person.created"), Uuid::nil(), None, &json!({}))
        });
        added.unwrap();
        people
    }

    fn mail(&self, to: PersonId, words: &str) -> NewMail {
        NewMail {
            about: self.agreement,
            to,
            topic: Topic::Actions,
            subject: format!("About {words}"),
            text: format!("[{words}]"),
            html: format!("<p>[{words}]</p>"),
            calendar: None,
            event: None,
            invites: None,
        }
    }

    /// Puts mails into the outbox in one transaction.
    fn put(&self, mails: &[NewMail]) {
        let put = self.world.database.write(&self.world.console(), self.agreement, |tx| {
            mails.iter().try_for_each(|new| mail::put(tx, new.clone()).map(|_| ()))
        });
        put.unwrap();
    }

    /// Lets a server work until nothing is due; tells what came of all of it, or nothing where the server was killed.
    fn work(&self, mailer: &mut dyn Mailer) -> Option<Round> {
        let mut all = Round::default();
        loop {
            let work = || notifications::send_due(&self.world.database, &self.post, mailer).unwrap();
            let round = catch_unwind(AssertUnwindSafe(work)).ok()?;
            all.sent += round.sent;
            all.put_off += round.put_off;
            all.dead += round.dead;
            all.away |= round.away;
            if !round.more {
                return Some(all);
            }
        }
    }

    fn now(&self) -> Moment {
        self.world.clock.now()
    }

    fn pass(&self, seconds: i64) {
        self.world.clock.set(self.now().plus_seconds(seconds));
    }
}

/// The server dies here, as `kill -9` would have it: nothing after this point happens.
fn killed() -> ! {
    resume_unwind(Box::new("killed"))
}
