//! Who is a party and who holds which role, as the version in force says it.

use super::{
    reading::terms_of,
    store::{self, GrantRow, Stored},
};
use crate::kernel::{Outcome, Tx};
use chrono::NaiveDate;
use concordat_domain::{
    access::Role,
    agreements::{Agreement, Terms},
    kernel::CompanyId,
};
use std::sync::Arc;

/// Brings parties and grants in line with the version that holds today. While a version is proposed, the
/// signatories of companies that it would bind anew may read and sign it, and no more. Before anything is in force
/// only the steward acts in full.
pub(super) fn follow(tx: &mut Tx<'_>, stored: &mut Stored, today: NaiveDate) -> Outcome<()> {
    let id = stored.agreement.id;
    let held = match stored.agreement.in_force(today).cloned() {
        Some(version) => {
            stored.in_force = Some(version.number);
            Some(terms_of(tx, id, &version)?)
        }
        None => None,
    };
    let open = match open_version(&stored.agreement) {
        Some(version) => Some(terms_of(tx, id, &version.clone())?),
        None => None,
    };
    let (bound, grants) = match (&held, &open) {
        (Some(terms), open) => in_force(terms, open.as_deref(), today),
        (None, Some(draft)) => in_draft(draft),
        (None, None) => return Ok(()),
    };
    store::replace_standing(tx, id, &bound, &grants)
}

fn open_version(agreement: &Agreement) -> Option<&concordat_domain::agreements::Version> {
    agreement.open().or_else(|| agreement.active())
}

type Bound = Vec<(CompanyId, NaiveDate, Option<NaiveDate>)>;

fn in_force(terms: &Terms, open: Option<&Terms>, today: NaiveDate) -> (Bound, Vec<GrantRow>) {
    let (mut bound, mut grants) = (bound_by(terms), granted(terms, |_, _| false));
    let Some(open) = open else { return (bound, grants) };
    let joining = |company: CompanyId| !terms.in_force(company, today) && open.party(company).is_some();
    for (company, joins, leaves) in bound_by(open) {
        if joining(company) {
            bound.retain(|(known, ..)| *known != company);
            bound.push((company, joins, leaves));
        }
    }
    grants.retain(|grant| !joining(grant.company));
    grants.extend(
        granted(open, |_, _| true)
            .into_iter()
            .filter(|grant| joining(grant.company) && grant.role == Role::Signatory.name()),
    );
    (bound, grants)
}

fn in_draft(draft: &Arc<Terms>) -> (Bound, Vec<GrantRow>) {
    (bound_by(draft), granted(draft, |role, _| role != Role::Steward))
}

fn bound_by(terms: &Terms) -> Bound {
    terms.parties.iter().map(|party| (party.company, party.joins, party.leaves)).collect()
}

fn granted(terms: &Terms, prospect: impl Fn(Role, CompanyId) -> bool) -> Vec<GrantRow> {
    let of = |person: &concordat_domain::agreements::Person| {
        let id = person.id;
        let row = |grant: &concordat_domain::agreements::RoleGrant| GrantRow {
            person: id,
            company: grant.company,
            role: grant.role.name(),
            prospect: prospect(grant.role, grant.company),
        };
        person.grants.iter().map(row).collect::<Vec<_>>()
    };
    terms.people.iter().flat_map(of).collect()
}
