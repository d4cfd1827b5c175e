//! Set-up once, sign-in, sessions, API tokens and their short tokens.

use crate::support::world::{World, both};
use concordat_domain::{
    access::{Scope, Who},
    identity::{Person, TokenWish},
    kernel::AgreementId,
};
use concordat_service::{
    identity::{
        self, Credential, NewPerson, Password, TokenKey,
        openid::{self, Provider, Refused, Told},
    },
    kernel::{Denial, No, Outcome, Tx},
};

const SECRET: &str = "correct horse battery staple";

fn write<T>(world: &World, mut work: impl FnMut(&mut Tx<'_>) -> Outcome<T>) -> Outcome<T> {
    world.database.write(&world.console(), AgreementId::INSTANCE, |tx| work(tx))
}

fn set_up(world: &World) -> (Person, String) {
    let token = write(world, identity::offer_set_up).unwrap().unwrap();
    let new = NewPerson { email: "Root@Example.org".into(), name: "Root".into(), company: "neutral".into() };
    let password = Password::new(world.database.chance(), SECRET, &new.email).unwrap();
    (write(world, |tx| identity::set_up(tx, &token, &new, &password)).unwrap(), token)
}

#[test]
fn the_set_up_token_works_once() {
    both(|world| {
        let (person, token) = set_up(world);
        assert!(person.operator);
        let new = NewPerson { email: "eve@example.org".into(), name: "Eve".into(), company: "neutral".into() };
        let password = Password::new(world.database.chance(), SECRET, &new.email).unwrap();
        let again = write(world, |tx| identity::set_up(tx, &token, &new, &password));
        assert!(matches!(again, Err(No::Refused(why)) if why.0[0].code == "INVITATION_INVALID"));
        assert_eq!(write(world, identity::offer_set_up).unwrap(), None);
    });
}

#[test]
fn a_session_stands_for_its_person_until_it_ends() {
    both(|world| {
        let (person, _) = set_up(world);
        let opened = identity::sign_in(&world.database, "root@example.org", SECRET).unwrap();
        let key = write(world, TokenKey::load).unwrap();
        let who = |world: &World| {
            let credential = Credential::Session(opened.secret.clone());
            world.database.read(&world.console(), |tx| identity::authenticate(tx, &key, &credential))
        };
        assert_eq!(who(world).unwrap().who, Who::Person { id: person.id, company: person.company, operator: true });
        world.at("2026-03-02T20:00:01Z");
        assert!(matches!(who(world), Err(No::Denied(Denial::Unauthenticated))));
    });
}

#[test]
fn a_wrong_password_and_an_unknown_address_are_not_told_apart() {
    both(|world| {
        set_up(world);
        for (email, password) in [("root@example.org", "wrong"), ("nobody@example.org", SECRET)] {
            let tried = identity::sign_in(&world.database, email, password).map(|opened| opened.secret);
            assert!(matches!(tried, Err(No::Denied(Denial::Unauthenticated))), "{email}");
        }
    });
}

#[test]
fn a_revoked_token_ends_its_short_tokens_at_once() {
    both(|world| {
        let (person, _) = set_up(world);
        let key = write(world, TokenKey::load).unwrap();
        let wish = TokenWish::new("reporting", vec![Scope::Read], 30).unwrap();
        let (token, shown) = write(world, |tx| identity::create_token(tx, &person, &wish)).unwrap();
        let short = world.database.read(&world.console(), |tx| identity::exchange_token(tx, &key, &shown)).unwrap();
        let who = || {
            let credential = Credential::Bearer(short.jwt.clone());
            world.database.read(&world.console(), |tx| identity::authenticate(tx, &key, &credential))
        };
        assert_eq!(who().unwrap().scopes, [Scope::Read]);
        write(world, |tx| identity::revoke_token(tx, token.id)).unwrap();
        assert!(matches!(who(), Err(No::Denied(Denial::Unauthenticated))));
    });
}

/// What the provider tells of an account, and what came of it.
fn comes(world: &World, operators: bool, issuer: &str, subject: &str, email: &str) -> Result<Person, &'static str> {
    let provider = Provider {
        issuer: issuer.into(),
        client: "concordat".into(),
        secret: None,
        name: "Example".into(),
        domains: vec!["example.org".into(), "gov.example".into()],
        operators,
    };
    let told = Told { subject: subject.into(), email: email.into() };
    match openid::come_in(&world.database, &provider, &told) {
        Ok(opened) => Ok(opened.person),
        Err(Refused::Unknown(why)) => Err(why),
        Err(why) => panic!("{why:?}"),
    }
}

/// Somebody of an address beside the operator.
fn somebody(world: &World, email: &str) -> Person {
    let new = NewPerson { email: email.into(), name: "Somebody".into(), company: "neutral".into() };
    write(world, |tx| identity::create_person(tx, &new, false)).unwrap()
}

const ISSUER: &str = "https://id.example.org";

#[test]
fn a_provider_speaks_for_its_domains_and_for_operators_only_where_that_is_said() {
    both(|world| {
        let (root, _) = set_up(world);
        let (ana, far) = (somebody(world, "ana@example.org"), somebody(world, "ben@far.example"));
        assert_eq!(comes(world, false, ISSUER, "1", "Ana@Example.org").map(|person| person.id), Ok(ana.id));
        for (email, why) in [
            (far.email.as_str(), "the provider may not speak for addresses of that domain"),
            ("eve@sub.example.org", "the provider may not speak for addresses of that domain"),
            ("ana@example.org@far.example", "the provider may not speak for addresses of that domain"),
            ("example.org", "the provider may not speak for addresses of that domain"),
            ("eve@gov.example", "the address is nobody's here"),
            // the sign for Kelvin becomes a k in lower case
            ("an\u{212a}@example.org", "the address is nobody's here"),
            (root.email.as_str(), "the provider may not speak for operators"),
        ] {
            assert_eq!(comes(world, false, ISSUER, "2", email), Err(why), "{email}");
        }
        somebody(world, "ank@example.org");
        assert!(comes(world, false, ISSUER, "2", "an\u{212a}@example.org").is_err());
        assert_eq!(comes(world, true, ISSUER, "2", &root.email).map(|person| person.id), Ok(root.id));
    });
}

#[test]
fn whoever_came_in_with_an_account_comes_in_with_no_other() {
    both(|world| {
        set_up(world);
        let (ana, ben) = (somebody(world, "ana@example.org"), somebody(world, "ben@example.org"));
        let comes = |issuer: &str, subject: &str, of: &Person| {
            comes(world, false, issuer, subject, &of.email).map(|person| person.id)
        };
        let other = Err("this person came in with another account first");
        assert_eq!((comes(ISSUER, "a", &ana), comes(ISSUER, "a", &ana)), (Ok(ana.id), Ok(ana.id)));
        assert_eq!(comes(ISSUER, "A", &ana), other, "her address at the provider is another account's now");
        assert_eq!(comes(ISSUER, "a", &ben), other, "and her account has another address");
        assert_eq!(comes(ISSUER, "b", &ben), Ok(ben.id));
        assert_eq!(comes("https://other.example.org", "a", &ben), Ok(ben.id), "another provider has ids of its own");
        write(world, |tx| identity::invite(tx, &ana.email)).unwrap();
        assert_eq!(
            (comes(ISSUER, "A", &ana), comes(ISSUER, "a", &ana)),
            (Ok(ana.id), other),
            "the operator lets her in anew"
        );
    });
}
