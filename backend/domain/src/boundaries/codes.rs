//! Every refusal of this noun: why a boundary cannot be drawn, reviewed or cited so.

use crate::kernel::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The same code twice.
    BOUNDARY_CODE = "Another boundary of the agreement has that code, or it is no code; take another one.";
    /// A name that leads nowhere.
    BOUNDARY_NAME = "The service, team, calendar or company is not one of the agreement's terms in force; name one of theirs.";
    /// The company has no part in the team.
    BOUNDARY_TEAM = "The company provides nobody for that team; name a team in whose name it can hold a case.";
    /// Too long, empty, or unreadable.
    BOUNDARY_STATEMENT = "A statement is empty, too long or holds control characters; say it in words.";
    /// A limit that limits nothing, or twice.
    BOUNDARY_LIMIT = "A limit is empty, given twice or impossible; give each dimension once, with something within it.";
    /// No address.
    BOUNDARY_LINK = "Evidence is linked by an https address; write one.";
    /// Take-over by oneself.
    BOUNDARY_TAKE_OVER = "The team that takes over is the one that stops here; name another one, or nobody.";
    /// Not in that state.
    BOUNDARY_STATE = "The boundary is not in a state that allows this; the message names the state and the way on.";
    /// Somebody was faster.
    BOUNDARY_STALE = "The draft has changed since it was read; look at what changed, merge and send it again.";
    /// A date that has passed.
    BOUNDARY_DATE = "A boundary takes effect on a day that has not passed; name today or a later one.";
    /// The own proposal.
    BOUNDARY_OWN = "Nobody reviews their own proposal, and no company its own while it has neighbours; let an expert of a neighbour do it.";
    /// Not asked.
    BOUNDARY_NOT_ASKED = "The company is no neighbour of this boundary, so its review is not asked for.";
    /// Twice.
    BOUNDARY_REPEATED = "The company has reviewed this proposal already; each neighbour answers once.";
    /// Nothing to propose.
    BOUNDARY_UNCHANGED = "The draft says what already holds; change something, or withdraw it.";
    /// No such field.
    BOUNDARY_FIELD = "A comment goes to a field of the boundary by its path, such as limits.hours; that path does not exist.";
    /// A team twice for the same.
    BOUNDARY_TWICE = "Another boundary of the company is that team's for the same service; change that one instead.";
    /// Not in that state.
    FINDING_STATE = "The finding is not in a state that allows this; the message names the state.";
    /// Twice for the same.
    TRAINING_PLANNED = "The team has a training on that version already; plan that one otherwise.";
    /// Somebody was faster.
    TRAINING_STALE = "The training has changed since it was read; read it again before deciding.";
    /// Somebody was faster.
    FINDING_STALE = "The finding has changed since it was read; read it again before deciding.";
    /// Another company's.
    BOUNDARY_FOREIGN = "Only experts of the boundary's company propose it, take it back or give it up; let one of them do it.";
    /// No such comment.
    BOUNDARY_COMMENT = "The open version has no comment of that number; read it again.";
    /// Too much.
    BOUNDARY_MANY = "It has too many statements, links or comments; say less, or settle some first.";
    /// Trained already.
    TRAINING_HELD = "Somebody has completed this training, so what it teaches stays; plan it anew for the next version.";
    /// Too soon, or too late.
    TRAINING_DATE = "A training was completed on a day that has come, and a waiver ends on one that has not passed, within a year; name such a day.";
    /// No member.
    TRAINING_MEMBER = "The person is no member of the team for that company; name one of its members.";
    /// For oneself.
    TRAINING_OWN = "Nobody records their own training or lets themselves off; another person does it.";
    /// Another company's.
    TRAINING_FOREIGN = "Experts of the boundary's company hold its trainings, and a coordinator of the member's company lets a member off; let one of them do it.";
    /// Not trained.
    TRAINING_MISSING = "The person has not completed the training on the boundary in force, or it has expired; train them, or let a coordinator of their company record a waiver.";
    /// How long.
    TRAINING_VALIDITY = "A training is valid for at least one day and at most ten years of 365 days; name such a number of days.";
}
