//! SQL of the event log.

use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, MultiBackend,
        tables::{agreement_heads, agreements, events},
    },
};
use concordat_domain::kernel::{
    AgreementId, CompanyId, Event, Kind, Moment, PersonId,
    event::{Head, Seal},
};
use diesel::{prelude::*, result::Error};

/// Which events of a log.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// Those of these kinds, such as `deviation.reviewed`; all where none is named.
    pub kinds: Vec<String>,
    /// What this person did.
    pub person: Option<PersonId>,
    /// What was done on behalf of this company.
    pub company: Option<CompanyId>,
    /// What happened then or later.
    pub from: Option<Moment>,
    /// What happened before.
    pub until: Option<Moment>,
    /// From which end.
    pub order: EventOrder,
}

/// From which end a log is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventOrder {
    /// As it happened.
    #[default]
    OldestFirst,
    /// What happened last comes first.
    NewestFirst,
}

/// Which part of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventPage {
    /// After the event with this number; 0 from the end at which the order begins.
    pub after: i64,
    /// So many at most.
    pub first: usize,
}

type Row = (i64, At, Option<Key>, Option<Key>, String, Key, String);
type Columns =
    (events::number, events::at, events::person_id, events::company_id, events::kind, events::subject, events::detail);

const COLUMNS: Columns =
    (events::number, events::at, events::person_id, events::company_id, events::kind, events::subject, events::detail);

/// An entry as the audit reads it.
pub(super) enum Entry {
    /// It reads as an event.
    Sealed(Event, Seal),
    /// What is stored under this number is no event at all.
    Unreadable(i64),
}

fn event(agreement: AgreementId, row: Row) -> Result<Event, i64> {
    let (number, at, person, company, kind, subject, detail) = row;
    Ok(Event {
        agreement,
        number,
        at: at.into(),
        person: person.map(Into::into),
        company: company.map(Into::into),
        kind: Kind::stored(kind),
        subject: subject.0,
        detail: serde_json::from_str(&detail).map_err(|_| number)?,
    })
}

/// A page of a log.
pub(super) fn page(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &EventFilter,
    page: EventPage,
) -> Outcome<Vec<Event>> {
    let mut wanted = events::table.filter(events::agreement_id.eq(Key::from(agreement))).into_boxed::<MultiBackend>();
    if !filter.kinds.is_empty() {
        wanted = wanted.filter(events::kind.eq_any(&filter.kinds));
    }
    if let Some(person) = filter.person {
        wanted = wanted.filter(events::person_id.eq(Key::from(person)));
    }
    if let Some(company) = filter.company {
        wanted = wanted.filter(events::company_id.eq(Key::from(company)));
    }
    if let Some(from) = filter.from {
        wanted = wanted.filter(events::at.ge(At(from)));
    }
    if let Some(until) = filter.until {
        wanted = wanted.filter(events::at.lt(At(until)));
    }
    wanted = match filter.order {
        EventOrder::OldestFirst => wanted.filter(events::number.gt(page.after)).order(events::number.asc()),
        EventOrder::NewestFirst if page.after == 0 => wanted.order(events::number.desc()),
        EventOrder::NewestFirst => wanted.filter(events::number.lt(page.after)).order(events::number.desc()),
    };
    let most = i64::try_from(page.first).unwrap_or(i64::MAX);
    let rows: Vec<Row> = wanted.limit(most).select(COLUMNS).load(tx.reading())?;
    let broken = |number| No::broken(format!("event {number} of {agreement} does not read"));
    rows.into_iter().map(|row| event(agreement, row).map_err(broken)).collect()
}

/// So many entries after `after` with their seals, whatever somebody made of them.
pub(super) fn entries(tx: &mut Tx<'_>, agreement: AgreementId, after: i64, most: i64) -> Outcome<Vec<Entry>> {
    let wanted = events::table
        .filter(events::agreement_id.eq(Key::from(agreement)).and(events::number.gt(after)))
        .order(events::number)
        .limit(most);
    match wanted.select((COLUMNS, events::hash)).load::<(Row, Vec<u8>)>(tx.reading()) {
        Ok(rows) => Ok(rows.into_iter().map(|(row, hash)| entry(agreement, row, hash)).collect()),
        Err(Error::DeserializationError(_)) if most > 1 => {
            let numbers: Vec<i64> = wanted.select(events::number).load(tx.reading())?;
            let one = |number: i64| Ok(entries(tx, agreement, number - 1, 1)?.pop());
            numbers.into_iter().map(one).filter_map(Outcome::transpose).collect()
        }
        Err(Error::DeserializationError(_)) => Ok(vec![Entry::Unreadable(after + 1)]),
        Err(error) => Err(error.into()),
    }
}

fn entry(agreement: AgreementId, row: Row, hash: Vec<u8>) -> Entry {
    let number = row.0;
    match (event(agreement, row), hash.try_into()) {
        (Ok(event), Ok(seal)) => Entry::Sealed(event, seal),
        _ => Entry::Unreadable(number),
    }
}

/// The recorded end of a log; nothing where it was never written, or its row was removed.
pub(super) fn head(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Option<Head>> {
    let row = agreement_heads::table
        .filter(agreement_heads::agreement_id.eq(Key::from(agreement)))
        .select((agreement_heads::number, agreement_heads::hash))
        .first::<(i64, Vec<u8>)>(tx.reading())
        .optional()?;
    // a seal of another length is none: it equals no entry's
    Ok(row.map(|(number, hash)| Head { number, seal: hash.try_into().unwrap_or_default() }))
}

/// The numbers of the last events of some logs, by agreement; of those only that have one.
pub(super) fn heads(tx: &mut Tx<'_>, agreements: &[AgreementId]) -> Outcome<Vec<(AgreementId, i64)>> {
    let ids: Vec<Key> = agreements.iter().map(|id| Key::from(*id)).collect();
    let rows: Vec<(Key, i64)> = agreement_heads::table
        .filter(agreement_heads::agreement_id.eq_any(ids))
        .order(agreement_heads::agreement_id)
        .select((agreement_heads::agreement_id, agreement_heads::number))
        .load(tx.reading())?;
    Ok(rows.into_iter().map(|(id, number)| (id.into(), number)).collect())
}

/// Every log there may be: the instance's and one for each agreement or recorded end.
pub(super) fn logs(tx: &mut Tx<'_>) -> Outcome<Vec<AgreementId>> {
    let mut all: Vec<Key> = agreements::table.select(agreements::id).load(tx.reading())?;
    all.extend(agreement_heads::table.select(agreement_heads::agreement_id).load::<Key>(tx.reading())?);
    all.push(Key::from(AgreementId::INSTANCE));
    all.sort_unstable();
    all.dedup();
    Ok(all.into_iter().map(AgreementId::from).collect())
}
