//! Who can sign in to the demo, and as what: one password for everybody, and tokens for three of them.

use super::stage::Stage;
use concordat_domain::{
    access::{Actor, Scope},
    identity::TokenWish,
    kernel::AgreementId,
};
use concordat_service::{
    identity::{self, NewPerson, Password},
    kernel::{Chance as _, No, Outcome, SystemChance},
};
use serde::Serialize;
use std::{fmt::Write as _, sync::Arc};

/// The operator of the demo's instance; belongs to no agreement.
const OPERATOR: &str = "ida.lorenz@meridian.example";

/// How long the tokens live, in days.
const DAYS: i64 = 30;

/// Somebody who can sign in.
#[derive(Clone, Debug, Serialize)]
pub struct SignIn {
    /// What they are called.
    pub name: String,
    /// Their employer's name.
    pub company: String,
    /// What they act as, and for whom where that is not their employer.
    pub roles: String,
    /// Their address.
    pub email: String,
}

/// Everything that opens the demo.
#[derive(Clone, Debug, Serialize)]
pub struct Keys {
    /// Everybody's password.
    pub password: String,
    /// Everybody.
    pub people: Vec<SignIn>,
    /// An API token for each address.
    pub tokens: Vec<(String, String)>,
}

/// A password that nobody can guess and anybody can type.
#[must_use]
pub fn fresh_password() -> String {
    let secret = SystemChance.secret();
    let digits = secret.iter().take(6).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    format!("demo-{}-{}-{}", &digits[..4], &digits[4..8], &digits[8..])
}

impl Stage {
    /// Gives everybody the password, by invitation, and the people of these addresses a token each.
    ///
    /// # Errors
    /// The password is too weak, or a fault.
    pub fn open_doors(&self, password: &str, token_for: &[&str]) -> Outcome<Keys> {
        let chance = self.database.chance();
        // one password, hashed once: the hash takes its time on purpose
        let hashed = Password::new(chance, password, "")?;
        let console = Arc::new(Actor::console());
        let company = self.terms.company_named("meridian").map_or_else(String::new, |it| it.name.clone());
        let ida = NewPerson { email: OPERATOR.into(), name: "Ida Lorenz".into(), company: "meridian".into() };
        let mut people = self.people();
        self.database.write(&console, AgreementId::INSTANCE, |tx| {
            identity::create_person(tx, &ida, true)?;
            for email in people.iter().map(|one| one.email.as_str()).chain([OPERATOR]) {
                let link = identity::invite(tx, email)?;
                identity::accept_invitation(tx, &link, &hashed)?;
            }
            Ok(())
        })?;
        people.push(SignIn { name: ida.name, company, roles: "operator".into(), email: ida.email });
        let tokens = token_for.iter().map(|email| Ok(((*email).to_owned(), self.token(email)?)));
        Ok(Keys { password: password.to_owned(), people, tokens: tokens.collect::<Outcome<_>>()? })
    }

    /// The people of the agreement, in order of company and name.
    fn people(&self) -> Vec<SignIn> {
        let code = |id| self.terms.company(id).map_or("", |company| company.code.as_str());
        let roles = |person: &concordat_domain::agreements::Person| {
            let of = |grant: &concordat_domain::agreements::RoleGrant| match grant.company == person.company {
                true => grant.role.name().to_owned(),
                false => format!("{} of {}", grant.role.name(), code(grant.company)),
            };
            person.grants.iter().map(of).collect::<Vec<_>>().join(", ")
        };
        let people = self.terms.people.iter().map(|person| SignIn {
            name: person.name.clone(),
            company: self.terms.company(person.company).map_or_else(String::new, |company| company.name.clone()),
            roles: roles(person),
            email: person.email.clone(),
        });
        let mut people: Vec<SignIn> = people.collect();
        people.sort_by(|one, other| (&one.company, &one.name).cmp(&(&other.company, &other.name)));
        people
    }

    /// A token that reads, made by its owner.
    fn token(&self, email: &str) -> Outcome<String> {
        let wish = TokenWish::new("demo", vec![Scope::Read], DAYS).map_err(No::Refused)?;
        let console = Arc::new(Actor::console());
        let person = self.database.read(&console, |tx| identity::person_by_email(tx, email))?;
        let made = self
            .database
            .write(&self.actor(email)?, AgreementId::INSTANCE, |tx| identity::create_token(tx, &person, &wish))?;
        Ok(made.1)
    }
}
