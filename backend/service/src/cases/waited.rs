//! What companies were to answer about cases: hand-overs that were offered to them, pauses that are claimed against them.

use super::{rules, store, view::views};
use crate::{
    agreements::AgreementView,
    kernel::{No, Outcome, Tx},
};
use concordat_domain::{
    cases::Waited,
    kernel::{CaseId, Moment},
};

/// So many cases are looked at at once.
const AT_ONCE: usize = 1_000;

/// What companies were to answer about the cases to which anything happened since a moment, and about those that are open.
/// Three statements for each thousand cases. No permission is checked: for verbs that have checked their own.
///
/// # Errors
/// A fault of the database.
pub fn waits(tx: &mut Tx<'_>, view: &AgreementView, from: Moment) -> Outcome<Vec<Waited>> {
    let agreement = view.agreement.id;
    let rules = match rules::rulebooks(tx, view) {
        Ok(rules) => rules,
        // no version that has been in force takes cases: there are none
        Err(No::Refused(_)) => return Ok(Vec::new()),
        Err(no) => return Err(no),
    };
    let (mut found, mut last): (Vec<Waited>, Option<CaseId>) = (Vec::new(), None);
    loop {
        let rows = store::rows::astir(tx, agreement, from, last, AT_ONCE)?;
        let full = rows.len() == AT_ONCE;
        last = rows.last().map(|row| row.id.into());
        found.extend(views(tx, agreement, rows)?.iter().flat_map(|one| one.case.waits(&rules)));
        if !full {
            return Ok(found);
        }
    }
}
