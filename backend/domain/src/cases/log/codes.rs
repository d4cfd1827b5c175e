//! Why a row of a case log, or the mapping that reads it, is refused.

use crate::kernel::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The file lacks a column.
    CASE_LOG_COLUMNS = "The log lacks a column, names one twice, or has one that is unknown; the message names it.";
    /// The mapping is no mapping.
    CASE_LOG_MAPPING = "Something is wrong in the mapping file; the field is the path in it, the message begins with line and column.";
    /// The agreement takes no cases.
    CASE_LOG_AGREEMENT = "The agreement does not say how cases are handled, so it takes none; add the part `cases` to it.";
    /// A field is missing, too long or cannot be read.
    CASE_LOG_FIELD = "A field is missing, too long, or not of the form that the message names.";
    /// No such time.
    CASE_LOG_TIME = "The time is not of the form that the log or its mapping has, or not between 1900 and 2199.";
    /// The time lies ahead.
    CASE_LOG_FUTURE = "The row lies more than a day in the future; check the time and its zone.";
    /// No such event.
    CASE_LOG_EVENT = "The event is none that a case log can hold; the message lists them.";
    /// No such team.
    CASE_LOG_TEAM = "Name a team of the agreement by its code, or add it to the agreement.";
    /// No such company.
    CASE_LOG_COMPANY = "Name a company of the agreement by its code, or add it to the agreement.";
    /// The company was not bound then.
    CASE_LOG_PARTY = "The agreement did not bind the company on that day; cases go to parties, or to who is bound through one.";
    /// The company is not of the team.
    CASE_LOG_MEMBER = "The company provides nobody for the team; name one that does, or add its pledge to the agreement.";
    /// No such person.
    CASE_LOG_PERSON = "Name a person of the agreement by address, or leave the field empty.";
    /// No such service.
    CASE_LOG_SERVICE = "Name a service of the agreement by its code.";
    /// No such priority or package.
    CASE_LOG_PRIORITY = "Name a priority of the agreement by its code, with a package after a slash where there is one.";
    /// No such reason to pause.
    CASE_LOG_REASON = "Name a reason to pause of the agreement by its code.";
    /// No such stage.
    CASE_LOG_STAGE = "Name a stage of the agreement by its code.";
    /// A text that the mapping does not translate.
    CASE_LOG_VALUE = "The mapping's table has no such text; add it, or say with `otherwise` what any other text means.";
    /// A row older than what is known of its case.
    CASE_LOG_ORDER = "The row is older than what is known of its case, so what it changed cannot be told; sort the log by time.";
    /// Another event under the same key.
    CASE_LOG_CHANGED = "Another event has this key already; a log is added to and never rewritten, so take a new key.";
    /// A span that ends before it begins.
    CASE_LOG_INTERVAL = "The span ends before it begins; nothing was measured from it.";
}
