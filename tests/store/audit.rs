//! The log of events shows every kind of tampering, and names the first entry that was tampered with.

use crate::support::world::{World, both};
use concordat_domain::{
    access::Actor,
    companies::{Company, CompanyKind},
    kernel::{AgreementId, CompanyId, Kind},
};
use concordat_service::{
    companies,
    events::{self, EventFilter, EventPage, Part},
    kernel::{Denial, No, Tx, db::DatabaseUrl},
};
use diesel::{Connection as _, PgConnection, SqliteConnection, connection::SimpleConnection as _};
use std::sync::Arc;

const LOG: i64 = 6;

fn write_log(world: &World) {
    for number in 1..=LOG {
        world
            .database
            .write(&world.console(), AgreementId::INSTANCE, |tx| {
                let (id, code) = (CompanyId(tx.id()), format!("c{number}"));
                let company = Company { id, code: code.clone(), name: code, kind: CompanyKind::Supplier };
                companies::store::insert(tx, &company)?;
                let detail = serde_json::json!({ "number": number, "share": "0.5" });
                tx.record(Kind::new("company.created"), id, Some(id), &detail)
            })
            .unwrap();
    }
}

/// Somebody with the owner's rights changes what is stored.
fn tamper(world: &World, sql: &str) {
    match world.owner_url.parse().unwrap() {
        DatabaseUrl::Sqlite(path) => {
            let mut file = SqliteConnection::establish(path.to_str().unwrap()).unwrap();
            let open = "DROP TRIGGER events_only_grow_update; DROP TRIGGER events_only_grow_delete;";
            file.batch_execute(&format!("{open} {sql}")).unwrap();
        }
        DatabaseUrl::Postgres(url) => {
            let mut owner = PgConnection::establish(&url).unwrap();
            let open = "ALTER TABLE events NO FORCE ROW LEVEL SECURITY; \
                        ALTER TABLE agreement_heads NO FORCE ROW LEVEL SECURITY;";
            let close = "ALTER TABLE events FORCE ROW LEVEL SECURITY; \
                         ALTER TABLE agreement_heads FORCE ROW LEVEL SECURITY;";
            owner.batch_execute(&format!("{open} {sql}; {close}")).unwrap();
        }
    }
}

fn audited(world: &World) -> Result<i64, i64> {
    let found = world.database.read(&world.console(), |tx| events::audit_verify(tx, None)).unwrap();
    assert_eq!(found.len(), 1);
    found[0].verdict.map(|head| head.number).map_err(|tampered| tampered.number)
}

#[test]
fn an_untouched_log_is_whole() {
    both(|world| {
        write_log(world);
        assert_eq!(audited(world), Ok(LOG));
    });
}

/// Verifies the log in parts of so many entries; gives the verdict and how many parts it took.
fn in_parts(world: &World, most: i64) -> (Result<i64, i64>, usize) {
    let (mut after, mut parts) = (None, 1);
    loop {
        let look = |tx: &mut Tx<'_>| events::audit_part(tx, AgreementId::INSTANCE, after, most);
        match world.database.read(&world.console(), look).unwrap() {
            Part::Until(head) => after = Some(head.number),
            Part::Ended(verdict) => {
                let verdict = verdict.map(|head| head.number).map_err(|tampered| tampered.number);
                return (verdict, parts);
            }
        }
        parts += 1;
    }
}

#[test]
fn a_log_is_verified_part_by_part_as_at_once() {
    both(|world| {
        write_log(world);
        assert_eq!((in_parts(world, 100), in_parts(world, 4)), ((Ok(LOG), 1), (Ok(LOG), 2)));
        assert_eq!(in_parts(world, 2).0, Ok(LOG));
        tamper(world, "UPDATE events SET kind = 'company.removed' WHERE number = 5");
        assert_eq!((in_parts(world, 2).0, in_parts(world, 4).0), (Err(5), Err(5)));
    });
}

#[test]
fn what_became_of_the_entry_behind_which_a_part_begins_shows() {
    for sql in [
        "DELETE FROM events WHERE number = 4",
        "DELETE FROM events WHERE number > 3",
        "UPDATE events SET hash = (SELECT e.hash FROM events e WHERE e.number = 1) WHERE number = 4",
        "UPDATE events SET detail = 'no JSON' WHERE number = 4",
    ] {
        both(|world| {
            write_log(world);
            tamper(world, sql);
            let look = |tx: &mut Tx<'_>| events::audit_part(tx, AgreementId::INSTANCE, Some(4), 100);
            let found = world.database.read(&world.console(), look).unwrap();
            let Part::Ended(Err(tampered)) = found else { panic!("{sql}: {found:?}") };
            assert!([4, 5].contains(&tampered.number), "{sql}: {tampered}");
        });
    }
}

#[test]
fn the_first_tampered_entry_is_named() {
    const CASES: [(&str, i64); 12] = [
        ("UPDATE events SET detail = '{\"number\":3,\"share\":\"0.6\"}' WHERE number = 3", 3),
        ("UPDATE events SET detail = 'no JSON' WHERE number = 2", 2),
        ("UPDATE events SET kind = 'company.removed' WHERE number = 4", 4),
        ("UPDATE events SET person_id = subject WHERE number = 1", 1),
        ("UPDATE events SET company_id = NULL WHERE number = 2", 2),
        ("UPDATE events SET hash = (SELECT e.hash FROM events e WHERE e.number = 1) WHERE number = 5", 5),
        ("UPDATE events SET number = 9 WHERE number = 5", 5),
        ("UPDATE events SET number = 0 WHERE number = 3", 1),
        ("DELETE FROM events WHERE number = 4", 4),
        ("DELETE FROM events WHERE number = 6", 6),
        ("UPDATE agreement_heads SET number = 5", 6),
        ("DELETE FROM agreement_heads", 1),
    ];
    for (sql, first) in CASES {
        both(|world| {
            write_log(world);
            tamper(world, sql);
            assert_eq!(audited(world), Err(first), "{sql} on {}", world.database.url());
        });
    }
}

#[test]
fn what_is_no_event_at_all_is_named_too() {
    let world = World::sqlite();
    write_log(&world);
    tamper(&world, "UPDATE events SET subject = x'00' WHERE number = 4");
    assert_eq!(audited(&world), Err(4));
}

#[test]
fn a_log_is_read_page_by_page_and_by_kind() {
    both(|world| {
        write_log(world);
        let page = |kinds: &[&str], after, first| {
            let filter =
                EventFilter { kinds: kinds.iter().map(ToString::to_string).collect(), ..EventFilter::default() };
            let page = EventPage { after, first };
            let found = world
                .database
                .read(&world.console(), |tx| events::events(tx, AgreementId::INSTANCE, &filter, page))
                .unwrap();
            found.into_iter().map(|event| event.number).collect::<Vec<_>>()
        };
        assert_eq!(page(&[], 0, 2), [1, 2]);
        assert_eq!(page(&["company.created", "x.y"], 4, 10), [5, 6]);
        assert_eq!(page(&["company.removed"], 0, 10), [] as [i64; 0]);
    });
}

#[test]
fn nobody_else_reads_the_instance_s_log() {
    both(|world| {
        write_log(world);
        let nobody = Arc::new(Actor::anonymous());
        let page = EventPage { after: 0, first: 10 };
        let read = world
            .database
            .read(&nobody, |tx| events::events(tx, AgreementId::INSTANCE, &EventFilter::default(), page).map(|_| ()));
        let verified = world.database.read(&nobody, |tx| events::audit_verify(tx, None).map(|_| ()));
        for tried in [read, verified] {
            assert!(matches!(tried, Err(No::Denied(Denial::NotFound))), "{tried:?}");
        }
    });
}
