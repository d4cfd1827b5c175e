//! Verifies logs: each entry is sealed together with all before it, so the first that was tampered with shows.

use super::{
    may_read,
    store::{self, Entry},
};
use crate::kernel::{Outcome, Tx};
use concordat_domain::kernel::{
    AgreementId,
    event::{Chain, Fault, Head, Tampered},
};

/// Entries that are read at a time.
const AT_A_TIME: i64 = 1_000;

/// What became of one log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    /// Whose log it is.
    pub agreement: AgreementId,
    /// Its end where it is whole, or the first entry that is not what was written.
    pub verdict: Result<Head, Tampered>,
}

/// Verifies the log of one agreement, or every log, in constant memory.
///
/// # Errors
/// Not found or denied where the actor may not read a log; a fault.
pub fn audit_verify(tx: &mut Tx<'_>, agreement: Option<AgreementId>) -> Outcome<Vec<Audited>> {
    let logs = match agreement {
        Some(agreement) => vec![agreement],
        None => {
            may_read(tx, AgreementId::INSTANCE)?;
            store::logs(tx)?
        }
    };
    let mut audited = Vec::with_capacity(logs.len());
    for agreement in logs {
        may_read(tx, agreement)?;
        audited.push(Audited { agreement, verdict: verify(tx, agreement)? });
    }
    Ok(audited)
}

/// How far a part of an audit came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Whole up to this entry; the next part begins after it.
    Until(Head),
    /// The log ends, and is either whole or not.
    Ended(Result<Head, Tampered>),
}

/// Verifies so many entries of an agreement's log: from its beginning, or after the entry with this number, at which the
/// part before ended.
///
/// # Errors
/// As [`audit_verify`].
pub fn audit_part(tx: &mut Tx<'_>, agreement: AgreementId, after: Option<i64>, most: i64) -> Outcome<Part> {
    may_read(tx, agreement)?;
    match after.filter(|number| *number > 0).map(|number| stored(tx, agreement, number)).transpose()? {
        Some(Err(tampered)) => Ok(Part::Ended(Err(tampered))),
        Some(Ok(head)) => part(tx, agreement, Some(head), most),
        None => part(tx, agreement, None, most),
    }
}

/// An entry that was verified before, with its seal. The seal is read here and goes to nobody: it tells what the entry says
/// to whoever can guess it, and some of what is in a log is concealed from its readers.
fn stored(tx: &mut Tx<'_>, agreement: AgreementId, number: i64) -> Outcome<Result<Head, Tampered>> {
    let what = match store::entries(tx, agreement, number - 1, 1)?.pop() {
        Some(Entry::Sealed(event, seal)) if event.number == number => return Ok(Ok(Head { number, seal })),
        Some(Entry::Sealed(event, _)) => Fault::Missing { found: event.number },
        Some(Entry::Unreadable(_)) => Fault::Changed,
        None => Fault::Cut,
    };
    Ok(Err(Tampered { number, what }))
}

fn verify(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Result<Head, Tampered>> {
    let mut before = None;
    loop {
        match part(tx, agreement, before, i64::MAX)? {
            Part::Until(head) => before = Some(head),
            Part::Ended(verdict) => return Ok(verdict),
        }
    }
}

fn part(tx: &mut Tx<'_>, agreement: AgreementId, before: Option<Head>, most: i64) -> Outcome<Part> {
    let mut chain = before.map_or_else(|| Chain::start(agreement), |head| Chain::after(agreement, head));
    // numbers below 1 come first: an entry may have been moved there
    let mut after = before.map_or(i64::MIN, |head| head.number);
    let mut left = most;
    loop {
        if left <= 0 {
            return Ok(Part::Until(chain.head()));
        }
        let entries = store::entries(tx, agreement, after, left.min(AT_A_TIME))?;
        let Some(last) = entries.last() else { break };
        left -= i64::try_from(entries.len()).unwrap_or(i64::MAX);
        after = match last {
            Entry::Sealed(event, _) => event.number,
            Entry::Unreadable(number) => *number,
        };
        for entry in &entries {
            let taken = match entry {
                Entry::Sealed(event, seal) => chain.take(event, seal),
                Entry::Unreadable(_) => Err(Tampered { number: chain.head().number + 1, what: Fault::Changed }),
            };
            if let Err(tampered) = taken {
                return Ok(Part::Ended(Err(tampered)));
            }
        }
    }
    let recorded = store::head(tx, agreement)?.unwrap_or_else(|| Head::empty(agreement));
    Ok(Part::Ended(chain.close(recorded)))
}
