//! Every refusal of this noun: why an event does not apply to a case.

use crate::kernel::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $meaning:literal;)*) => {
        $($(#[$doc])* pub const $name: Code = Code::new(stringify!($name), $meaning);)*

        /// All of them.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    /// The agreement takes no cases.
    CASE_HANDLING = "The agreement says nothing about how cases are handled; amend it with calendars, priorities, teams and clocks.";
    /// There is no case yet.
    CASE_NOT_OPENED = "The case had not been opened by then; let its first event open it.";
    /// There is one already.
    CASE_OPENED_TWICE = "The case is open already; give another one its own key.";
    /// Withdrawn.
    CASE_CANCELLED = "The case was withdrawn, and nothing more happens to it; open a new one.";
    /// The work is done.
    CASE_RESOLVED = "The case is resolved; open it again before work goes on.";
    /// The work is not done.
    CASE_NOT_RESOLVED = "The case is not resolved; resolve it first.";
    /// Closed for good.
    CASE_CLOSED = "The case is closed; what comes up later is a new case.";
    /// No such priority.
    CASE_PRIORITY = "The agreement has no such priority; take one of those that it names.";
    /// No such package.
    CASE_PACKAGE = "The agreement has no such service package; take one of those that it names, or none.";
    /// No such service.
    CASE_SERVICE = "The agreement has no such service; take one of its service tree.";
    /// No such stage, or not in this phase.
    CASE_STAGE = "The case cannot be at this stage now; take one that the agreement names for the phase it is in.";
    /// No such reason.
    CASE_REASON = "The agreement has no such reason to pause; take one of those that it names.";
    /// No such team.
    CASE_TEAM = "The agreement has no such team; take one of those that it names.";
    /// The team faces no customers.
    CASE_CONTACT_POINT = "Customers' cases come in at contact points; open the case at a team of that kind.";
    /// The company is no part of the team.
    CASE_TEAM_COMPANY = "The company provides nobody for the team; hand the case to one that does.";
    /// The company is not bound.
    CASE_COMPANY = "The company is no party of the agreement and not bound through one, so it can hold nothing; let it join first.";
    /// To whom it is already.
    CASE_TO_ITSELF = "The team holds the case already; hand it over to another one.";
    /// Nobody was asked.
    CASE_NOT_OFFERED = "The case is not offered to anybody; offer it to a team first.";
    /// Somebody else was asked.
    CASE_OFFERED_ELSEWHERE = "The case is offered to another team; only that one can answer.";
    /// Nobody has it.
    CASE_NOT_HELD = "No team of the company holds the case; take it on first.";
    /// The clocks stand still.
    CASE_PAUSED = "The case is paused already; resume it before it is paused for another reason.";
    /// The clocks do not stand still.
    CASE_NOT_PAUSED = "The case is not paused; there is nothing to resume or to consent to.";
    /// Somebody else has to consent.
    CASE_CONSENT = "Only the company against which a pause is claimed consents to it; for the customer or an outsider any company but the holder.";
    /// A swarm that is none.
    CASE_SHARES = "A swarm names at least two companies, each once with a weight from 1 to 1,000,000; none at all end it.";
    /// Not on the scale.
    CASE_POINTS = "A rating has 1 to 5 points.";
    /// A claim that names too much or too little.
    CASE_CLAIM = "Name a company where, and only where, the time goes to a company or is claimed against one.";
    /// Nobody has complained.
    CASE_NOT_NEGATIVE = "There is no negative feedback that waits for a recovery.";
    /// A date that is over.
    CASE_RECOVERY_DUE = "The recovery is due before it begins; give it a later moment.";
    /// Too late to dispute.
    CASE_DISPUTE_WINDOW = "The window in which the case's attributions can be disputed is over.";
    /// Nothing to dispute.
    CASE_DISPUTE_RANGE = "The disputed time begins before it ends, not before the case, and is over.";
    /// Nothing to decide.
    CASE_DISPUTE_UNKNOWN = "There is no open dispute of this number; it may have been decided already.";
    /// A company decides what it disputes itself.
    CASE_OWN_DISPUTE = "Nobody decides a dispute that a company raised for which they speak; a coordinator of another company can.";
    /// No names.
    CASE_NEEDS = "A region, language, product or skill that the case needs is empty, too long, or holds characters that no name has.";
    /// Beyond what the receiver answers for.
    CASE_OUTSIDE_BOUNDARY = "The receiver's boundary does not hold the case; offer it to one whose boundary does, or say why it goes there all the same.";
    /// No boundary is named.
    CASE_REFUSAL_BOUNDARY = "Boundaries hold for the receiver and the service, so a refusal cites one of them by its code.";
    /// It is not what was decided on any more.
    CASE_STALE = "The case has changed since it was read; read it again and decide on what it says now.";
    /// It has not happened yet.
    CASE_EVENT_FUTURE = "The event lies in the future; record it when it has happened.";
    /// Too late to say so by hand.
    CASE_EVENT_LATE = "The case has later events already; only an import adds to its past.";
    /// A change to try out that changes nothing there is.
    CASE_WHAT_IF = "What is to be tried out names a clock or a calendar that the agreement does not have; name one that it has.";
}
