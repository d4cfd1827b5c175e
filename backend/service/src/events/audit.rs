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

fn verify(tx: &mut Tx<'_>, agreement: AgreementId) -> Outcome<Result<Head, Tampered>> {
    let mut chain = Chain::start(agreement);
    // numbers below 1 come first: an entry may have been moved there
    let mut after = i64::MIN;
    loop {
        let entries = store::entries(tx, agreement, after, AT_A_TIME)?;
        let Some(last) = entries.last() else { break };
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
                return Ok(Err(tampered));
            }
        }
    }
    let recorded = store::head(tx, agreement)?.unwrap_or_else(|| Head::empty(agreement));
    Ok(chain.close(recorded))
}
