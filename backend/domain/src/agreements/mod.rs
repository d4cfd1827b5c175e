//! Global service agreements: the file that describes one, the terms it comes to, its versions and who signed them.

pub mod file;
mod lifecycle;
mod plan;
mod ready;
mod resolve;
mod template;
mod terms;
mod words;

pub use file::{FileProblem, FileProblems, agreement_schema};
pub use lifecycle::{Agreement, AgreementState, Applied, CODES, Signature, Version, VersionState, codes};
pub use plan::{Change, Plan, Shown};
pub use ready::ready_to_activate;
pub use resolve::{BoundaryInFile, KnownIds, Resolved};
pub use terms::{
    Aspect, Cadence, CaseDisclosure, CaseKind, Claimed, ClockMeasure, ClockRule, Commitment, CommittedBy, Company,
    Digest, Document, EscalationLevel, EscalationPath, Group, Handling, Health, Holder, Member, Named, NamedCalendar,
    Package, Party, PauseReason, Person, Phase, Pledge, ReopenPolicy, RoleGrant, Service, SignWeight, Stage, Team,
    TeamKind, TeamMember, Terms, TermsError, Word,
};
pub use words::{
    AlignmentArea, CommitmentTopic, DecisionRule, GroupRole, HealthSign, Level, MeetingForm, OnHoliday, Quorum,
    Section, Template, Tier, Trigger, WordKind,
};

#[cfg(test)]
pub(crate) mod samples;
