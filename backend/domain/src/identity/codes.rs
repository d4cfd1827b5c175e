//! Why a person or a credential is refused.

use crate::kernel::Code;

pub(super) const EMAIL: Code = Code::new("PERSON_EMAIL_INVALID", "The address is not name@domain; correct it.");
pub(super) const NAME: Code =
    Code::new("PERSON_NAME_INVALID", "The name is empty, too long or holds control characters.");
pub(super) const PASSWORD: Code =
    Code::new("PASSWORD_TOO_WEAK", "A password needs 12 to 128 characters and may not be the person's own address.");
pub(super) const SCOPES: Code = Code::new("TOKEN_SCOPES_EMPTY", "A token needs at least one of read, report, act.");
pub(super) const LIFE: Code = Code::new("TOKEN_LIFE_INVALID", "A token lives between 1 and 730 days.");

/// Somebody has the address.
pub const TAKEN: Code = Code::new("PERSON_EMAIL_TAKEN", "Somebody has that address already; use another.");
/// No such company.
pub const COMPANY: Code =
    Code::new("COMPANY_UNKNOWN", "There is no company of that code; create it with an agreement file.");
/// A one-time link that does not work.
pub const LINK: Code =
    Code::new("INVITATION_INVALID", "The link was used, has ended or was mistyped; ask for a new one.");

/// Every code of this noun.
pub const CODES: &[Code] = &[EMAIL, NAME, PASSWORD, SCOPES, LIFE, TAKEN, COMPANY, LINK];
