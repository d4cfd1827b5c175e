//! Set-up once, sign-in, sessions, API tokens and their short tokens.

use crate::support::world::{World, both};
use concordat_domain::{
    access::{Scope, Who},
    identity::{Person, TokenWish},
    kernel::AgreementId,
};
use concordat_service::{
    identity::{self, Credential, NewPerson, Password, TokenKey},
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
