//! Every refusal of this noun.

use crate::kernel::{Code, Refusals};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// Too long, empty, or unreadable.
    ESCALATION_STATEMENT = "A statement is empty, too long or holds control characters; say it in words.";
    /// No path leads up.
    ESCALATION_PATH = "The agreement has no escalation path for this matter, or the path does not take what people raise; amend the agreement.";
    /// Twice the same.
    ESCALATION_RAISED = "The same matter has been raised and is still open; follow that escalation.";
    /// Nobody's matter.
    ESCALATION_COMPANY = "The company concerned is no party of the agreement, or the matter names none; name the party that is to answer.";
    /// It is over.
    ESCALATION_ENDED = "The escalation is closed or withdrawn, and nothing more happens to it; raise the matter anew.";
    /// Seen already.
    ESCALATION_ACKNOWLEDGED = "This level has acknowledged the escalation already; answer it.";
    /// There is an answer.
    ESCALATION_ANSWERED = "There is an answer; whoever raised the matter accepts or rejects it.";
    /// There is no answer.
    ESCALATION_UNANSWERED = "The escalation has no answer that stands; it cannot be accepted, rejected or closed without one.";
    /// Not at its level.
    ESCALATION_HOLDER = "Those who stand at the escalation's level for the company concerned acknowledge, answer and close it; let one of them do it.";
    /// Not the one who raised it.
    ESCALATION_FOREIGN = "The company that raised the matter accepts or rejects the answer and takes it back; what began by itself is closed by its level.";
    /// Whoever raised it has a say.
    ESCALATION_RAISER = "Whoever raised the matter may still accept or reject the answer; it is closed for them only once their time is over.";
    /// Somebody was faster.
    ESCALATION_STALE = "The escalation has changed since it was read; read it again before deciding.";
}

/// The refusal that says what its code means.
pub(super) fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}
