//! One transaction: its moment, its actor, its changes and the events that tell of them.

use super::begin::{begin_writing, commit, head_of, lock_head, rollback};
use super::database::Inner;
use super::db::{
    At, Db, Key, Line, on,
    tables::{agreement_heads, events},
};
use super::{Fault, No, Outcome};
use concordat_domain::{
    access::Actor,
    kernel::{
        AgreementId, CompanyId, Event, Kind, Moment,
        event::{Head, seal},
    },
};
use diesel::{
    prelude::*,
    result::{DatabaseErrorKind, Error},
};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::Arc,
};
use uuid::Uuid;

/// What a transaction may do.
pub(super) enum Work {
    Reading,
    Writing { agreement: AgreementId, head: Head, events: Vec<Event>, changed: bool },
}

/// A write that has reached the log: its agreement and the number of its last event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The agreement.
    pub agreement: AgreementId,
    /// The number of its newest event.
    pub number: i64,
}

/// One transaction on one connection.
pub struct Tx<'a> {
    db: &'a mut Db,
    actor: &'a Arc<Actor>,
    inner: &'a Arc<Inner>,
    now: Moment,
    work: Work,
    memo: Option<&'a mut Memo>,
}

/// What was read on a snapshot and stays true on it: by what it is and what it belongs to.
pub(super) type Memo = HashMap<(TypeId, Uuid), Arc<dyn Any + Send + Sync>>;

impl<'a> Tx<'a> {
    pub(super) fn new(db: &'a mut Db, actor: &'a Arc<Actor>, inner: &'a Arc<Inner>, work: Work) -> Self {
        Self { db, actor, inner, now: inner.clock.now(), work, memo: None }
    }

    pub(super) fn with_memo(self, memo: &'a mut Memo) -> Self {
        Self { memo: Some(memo), ..self }
    }

    /// Something that is asked for again and again on one snapshot: made once. In a write it is made anew each time.
    ///
    /// # Errors
    /// What `make` answers.
    pub fn once<T: Any + Send + Sync>(
        &mut self,
        of: impl Into<Uuid>,
        make: impl FnOnce(&mut Self) -> Outcome<Arc<T>>,
    ) -> Outcome<Arc<T>> {
        let key = (TypeId::of::<T>(), of.into());
        let known = self.memo.as_ref().and_then(|memo| memo.get(&key)).cloned();
        if let Some(Ok(made)) = known.map(Arc::downcast::<T>) {
            return Ok(made);
        }
        let made = make(self)?;
        if let Some(memo) = &mut self.memo {
            memo.insert(key, made.clone());
        }
        Ok(made)
    }

    /// The one moment of this transaction.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.now
    }

    /// Who is asking.
    #[must_use]
    pub fn actor(&self) -> &Arc<Actor> {
        self.actor
    }

    /// The database it runs on, for what is remembered in memory.
    #[must_use]
    pub fn database(&self) -> super::Database {
        super::Database(self.inner.clone())
    }

    /// The newest event of an agreement: whatever is read of the agreement on this snapshot is the same as long as its
    /// seal is, since no change commits without its event. An empty log's head where nothing may be seen of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub fn newest(&mut self, agreement: AgreementId) -> Outcome<Arc<Head>> {
        self.once(agreement, |tx| {
            let head = agreement_heads::table
                .filter(agreement_heads::agreement_id.eq(Key::from(agreement)))
                .select((agreement_heads::number, agreement_heads::hash));
            let row = head.first::<(i64, Vec<u8>)>(tx.db).optional()?;
            Ok(Arc::new(row.map(head_of).transpose()?.unwrap_or_else(|| Head::empty(agreement))))
        })
    }

    /// Something small that is read of an agreement: made once, then kept in memory for as long as the agreement's log
    /// does not grow. In a write it is made anew each time, since the log does not tell yet what the write changes.
    ///
    /// # Errors
    /// What `make` answers.
    pub fn while_it_stands<T: Any + Send + Sync>(
        &mut self,
        agreement: AgreementId,
        what: &str,
        make: impl FnOnce(&mut Self) -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        if self.memo.is_none() {
            return make(self).map(Arc::new);
        }
        let head = self.newest(agreement)?;
        let rests_on = Sha256::new().chain_update(head.seal).chain_update(agreement.0).chain_update(what).finalize();
        match head.number {
            0 => make(self).map(Arc::new),
            _ => self.database().stands_again(rests_on.into(), || make(self)),
        }
    }

    /// Reads on the same connection what somebody else sees: for telling them of it.
    pub fn in_the_eyes_of<T>(&mut self, actor: &Arc<Actor>, look: impl FnOnce(&mut Tx<'_>) -> T) -> T {
        look(&mut Tx { db: self.db, actor, inner: self.inner, now: self.now, work: Work::Reading, memo: None })
    }

    /// A new id.
    #[must_use]
    pub fn id(&self) -> Uuid {
        self.inner.chance.id()
    }

    /// The connection, to read with. For stores.
    pub fn reading(&mut self) -> &mut Db {
        self.db
    }

    /// The connection, to change what an agreement or the instance holds: needs an event before the commit.
    /// For stores.
    ///
    /// # Errors
    /// A fault when the transaction only reads.
    pub fn changing(&mut self) -> Outcome<&mut Db> {
        match &mut self.work {
            Work::Reading => Err(No::broken("a change in a transaction that only reads")),
            Work::Writing { changed, .. } => {
                *changed = true;
                Ok(self.db)
            }
        }
    }

    /// The connection, to keep what is only this process's business (sessions, idempotency): no event needed.
    /// For stores.
    ///
    /// # Errors
    /// A fault when the transaction only reads.
    pub fn noting(&mut self) -> Outcome<&mut Db> {
        match self.work {
            Work::Reading => Err(No::broken("a note in a transaction that only reads")),
            Work::Writing { .. } => Ok(self.db),
        }
    }

    /// Records what happened: audit, outbox and subscription feed at once. The company is the one on whose
    /// behalf it was done, where it was one.
    ///
    /// # Errors
    /// A fault when the transaction only reads or the detail does not serialise.
    pub fn record(
        &mut self,
        kind: Kind,
        subject: impl Into<Uuid>,
        company: Option<CompanyId>,
        detail: &impl Serialize,
    ) -> Outcome<()> {
        let (at, person) = (self.now, self.actor.person());
        let detail = serde_json::to_value(detail).map_err(No::broken)?;
        let Work::Writing { agreement, head, events, .. } = &mut self.work else {
            return Err(No::broken("an event in a transaction that only reads"));
        };
        let number = head.number + i64::try_from(events.len()).unwrap_or(i64::MAX) + 1;
        events.push(Event {
            agreement: *agreement,
            number,
            at,
            person,
            company,
            kind,
            subject: subject.into(),
            detail,
        });
        Ok(())
    }
}

/// What went wrong in one try, and whether another try may do.
pub(super) struct Failed {
    pub(super) no: No,
    pub(super) retry: bool,
}

impl Failed {
    fn of(no: No) -> Self {
        let retry = match &no {
            No::Fault(Fault::Database(Error::DatabaseError(kind, why))) => {
                // a unique key met is a race for a row that two writers of different agreements share, such as a company
                matches!(kind, DatabaseErrorKind::SerializationFailure | DatabaseErrorKind::UniqueViolation)
                    || ["deadlock detected", "could not obtain lock"].iter().any(|text| why.message().contains(text))
            }
            _ => false,
        };
        Self { no, retry }
    }
}

#[derive(Insertable)]
#[diesel(table_name = events, treat_none_as_default_value = false)]
struct EventRow {
    agreement_id: Key,
    number: i64,
    at: At,
    person_id: Option<Key>,
    company_id: Option<Key>,
    kind: String,
    subject: Key,
    detail: String,
    hash: Vec<u8>,
}

pub(super) fn write_once<T>(
    line: &mut Line,
    inner: &Arc<Inner>,
    actor: &Arc<Actor>,
    agreement: AgreementId,
    work: &mut impl FnMut(&mut Tx<'_>) -> Outcome<T>,
) -> Result<(T, Option<Committed>), Failed> {
    if let Err(no) = begin_writing(line, agreement) {
        return Err(Failed { retry: line.lost, no });
    }
    let done = lock_head(&mut line.db, agreement).and_then(|head| {
        let writing = Work::Writing { agreement, head, events: Vec::new(), changed: false };
        let mut tx = Tx::new(&mut line.db, actor, inner, writing);
        let answer = work(&mut tx)?;
        let committed = tx.seal_events()?;
        commit(tx.db)?;
        Ok((answer, committed))
    });
    done.map_err(|no| {
        if rollback(&mut line.db).is_err() {
            line.lost = true;
            if let No::Fault(fault) = no {
                return Failed { no: No::Fault(Fault::Busy(fault.to_string())), retry: false };
            }
        }
        Failed::of(no)
    })
}

impl Tx<'_> {
    /// Numbers, chains and stores the events; a change without one cannot commit.
    fn seal_events(&mut self) -> Outcome<Option<Committed>> {
        let Work::Writing { agreement, head, events: recorded, changed } = &self.work else { return Ok(None) };
        if recorded.is_empty() {
            return if *changed { Err(No::broken("a change without its event")) } else { Ok(None) };
        }
        let (mut hash, mut rows) = (head.seal, Vec::with_capacity(recorded.len()));
        for event in recorded {
            hash = seal(&hash, event);
            rows.push(EventRow {
                agreement_id: event.agreement.into(),
                number: event.number,
                at: event.at.into(),
                person_id: event.person.map(Key::from),
                company_id: event.company.map(Key::from),
                kind: event.kind.name().to_owned(),
                subject: Key(event.subject),
                detail: event.detail.to_string(),
                hash: hash.to_vec(),
            });
        }
        let (agreement, number) = (*agreement, head.number + i64::try_from(rows.len()).unwrap_or(0));
        for some in rows.chunks(500) {
            on!(&mut *self.db, |native| diesel::insert_into(events::table).values(some).execute(native))?;
        }
        let newest = (agreement_heads::number.eq(number), agreement_heads::hash.eq(hash.to_vec()));
        diesel::update(agreement_heads::table.find(Key::from(agreement))).set(newest).execute(self.db)?;
        Ok(Some(Committed { agreement, number }))
    }
}
