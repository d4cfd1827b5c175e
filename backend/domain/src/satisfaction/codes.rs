//! Every refusal of this noun: why something that a customer said cannot be recorded, answered or closed so.

use crate::kernel::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// Too long, empty, or unreadable.
    VOICE_STATEMENT = "A statement is empty, too long or holds control characters; say it in words.";
    /// No customer.
    VOICE_CUSTOMER = "The company is no customer that the agreement binds today; name the customer who said so.";
    /// Nobody to ask, or nobody who could answer.
    VOICE_COMPANY = "What a customer says goes to companies that the agreement binds and that are no customers; name at least one of them, each once.";
    /// Another customer's case.
    VOICE_CASE = "That case is not one that this customer brought, as far as you may see it; name another one or none.";
    /// Not asked.
    VOICE_NOT_ASKED = "The company is not among those that were asked; only those answer.";
    /// Said already.
    VOICE_ANSWERED = "The company has answered already; a new answer replaces it, an acknowledgement does not.";
    /// Over.
    VOICE_CLOSED = "The customer has been told what came of it; nothing more happens to it.";
    /// Somebody has said nothing.
    VOICE_UNANSWERED = "A company that was asked has neither acknowledged nor answered; it is closed once every one has.";
    /// Another company's.
    VOICE_FOREIGN = "Only the company at whose contact point it was recorded tells the customer what came of it.";
    /// Somebody was faster.
    VOICE_STALE = "It has changed since it was read; read it again before deciding.";
}
