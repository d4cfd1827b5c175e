//! How a transaction begins and ends on its connection: row-level security is opened for its agreements, and a write
//! waits for the head of its agreement's log.

use super::db::{
    Both, Db, Key, Line,
    tables::{agreement_heads, agreements},
};
use super::{Fault, No, Outcome};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, event::Head},
};
use diesel::{
    connection::{AnsiTransactionManager, TransactionManager},
    prelude::*,
    result::Error,
};

pub(super) fn begin_reading(line: &mut Line, actor: &Actor) -> Outcome<()> {
    let begun = match &mut line.db {
        Db::Postgres(native) => AnsiTransactionManager::begin_transaction_sql(
            native,
            "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
        ),
        Db::Sqlite(native) => AnsiTransactionManager::begin_transaction_sql(native, "BEGIN DEFERRED"),
    };
    lost(line, begun)?;
    if actor.operates() { enter_all(line) } else { enter(line, &actor.agreements()) }
}

pub(super) fn end_reading(line: &mut Line) {
    if rollback(&mut line.db).is_err() {
        line.lost = true;
    }
}

pub(super) fn begin_writing(line: &mut Line, agreement: AgreementId) -> Outcome<()> {
    let begun = match &mut line.db {
        Db::Postgres(native) => AnsiTransactionManager::begin_transaction_sql(native, "BEGIN"),
        Db::Sqlite(native) => AnsiTransactionManager::begin_transaction_sql(native, "BEGIN IMMEDIATE"),
    };
    lost(line, begun)?;
    enter(line, &[agreement])
}

/// Locks the agreement's head, the one row that writers of an agreement queue for; makes it on first use.
pub(super) fn lock_head(db: &mut Db, agreement: AgreementId) -> Outcome<Head> {
    let find = agreement_heads::table
        .filter(agreement_heads::agreement_id.eq(Key::from(agreement)))
        .select((agreement_heads::number, agreement_heads::hash));
    for _ in 0..2 {
        let found: Option<(i64, Vec<u8>)> = match db {
            Db::Postgres(native) => find.for_update().first(native).optional()?,
            Db::Sqlite(native) => find.first(native).optional()?,
        };
        if let Some(found) = found {
            return head_of(found);
        }
        let empty = Head::empty(agreement);
        let row = (
            agreement_heads::agreement_id.eq(Key::from(agreement)),
            agreement_heads::number.eq(0_i64),
            agreement_heads::hash.eq(empty.seal.to_vec()),
        );
        Both(diesel::insert_into(agreement_heads::table).values(row).on_conflict_do_nothing()).execute(db)?;
    }
    Err(No::broken("an agreement head that cannot be made"))
}

/// The head of a log as its row tells it.
pub(crate) fn head_of((number, hash): (i64, Vec<u8>)) -> Outcome<Head> {
    let seal = hash.try_into().map_err(|_| No::broken("a head whose hash is not 32 bytes"))?;
    Ok(Head { number, seal })
}

mod sql {
    use diesel::sql_types::Text;

    diesel::define_sql_function! {
        /// Opens the row-level security; it answers nothing.
        fn enter(agreements: Text) -> Nullable<Text>;
    }
}

/// Opens the row-level security for these agreements until the transaction ends.
fn enter(line: &mut Line, agreements: &[AgreementId]) -> Outcome<()> {
    let Db::Postgres(native) = &mut line.db else { return Ok(()) };
    if agreements.is_empty() {
        // nothing is open until something is entered
        return Ok(());
    }
    let scope: Vec<String> = agreements.iter().map(ToString::to_string).collect();
    // not as raw text, which is prepared anew each time
    let entered = diesel::select(sql::enter(scope.join(","))).execute(native).map(|_| ());
    lost(line, entered)
}

/// The same for whoever operates the instance: every agreement and the instance's own log.
fn enter_all(line: &mut Line) -> Outcome<()> {
    let Db::Postgres(native) = &mut line.db else { return Ok(()) };
    let ids = agreements::table.select(agreements::id).load::<Key>(native);
    let mut all: Vec<AgreementId> = lost(line, ids)?.into_iter().map(AgreementId::from).collect();
    all.push(AgreementId::INSTANCE);
    enter(line, &all)
}

/// A connection on which a transaction cannot even begin is not used again.
fn lost<T>(line: &mut Line, answer: Result<T, Error>) -> Outcome<T> {
    answer.map_err(|error| {
        line.lost = true;
        No::Fault(Fault::Busy(error.to_string()))
    })
}

pub(super) fn commit(db: &mut Db) -> Outcome<()> {
    match db {
        Db::Postgres(native) => AnsiTransactionManager::commit_transaction(native),
        Db::Sqlite(native) => AnsiTransactionManager::commit_transaction(native),
    }
    .map_err(No::from)
}

pub(super) fn rollback(db: &mut Db) -> Result<(), Error> {
    match db {
        Db::Postgres(native) => AnsiTransactionManager::rollback_transaction(native),
        Db::Sqlite(native) => AnsiTransactionManager::rollback_transaction(native),
    }
}
