//! Whether an agreement's log is what was written, part by part.

use crate::graphql::kernel::{context::Context, cursor::Cursor, errors::Answer, scalar::Gql, types::Long};
use concordat_domain::kernel::AgreementId;
use concordat_service::events::{self, Part};
use juniper::graphql_object;

/// Entries that one part reads at most: what a request may take.
const PART: i64 = 10_000;

/// What a part of a verification found.
pub struct AuditVerification(Part);

impl AuditVerification {
    /// Verifies a part of a log: from its beginning, or from where the part before ended.
    ///
    /// # Errors
    /// Forbidden for whoever may not read the log; refused for another list's cursor.
    pub fn of(ctx: &Context, agreement: AgreementId, after: Option<&Cursor>) -> Answer<Self> {
        let after: Option<i64> = after.map(Cursor::key).transpose()?;
        ctx.read(|tx| events::audit_part(tx, agreement, after, PART)).map(Self)
    }
}

/// What a part of a verification found.
#[graphql_object(scalar = Gql, context = Context)]
impl AuditVerification {
    /// Up to which entry the log is what was written.
    fn entries(&self) -> Long {
        Long(match self.0 {
            Part::Until(head) | Part::Ended(Ok(head)) => head.number,
            Part::Ended(Err(tampered)) => tampered.number - 1,
        })
    }

    /// Whether the whole log is what was written; null while there is more of it to read.
    fn whole(&self) -> Option<bool> {
        match self.0 {
            Part::Until(_) => None,
            Part::Ended(verdict) => Some(verdict.is_ok()),
        }
    }

    /// The number of the first entry that is not what was written, where there is one.
    fn broken_entry(&self) -> Option<Long> {
        match self.0 {
            Part::Ended(Err(tampered)) => Some(Long(tampered.number)),
            Part::Until(_) | Part::Ended(Ok(_)) => None,
        }
    }

    /// What is wrong with it.
    fn why(&self) -> Option<String> {
        match self.0 {
            Part::Ended(Err(tampered)) => Some(tampered.to_string()),
            Part::Until(_) | Part::Ended(Ok(_)) => None,
        }
    }

    /// Where to go on: send it as `after`. Null at the end.
    fn cursor(&self) -> Option<Cursor> {
        match self.0 {
            Part::Until(head) => Some(Cursor::of(&head.number)),
            Part::Ended(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use concordat_domain::kernel::event::Head;

    #[test]
    fn a_cursor_is_a_number_and_holds_no_seal() {
        let part = AuditVerification(Part::Until(Head { number: 10_000, seal: [7; 32] }));
        assert_eq!(part.cursor(), Some(Cursor::of(&10_000)));
    }
}
