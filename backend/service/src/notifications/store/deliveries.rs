//! SQL of messages to webhooks.

use super::{body, read};
use crate::kernel::{
    No, Outcome, Tx,
    db::{
        At, Key, on,
        tables::webhook_deliveries::{self, dsl},
    },
};
use concordat_domain::{
    kernel::{AgreementId, DeliveryId, Moment, WebhookId},
    notifications::webhook::{Delivery, DeliveryState},
};
use diesel::prelude::*;
use serde_json::Value;

#[derive(Insertable, Queryable)]
#[diesel(table_name = webhook_deliveries, treat_none_as_default_value = false)]
struct Row {
    id: Key,
    about: Key,
    webhook_id: Key,
    event_number: i64,
    kind: String,
    subject: Key,
    happened_at: At,
    state: String,
    due: Option<At>,
    tries: i32,
    attempts: Value,
    changed_at: At,
}

fn row(one: &Delivery, now: Moment) -> Outcome<Row> {
    Ok(Row {
        id: one.id.into(),
        about: one.agreement.into(),
        webhook_id: one.webhook.into(),
        event_number: one.event,
        kind: one.kind.clone(),
        subject: Key(one.subject),
        happened_at: one.at.into(),
        state: one.state.name().to_owned(),
        due: due(one),
        tries: i32::try_from(one.tries).unwrap_or(i32::MAX),
        attempts: body(&one.attempts)?,
        changed_at: At(now),
    })
}

fn due(one: &Delivery) -> Option<At> {
    (one.state == DeliveryState::Waiting).then_some(At(one.due))
}

fn delivery(row: Row) -> Outcome<Delivery> {
    let state = DeliveryState::named(&row.state);
    Ok(Delivery {
        id: row.id.into(),
        webhook: row.webhook_id.into(),
        agreement: row.about.into(),
        event: row.event_number,
        kind: row.kind,
        subject: row.subject.0,
        at: row.happened_at.into(),
        state: state.ok_or_else(|| No::broken(format!("a delivery in the state {}", row.state)))?,
        due: row.due.unwrap_or(row.changed_at).into(),
        tries: u32::try_from(row.tries).unwrap_or(0),
        attempts: read(row.attempts)?,
    })
}

/// Adds new ones; what stands there already stays as it is.
pub fn insert(tx: &mut Tx<'_>, new: &[Delivery]) -> Outcome<()> {
    let now = tx.now();
    let rows = new.iter().map(|one| row(one, now)).collect::<Outcome<Vec<Row>>>()?;
    for some in rows.chunks(500) {
        let db = tx.noting()?;
        on!(db, |native| {
            diesel::insert_into(dsl::webhook_deliveries).values(some).on_conflict_do_nothing().execute(native)
        })?;
    }
    Ok(())
}

/// The delivery with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: DeliveryId) -> Outcome<Option<Delivery>> {
    let found = dsl::webhook_deliveries.find(Key::from(id)).filter(dsl::about.eq(Key::from(agreement)));
    found.first::<Row>(tx.reading()).optional()?.map(delivery).transpose()
}

/// The deliveries of a webhook, the newest event first, before the event with that number.
pub fn page(tx: &mut Tx<'_>, webhook: WebhookId, before: Option<i64>, limit: i64) -> Outcome<Vec<Delivery>> {
    let before = before.unwrap_or(i64::MAX);
    let rows: Vec<Row> = dsl::webhook_deliveries
        .filter(dsl::webhook_id.eq(Key::from(webhook)).and(dsl::event_number.lt(before)))
        .order(dsl::event_number.desc())
        .limit(limit)
        .load(tx.reading())?;
    rows.into_iter().map(delivery).collect()
}

/// What is to be tried by now, the earliest first.
pub fn due_by_now(tx: &mut Tx<'_>, limit: i64) -> Outcome<Vec<Delivery>> {
    let waiting = dsl::webhook_deliveries.filter(dsl::due.le(Some(At(tx.now()))));
    let rows: Vec<Row> = waiting.order((dsl::due, dsl::id)).limit(limit).load(tx.reading())?;
    rows.into_iter().map(delivery).collect()
}

/// Puts one off to a moment, unless somebody else did: `false` then. Whoever did has it until that moment.
pub fn lease(tx: &mut Tx<'_>, one: &Delivery, until: Moment) -> Outcome<bool> {
    let mine = dsl::id.eq(Key::from(one.id)).and(dsl::due.eq(Some(At(one.due))));
    let set = diesel::update(dsl::webhook_deliveries.filter(mine)).set(dsl::due.eq(Some(At(until))));
    Ok(set.execute(tx.noting()?)? == 1)
}

/// Keeps what became of one that is leased until that moment; `false` when the lease was lost.
pub fn save(tx: &mut Tx<'_>, changed: &Delivery, leased: Moment) -> Outcome<bool> {
    let mine = dsl::id.eq(Key::from(changed.id)).and(dsl::due.eq(Some(At(leased))));
    let now = (
        dsl::state.eq(changed.state.name()),
        dsl::due.eq(due(changed)),
        dsl::tries.eq(i32::try_from(changed.tries).unwrap_or(i32::MAX)),
        dsl::attempts.eq(body(&changed.attempts)?),
        dsl::changed_at.eq(At(tx.now())),
    );
    Ok(diesel::update(dsl::webhook_deliveries.filter(mine)).set(now).execute(tx.noting()?)? == 1)
}

/// Has one tried again from the start of the ladder.
pub fn again(tx: &mut Tx<'_>, one: &Delivery) -> Outcome<()> {
    let now = (
        dsl::state.eq(one.state.name()),
        dsl::due.eq(due(one)),
        dsl::tries.eq(i32::try_from(one.tries).unwrap_or(i32::MAX)),
        dsl::changed_at.eq(At(tx.now())),
    );
    diesel::update(dsl::webhook_deliveries.find(Key::from(one.id))).set(now).execute(tx.noting()?)?;
    Ok(())
}

/// Forgets every delivery of a webhook.
pub fn forget(tx: &mut Tx<'_>, webhook: WebhookId) -> Outcome<()> {
    let of = dsl::webhook_deliveries.filter(dsl::webhook_id.eq(Key::from(webhook)));
    diesel::delete(of).execute(tx.noting()?)?;
    Ok(())
}

/// Forgets what was settled before a moment.
pub fn forget_settled(tx: &mut Tx<'_>, before: Moment) -> Outcome<()> {
    let old = dsl::due.is_null().and(dsl::changed_at.lt(At(before)));
    diesel::delete(dsl::webhook_deliveries.filter(old)).execute(tx.noting()?)?;
    Ok(())
}
