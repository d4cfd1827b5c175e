//! A change commits with its event or not at all, and row-level security is closed by default.

use crate::support::world::{World, both};
use concordat_domain::{
    access::Actor,
    companies::{Company, CompanyKind},
    kernel::{AgreementId, CompanyId, Kind},
};
use concordat_service::{
    companies,
    kernel::{Fault, No},
};
use std::sync::Arc;

fn company(world: &World, code: &str) -> Company {
    let id = CompanyId(world.database.chance().id());
    Company { id, code: code.into(), name: code.into(), kind: CompanyKind::Supplier }
}

#[test]
fn a_change_without_its_event_cannot_commit() {
    both(|world| {
        let one = company(world, "one");
        let write = |recorded: bool| {
            world.database.write(&world.console(), AgreementId::INSTANCE, |tx| {
                companies::store::insert(tx, &one)?;
                if recorded {
                    tx.record(Kind::new("company.created"), one.id, Some(one.id), &serde_json::json!({}))?;
                }
                Ok(())
            })
        };
        assert!(matches!(write(false), Err(No::Fault(Fault::Broken(what))) if what == "a change without its event"));
        let codes = ["one".to_owned()];
        let found = || world.database.read(&world.console(), |tx| companies::store::by_codes(tx, &codes)).unwrap();
        assert_eq!(found(), []);
        write(true).unwrap();
        assert_eq!(found(), std::slice::from_ref(&one));
    });
}

#[test]
fn a_reader_cannot_write() {
    both(|world| {
        let one = company(world, "one");
        let tried = world.database.read(&world.console(), |tx| companies::store::insert(tx, &one));
        assert!(matches!(tried, Err(No::Fault(Fault::Broken(_)))));
    });
}

#[test]
fn writers_of_one_agreement_queue_and_lose_nothing() {
    both(|world| {
        std::thread::scope(|scope| {
            for writer in 0..8 {
                scope.spawn(move || {
                    for round in 0..10 {
                        let one = company(world, &format!("c{writer}-{round}"));
                        world
                            .database
                            .write(&Arc::new(Actor::console()), AgreementId::INSTANCE, |tx| {
                                companies::store::insert(tx, &one)?;
                                tx.record(Kind::new("company.created"), one.id, None, &serde_json::json!({}))
                            })
                            .unwrap();
                    }
                });
            }
        });
        let codes: Vec<String> = (0..8).flat_map(|w| (0..10).map(move |r| format!("c{w}-{r}"))).collect();
        let found = world.database.read(&world.console(), |tx| companies::store::by_codes(tx, &codes)).unwrap();
        assert_eq!(found.len(), 80);
    });
}
