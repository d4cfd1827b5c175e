//! Why a verb on an agreement is refused.

use crate::kernel::Code;

/// The verb does not fit the state that the agreement or its version is in.
pub const STATE: Code = Code::new(
    "AGREEMENT_STATE",
    "The agreement or its version is not in a state that allows this; the message names the state and the way on.",
);
/// A proposed version stands in the way.
pub const PROPOSED: Code = Code::new(
    "AGREEMENT_PROPOSED",
    "A version is proposed and being signed, so its terms cannot change; withdraw it first.",
);
/// The terms lack something that an active agreement must have.
pub const NOT_READY: Code = Code::new(
    "AGREEMENT_NOT_READY",
    "The terms lack something that an active agreement must have; each message names one thing to add.",
);
/// A file is applied to an agreement with another code.
pub const OTHER_CODE: Code =
    Code::new("AGREEMENT_OTHER_CODE", "The file describes an agreement with another code; a code never changes.");
/// The signing company is no party of that version, or no longer one.
pub const NOT_PARTY: Code = Code::new(
    "SIGNATURE_NOT_PARTY",
    "The company does not sign this version: it is no party of it, has left, or is bound through another party.",
);
/// The signing person is no signatory of the company.
pub const NOT_SIGNATORY: Code = Code::new(
    "SIGNATURE_NOT_SIGNATORY",
    "The person is no signatory of the company; one of its signatories in force has to sign (of a company that joins: one that the new version names).",
);
/// The company has signed already.
pub const REPEATED: Code =
    Code::new("SIGNATURE_REPEATED", "The company has signed this version already; each company signs once.");
/// What is signed is not what is proposed.
pub const OTHER_DIGEST: Code = Code::new(
    "SIGNATURE_DIGEST",
    "The digest is not that of the proposed version: it has changed since it was read; read it again before signing.",
);

/// Something is wrong in the agreement file.
pub const FILE: Code = Code::new(
    "AGREEMENT_FILE",
    "Something is wrong in the agreement file; the field is the path in it, the message begins with line and column.",
);

/// Every code of this noun.
pub const CODES: &[Code] =
    &[FILE, STATE, PROPOSED, NOT_READY, OTHER_CODE, NOT_PARTY, NOT_SIGNATORY, REPEATED, OTHER_DIGEST];
