//! Global service agreements: the file that describes one, the terms it comes to, its versions and who signed them.

pub mod file;
mod lifecycle;
mod plan;
mod ready;
mod resolve;
mod terms;
mod words;

pub use file::{FileProblem, FileProblems, agreement_schema};
pub use lifecycle::{Agreement, AgreementState, Applied, CODES, Signature, Version, VersionState, codes};
pub use plan::{Change, Plan};
pub use ready::ready_to_activate;
pub use resolve::{BoundaryInFile, KnownIds, Resolved};
pub use terms::{
    CaseDisclosure, CaseKind, Claimed, ClockMeasure, ClockRule, Commitment, CommittedBy, Company, Digest, Document,
    Group, Handling, Member, Named, NamedCalendar, Package, Party, PauseReason, Person, Phase, Pledge, ReopenPolicy,
    RoleGrant, Service, Stage, Team, TeamKind, TeamMember, Terms, TermsError,
};
pub use words::{CommitmentTopic, Level};

#[cfg(test)]
mod samples;
