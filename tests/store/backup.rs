//! A copy that is made while others write is one consistent state, and comes back as such.

use crate::support::world::{World, both};
use concordat_domain::{
    access::Actor,
    companies::{Company, CompanyKind},
    kernel::{AgreementId, CompanyId, Kind},
};
use concordat_service::{
    companies, events,
    identity::{self, NewPerson, Password},
    kernel::{
        Database, Settings, SystemChance, SystemClock, Tx,
        backup::{BackupProblem, backup, restore},
        condition::{Grade, examine},
        db::{DatabaseUrl, migrate},
    },
};
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering},
    },
    time::Duration,
};

/// A file that is gone after the test.
struct File(PathBuf);

impl File {
    fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("copy-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name))
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn add_company(world: &World, code: &str) {
    let write = world.database.write(&world.console(), AgreementId::INSTANCE, |tx| {
        let id = CompanyId(tx.id());
        let company = Company { id, code: code.into(), name: code.into(), kind: CompanyKind::Supplier };
        companies::store::insert(tx, &company)?;
        tx.record(Kind::new("company.created"), id, Some(id), &serde_json::json!({}))
    });
    write.unwrap();
}

fn owner(world: &World) -> DatabaseUrl {
    world.owner_url.parse().unwrap()
}

/// The number of events of a database whose logs are whole, and of the companies in it.
fn verified(url: &DatabaseUrl, codes: &[String]) -> (i64, i64) {
    let settings = Settings { url: url.clone(), connections: 2, wait: Duration::from_secs(5) };
    let database = Database::open(&settings, Arc::new(SystemClock), Arc::new(SystemChance)).unwrap();
    let found = database.read(&Arc::new(Actor::console()), |tx| {
        let logs = events::audit_verify(tx, None)?;
        Ok((logs, companies::store::by_codes(tx, codes)?.len()))
    });
    let (logs, companies) = found.unwrap();
    let entries = logs.iter().map(|log| log.verdict.unwrap().number).sum();
    (entries, i64::try_from(companies).unwrap())
}

#[test]
fn a_copy_made_while_others_write_is_one_state() {
    both(|world| {
        let (copy, stop, written) = (File::new(), AtomicBool::new(false), AtomicI64::new(0));
        add_company(world, "c0");
        let before = std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                while !stop.load(Ordering::SeqCst) {
                    let next = written.load(Ordering::SeqCst) + 1;
                    add_company(world, &format!("c{next}"));
                    written.store(next, Ordering::SeqCst);
                }
            });
            while written.load(Ordering::SeqCst) < 3 {
                std::thread::yield_now();
            }
            let before = written.load(Ordering::SeqCst);
            let made = backup(&owner(world), &copy.0);
            stop.store(true, Ordering::SeqCst);
            writer.join().unwrap();
            made.unwrap();
            before
        });
        let codes: Vec<String> = (0..=written.load(Ordering::SeqCst)).map(|n| format!("c{n}")).collect();
        let target = World::like(world);
        restore(&owner(&target), &copy.0, false).unwrap();
        migrate(&owner(&target)).unwrap();
        let (entries, companies) = verified(&owner(&target), &codes);
        assert_eq!(entries, companies, "each company has its event");
        assert!(companies > before, "{companies} of at least {}", before + 1);
    });
}

fn set_up(world: &World) {
    let nobody = Arc::new(Actor::anonymous());
    let token = world.database.write(&nobody, AgreementId::INSTANCE, identity::offer_set_up).unwrap().unwrap();
    let new = NewPerson { email: "root@example.org".into(), name: "Root".into(), company: "lost".into() };
    let password = Password::new(world.database.chance(), "correct horse battery", &new.email).unwrap();
    let write = |tx: &mut Tx<'_>| identity::set_up(tx, &token, &new, &password);
    world.database.write(&nobody, AgreementId::INSTANCE, write).unwrap();
}

#[test]
fn data_are_replaced_only_by_force() {
    both(|world| {
        let copy = File::new();
        add_company(world, "kept");
        backup(&owner(world), &copy.0).unwrap();
        assert!(matches!(backup(&owner(world), &copy.0), Err(BackupProblem::File(_))));
        let target = World::like(world);
        set_up(&target);
        let url = owner(&target);
        if let DatabaseUrl::Sqlite(_) = url {
            assert!(matches!(restore(&url, &copy.0, true), Err(BackupProblem::Away(why)) if why.contains("in use")));
        }
        let _kept = target.close();
        assert!(matches!(restore(&url, &copy.0, false), Err(BackupProblem::NotEmpty(_))));
        restore(&url, &copy.0, true).unwrap();
        migrate(&url).unwrap();
        assert_eq!(verified(&url, &["kept".into(), "lost".into()]), (1, 1));
    });
}

#[test]
fn a_file_that_is_no_copy_changes_nothing() {
    both(|world| {
        let file = File::new();
        std::fs::write(&file.0, "not a database at all, but long enough to be mistaken for one").unwrap();
        let target = World::like(world);
        let refused = restore(&owner(&target), &file.0, false).unwrap_err();
        assert!(matches!(refused, BackupProblem::Unsound(_) | BackupProblem::Away(_)), "{refused:?}");
        add_company(&target, "still works");
    });
}

#[test]
fn a_healthy_database_is_found_healthy_and_the_owner_s_role_is_not() {
    both(|world| {
        let clock = SystemClock;
        let found = examine(world.database.url(), &clock);
        let bad: Vec<_> = found.iter().filter(|finding| finding.grade == Grade::Bad).collect();
        assert!(bad.is_empty(), "{bad:?}");
        if let DatabaseUrl::Postgres(_) = world.database.url() {
            let found = examine(&owner(world), &clock);
            let bad: Vec<_> = found.iter().filter(|of| of.grade == Grade::Bad).map(|finding| finding.of).collect();
            assert_eq!(bad, ["ownership", "append-only"]);
        }
    });
}
