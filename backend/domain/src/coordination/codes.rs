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
    /// What was stated is no statement.
    MEETING_STATEMENT = "A title, reason, text or evidence is empty, too long, or holds control characters; state it in words.";
    /// No such group.
    MEETING_GROUP = "The agreement in force has no such coordination group.";
    /// Ends before it starts, or lies behind.
    MEETING_TIME = "A meeting starts in the future, ends after it starts, and takes a day at most.";
    /// The zone is unknown.
    MEETING_ZONE = "There is no such time zone; write an IANA name such as Europe/Zurich.";
    /// It is not what was decided on any more.
    MEETING_STALE = "The meeting has changed since it was read; read it again and decide on what it says now.";
    /// It has begun or is over.
    MEETING_NOT_PLANNED = "The meeting is not planned any more: it runs, is over, was missed or cancelled. Call another one.";
    /// Too early to start.
    MEETING_AHEAD = "The meeting lies ahead; it can be started from an hour before its time on, or moved.";
    /// Too late to start.
    MEETING_OVER = "The time of the meeting is over, so it was missed; call another one.";
    /// It does not run.
    MEETING_NOT_RUNNING = "The meeting does not run; start it first, or call another one if it is over.";
    /// It has not been held.
    MEETING_NOT_HELD = "The meeting has not been held; end it first.";
    /// Somebody without a seat.
    MEETING_NOT_A_MEMBER = "This person has no seat in the group for that company on that day; see its members and their terms.";
    /// Nobody stands in.
    MEETING_NO_DEPUTY = "This member has no deputy in the agreement; record them as excused or absent.";
    /// A subject of the kick-off was not gone through.
    MEETING_KICK_OFF_INCOMPLETE = "A kick-off ends when all six subjects were gone through: team, scope, process, schedule, contingency, communication. Decide on each, or note what was said.";
    /// Matters without outcome and without a next meeting.
    MEETING_ITEMS_OPEN = "A matter on the agenda has no outcome and there is no next meeting to take it; give it one, or call the next meeting.";
    /// What is on the agenda has an outcome already.
    AGENDA_ITEM_SETTLED = "The matter has an outcome; it can be put on the agenda of another meeting.";
    /// It is not what was decided on any more.
    AGENDA_ITEM_STALE = "Somebody else has changed the matter since it was read, or given it an outcome; read it again.";
    /// The same is there already.
    AGENDA_ITEM_TWICE = "The same matter is on this agenda already.";
    /// The order names other matters than the agenda has.
    AGENDA_ORDER = "The order has to name every matter of the agenda once; somebody may have added one. Read it again.";
    /// Nothing can be put there.
    AGENDA_FULL = "An agenda holds 200 matters at most; put it on the next one.";
    /// The meeting that it is deferred to cannot take it.
    AGENDA_DEFERRED_TO = "A matter is deferred to another meeting of the same agreement that is still planned.";
    /// An outcome without what it names.
    AGENDA_OUTCOME = "An outcome names what it needs: a decision where it was decided, a meeting where it is deferred.";
    /// What it is about is not there.
    AGENDA_SUBJECT = "What the matter is about cannot be found in this agreement.";
    /// The matter is not disclosed to everybody.
    AGENDA_CONCEALED = "A figure that is not disclosed to every party is not escalated by the group; the company that it is about raises it.";
    /// It is over.
    AGENDA_CLOSED = "Nothing is added to, ordered in or taken from the agenda of a meeting that is over.";
    /// It is not open for voices.
    DECISION_NOT_PROPOSED = "The decision is adopted, rejected or withdrawn; propose another one that supersedes it.";
    /// It is not what was decided on any more.
    DECISION_STALE = "The decision has changed since it was read; read it again and speak to what it says now.";
    /// Not asked.
    DECISION_NOT_CONCERNED = "This company is not concerned by the decision, so it has no voice in it.";
    /// Nobody is asked, or a company without a seat.
    DECISION_CONCERNED = "A decision concerns at least one company, and only companies with a seat in the group.";
    /// The speaker has no seat.
    DECISION_NOT_A_MEMBER = "Only a member of the group or their deputy speaks for a company, while the member's term runs.";
    /// The term of the speaker is over.
    DECISION_TERM_OVER = "The term of the member is over or has not begun, so nobody speaks in this seat; the company needs a member in term.";
    /// Somebody else proposed it.
    DECISION_OF_ANOTHER = "Only the company that proposed the decision withdraws it; others object.";
    /// The superseded one is none of theirs.
    DECISION_SUPERSEDES = "A decision supersedes one of the same group that is adopted and not superseded yet.";
    /// The dates do not fit.
    DECISION_DATES = "The day on which a decision is followed up lies ahead and not before the day from which it holds.";
    /// Not one of this meeting.
    DECISION_ELSEWHERE = "The decision and the matter belong to different groups; decide it where it belongs.";
    /// The work has ended.
    ITEM_NOT_OPEN = "The action item is done or dropped.";
    /// It is not what was decided on any more.
    ITEM_STALE = "The action item has changed since it was read; read it again.";
    /// Due in the past.
    ITEM_DUE = "An action item is due today or later, within ten years.";
    /// The owner cannot be asked.
    ITEM_OWNER = "An action item is owned by a party in force and, if a person is named, by one who acts for it.";
    /// Somebody else's.
    ITEM_OF_ANOTHER = "Only the company that owns the action item reports it as done.";
    /// Nothing to propose.
    MINUTES_EMPTY = "There are no minutes yet; write them first.";
    /// They are before the companies, or approved.
    MINUTES_PROPOSED = "The minutes are approved; what has to be corrected goes onto the next agenda.";
    /// Not before the companies.
    MINUTES_NOT_PROPOSED = "The minutes are not proposed; they are being written, or are approved already.";
    /// The company was not there.
    MINUTES_NOT_ASKED = "The companies that were present approve the minutes; this one was not.";
}

/// The refusal that says what the code means.
pub(super) fn refused(code: Code) -> Refusals {
    code.refuse(code.meaning).into()
}
