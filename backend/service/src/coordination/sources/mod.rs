//! Where the matters of an agenda come from: everything that is open in the agreement, each with who may see it and what is
//! known of it.

mod answers;
mod climbing;
mod decided;
mod deviating;
mod found;
mod said;
mod tasks;
mod weakening;

use crate::{
    agreements::AgreementView,
    kernel::{Outcome, Tx},
};
use chrono::{Days, NaiveDate};
use concordat_domain::{
    agreements::{Section, Terms},
    coordination::{Meeting, OpenMatter, Subject},
    kernel::{CompanyId, Moment},
};

/// What is due so many days after a meeting is put before it.
const AHEAD: Days = Days::new(14);

/// Which matters are wanted.
pub(super) enum Wanted<'a> {
    /// Those that are open, and due by a day where only what is due matters.
    Open {
        /// The day.
        by: NaiveDate,
        /// The sections that the agenda has.
        sections: &'a [Section],
    },
    /// Those about these subjects, open or not.
    These(&'a [Subject]),
}

/// What a meeting is to look at. The number of statements does not depend on how much that is.
///
/// # Errors
/// A fault of the database.
pub(super) fn open(tx: &mut Tx<'_>, view: &AgreementView, meeting: &Meeting) -> Outcome<Vec<OpenMatter>> {
    let on = meeting.day();
    let by = on.checked_add_days(AHEAD).unwrap_or(on);
    gather(tx, view, &Wanted::Open { by, sections: &meeting.sections })
}

/// What is known now of some subjects; nothing of those that are not there any more.
///
/// # Errors
/// A fault of the database.
pub(super) fn known(tx: &mut Tx<'_>, view: &AgreementView, subjects: &[Subject]) -> Outcome<Vec<OpenMatter>> {
    gather(tx, view, &Wanted::These(subjects))
}

fn gather(tx: &mut Tx<'_>, view: &AgreementView, wanted: &Wanted<'_>) -> Outcome<Vec<OpenMatter>> {
    let mut all = deviating::matters(tx, view, wanted)?;
    all.extend(tasks::matters(tx, view, wanted)?);
    all.extend(found::matters(tx, view, wanted)?);
    all.extend(answers::matters(tx, view, wanted)?);
    all.extend(decided::matters(tx, view, wanted)?);
    all.extend(climbing::matters(tx, view, wanted)?);
    all.extend(said::matters(tx, view, wanted)?);
    all.extend(weakening::matters(tx, view, wanted)?);
    Ok(all)
}

/// The code of a company.
fn code(terms: &Terms, company: CompanyId) -> &str {
    terms.company(company).map_or("?", |company| company.code.as_str())
}

/// The end of a local day.
fn end_of(terms: &Terms, day: NaiveDate) -> Moment {
    terms.zone.start_of(day.succ_opt().unwrap_or(day))
}
