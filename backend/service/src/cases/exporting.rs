//! Case logs as a file: every event of the cases that an actor sees, as a row of the canonical form.

use super::{CaseFilter, CaseView, reading};
use crate::{
    agreements,
    kernel::{
        Outcome, Tx,
        table::{FileKind, Table, Value},
    },
};
use concordat_domain::{
    access::{Place, Verb},
    agreements::Terms,
    cases::log::{COLUMNS, Row},
    kernel::{AgreementId, PersonId},
};
use std::{io::Write, sync::LazyLock};

/// Cases to a page.
const PAGE: usize = 200;

static NAMES: LazyLock<[&str; COLUMNS.len()]> = LazyLock::new(|| COLUMNS.map(|(name, _)| name));

/// Writes the events of an agreement's cases that the actor may see, the latest case that came in first; of each case
/// in the order in which they happened.
///
/// # Errors
/// As for [`list`](reading::list); a fault where `out` does not take it.
pub fn export(
    tx: &mut Tx<'_>,
    agreement: AgreementId,
    filter: &CaseFilter,
    kind: FileKind,
    out: impl Write + Send,
) -> Outcome<()> {
    let mut page = reading::list(tx, agreement, filter, None, PAGE)?;
    let terms = agreements::terms(tx, agreement)?;
    let mut table = Table::begin(kind, &*NAMES, out)?;
    loop {
        for view in page.iter().take(PAGE) {
            for row in rows(tx, &terms, view) {
                table.row(&row.fields().map(value))?;
            }
        }
        match page.get(PAGE - 1).filter(|_| page.len() > PAGE).map(|view| view.case.id) {
            Some(last) => page = reading::list(tx, agreement, filter, Some(last), PAGE)?,
            None => return table.finish(),
        }
    }
}

fn value(text: &str) -> Value<'_> {
    if text.is_empty() { Value::Nothing } else { Value::text(text) }
}

/// Whether the actor may know how a person is reached.
fn reaches(tx: &Tx<'_>, agreement: AgreementId, terms: &Terms, person: PersonId) -> bool {
    let place = terms.person(person).map(|known| Place::owned(agreement, known.company));
    tx.actor().person() == Some(person) || place.is_some_and(|place| tx.actor().may(Verb::PersonContact, place))
}

/// The rows of a case. An event that was not imported gets its number for a key; who said it is told to whoever may know
/// their address.
fn rows(tx: &Tx<'_>, terms: &Terms, view: &CaseView) -> Vec<Row<'static>> {
    let mut log: Vec<_> = view.log.iter().collect();
    log.sort_by_key(|logged| (logged.event.at, logged.event.what.rank(), logged.event.number));
    let row = |logged: &super::store::events::Logged| {
        let own = || format!("{}/{}", view.reference, logged.event.number);
        let key = logged.source_key.clone().unwrap_or_else(own);
        let row = Row::written(terms, &view.reference, &key, &logged.event);
        match logged.event.person.filter(|person| !reaches(tx, view.agreement, terms, *person)) {
            Some(_) => Row { person: "".into(), ..row },
            None => row,
        }
    };
    log.into_iter().map(row).collect()
}
