//! SQL of webhooks.

use super::{body, read};
use crate::kernel::{
    Outcome, Tx,
    db::{At, Key, tables::webhooks::dsl},
};
use concordat_domain::{
    kernel::{AgreementId, CompanyId, WebhookId},
    notifications::webhook::Webhook,
};
use diesel::prelude::*;
use serde_json::Value;

/// A webhook, with how often it has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookView {
    /// The webhook.
    pub webhook: Webhook,
    /// Grows by one with each change; a verb names the one it was decided on.
    pub revision: i32,
}

fn view((body, revision): (Value, i32)) -> Outcome<WebhookView> {
    Ok(WebhookView { webhook: read(body)?, revision })
}

/// The webhook with that id.
pub fn load(tx: &mut Tx<'_>, agreement: AgreementId, id: WebhookId) -> Outcome<Option<WebhookView>> {
    let row = dsl::webhooks.find((Key::from(agreement), Key::from(id))).select((dsl::body, dsl::revision));
    row.first::<(Value, i32)>(tx.reading()).optional()?.map(view).transpose()
}

/// All webhooks of an agreement, the oldest first.
pub fn all(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Vec<WebhookView>> {
    let of = dsl::webhooks.filter(dsl::agreement_id.eq(Key::from(agreement))).order(dsl::id);
    let rows: Vec<(Value, i32)> = of.select((dsl::body, dsl::revision)).load(tx.reading())?;
    rows.into_iter().map(view).collect()
}

/// How many a company has in an agreement.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, company: CompanyId) -> Outcome<usize> {
    let of = dsl::agreement_id.eq(Key::from(agreement)).and(dsl::company_id.eq(Key::from(company)));
    let found: i64 = dsl::webhooks.filter(of).count().get_result(tx.reading())?;
    Ok(usize::try_from(found).unwrap_or(usize::MAX))
}

/// Adds a new one.
pub fn insert(tx: &mut Tx<'_>, new: &WebhookView) -> Outcome<()> {
    let Webhook { agreement, id, company, .. } = &new.webhook;
    let row = (
        dsl::agreement_id.eq(Key::from(*agreement)),
        dsl::id.eq(Key::from(*id)),
        dsl::company_id.eq(Key::from(*company)),
        dsl::body.eq(body(&new.webhook)?),
        dsl::created_at.eq(At(tx.now())),
        dsl::revision.eq(new.revision),
    );
    diesel::insert_into(dsl::webhooks).values(row).execute(tx.changing()?)?;
    Ok(())
}

/// Keeps what became of one; `false` when somebody else changed it since that revision was read.
pub fn save(tx: &mut Tx<'_>, changed: &WebhookView, read: i32) -> Outcome<bool> {
    let Webhook { agreement, id, .. } = &changed.webhook;
    let row = dsl::webhooks.filter(dsl::agreement_id.eq(Key::from(*agreement)).and(dsl::id.eq(Key::from(*id))));
    let now = (dsl::body.eq(body(&changed.webhook)?), dsl::revision.eq(changed.revision));
    Ok(diesel::update(row.filter(dsl::revision.eq(read))).set(now).execute(tx.changing()?)? == 1)
}

/// Removes one; `false` when somebody else changed it since that revision was read.
pub fn delete(tx: &mut Tx<'_>, agreement: AgreementId, id: WebhookId, read: i32) -> Outcome<bool> {
    let row = dsl::webhooks.filter(dsl::agreement_id.eq(Key::from(agreement)).and(dsl::id.eq(Key::from(id))));
    Ok(diesel::delete(row.filter(dsl::revision.eq(read))).execute(tx.changing()?)? == 1)
}
