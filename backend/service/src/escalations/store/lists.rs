//! SQL of lists of escalations, as far as an actor sees them.

use super::{
    Sight, Stored,
    rows::{COLUMNS, EscalationFilter, Row, stored},
};
use crate::kernel::{
    Outcome, Tx,
    db::{
        Key, MultiBackend,
        tables::{
            action_companies, case_companies, corrective_actions, deviations, escalation_holders,
            escalations::{self, dsl},
        },
    },
};
use concordat_domain::kernel::{AgreementId, CompanyId, EscalationId, PersonId};
use diesel::prelude::*;
use uuid::Uuid;

type Found = escalations::BoxedQuery<'static, MultiBackend>;

fn keys(companies: &[CompanyId]) -> Vec<Key> {
    companies.iter().map(|id| Key::from(*id)).collect()
}

fn some_keys(companies: &[CompanyId]) -> Vec<Option<Key>> {
    companies.iter().map(|id| Some(Key::from(*id))).collect()
}

/// The escalations that came to a person.
macro_rules! came_to {
    ($agreement:expr, $person:expr) => {
        escalation_holders::table
            .filter(escalation_holders::agreement_id.eq($agreement).and(escalation_holders::person_id.eq($person)))
            .select(escalation_holders::escalation_id)
    };
}

/// The rows that a filter asks for and an actor sees: what came to them, and of the rest what is about cases and
/// corrective actions that they see.
fn matching(agreement: AgreementId, sight: &Sight, filter: &EscalationFilter) -> Found {
    let mut found = asked(agreement, filter);
    let agreement = Key::from(agreement);
    let person = Key::from(sight.person.unwrap_or(PersonId(Uuid::nil())));
    if let Some(own) = &sight.companies {
        let theirs = dsl::company_id.eq_any(keys(own)).or(dsl::raiser_id.eq_any(some_keys(own)));
        found = found.filter(dsl::id.eq_any(came_to!(agreement, person)).or(theirs));
    }
    if let Some(own) = &sight.cases {
        let part = case_companies::table
            .filter(case_companies::agreement_id.eq(agreement).and(case_companies::company_id.eq_any(keys(own))))
            .select(case_companies::case_id.nullable());
        let seen = dsl::case_id.is_null().or(dsl::case_id.eq_any(part));
        found = found.filter(dsl::id.eq_any(came_to!(agreement, person)).or(seen));
    }
    if let Some((own, mine)) = &sight.actions {
        let disclosed = deviations::table
            .filter(deviations::agreement_id.eq(agreement))
            .filter(deviations::disclosed.eq(true).or(deviations::company_id.eq_any(some_keys(own))))
            .select(deviations::id);
        let tasks = action_companies::table
            .filter(action_companies::agreement_id.eq(agreement).and(action_companies::company_id.eq_any(keys(mine))))
            .select(action_companies::action_id);
        let part = corrective_actions::table
            .filter(corrective_actions::agreement_id.eq(agreement))
            .filter(corrective_actions::deviation_id.eq_any(disclosed).or(corrective_actions::id.eq_any(tasks)))
            .select(corrective_actions::id.nullable());
        let seen = dsl::action_id.is_null().or(dsl::action_id.eq_any(part));
        found = found.filter(dsl::id.eq_any(came_to!(agreement, person)).or(seen));
    }
    found
}

/// The rows that a filter asks for, whoever sees them.
fn asked(agreement: AgreementId, filter: &EscalationFilter) -> Found {
    let mut found = dsl::escalations.filter(dsl::agreement_id.eq(Key::from(agreement))).into_boxed();
    if let Some(states) = &filter.states {
        found = found.filter(dsl::state.eq_any(states.clone()));
    }
    if let Some(triggers) = &filter.triggers {
        found = found.filter(dsl::began.eq_any(triggers.clone()));
    }
    if let Some(company) = filter.company {
        found = found.filter(dsl::company_id.eq(Key::from(company)));
    }
    if let Some(case) = filter.case {
        found = found.filter(dsl::case_id.eq(Some(Key::from(case))));
    }
    if let Some(level) = filter.level {
        found = found.filter(dsl::level.ge(level));
    }
    if let Some(holder) = filter.holder {
        found = found.filter(dsl::id.eq_any(came_to!(Key::from(agreement), Key::from(holder))));
    }
    found
}

/// A page, the latest raised first.
pub fn list(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    sight: &Sight,
    filter: &EscalationFilter,
    after: Option<EscalationId>,
    limit: i64,
) -> Outcome<Vec<Stored>> {
    let mut page = matching(agreement, sight, filter);
    if let Some(after) = after {
        page = page.filter(dsl::id.lt(Key::from(after)));
    }
    let rows: Vec<Row> = page.order(dsl::id.desc()).limit(limit).select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// How many there are.
pub fn count(tx: &mut Tx<'_>, agreement: AgreementId, sight: &Sight, filter: &EscalationFilter) -> Outcome<i64> {
    Ok(matching(agreement, sight, filter).count().get_result(tx.reading())?)
}

/// Those about a case, the latest raised first, whoever sees them.
pub fn of_case(tx: &mut Tx<'_>, agreement: AgreementId, filter: &EscalationFilter) -> Outcome<Vec<Stored>> {
    let found = asked(agreement, filter).order(dsl::id.desc()).limit(MOST_OF_A_CASE);
    let rows: Vec<Row> = found.select(COLUMNS).load(tx.reading())?;
    rows.into_iter().map(stored).collect()
}

/// Of one case so many are shown; a case has one open for each trigger.
const MOST_OF_A_CASE: i64 = 100;
