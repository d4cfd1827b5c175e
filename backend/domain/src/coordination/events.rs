//! The kinds of events of this noun.

use crate::kernel::Kind;

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $kind:literal;)*) => {
        $($(#[$doc])* pub const $name: Kind = Kind::new($kind);)*

        /// All of them.
        pub const EVENTS: &[Kind] = &[$($name),*];
    };
}

events! {
    /// A cadence came to a meeting, or a cancelled one came back.
    MEETING_PLANNED = "meeting.planned";
    /// Somebody called a meeting outside every cadence.
    MEETING_CALLED = "meeting.called";
    /// Somebody moved a meeting, or its cadence changed.
    MEETING_MOVED = "meeting.moved";
    /// Somebody cancelled a meeting, or its cadence has it no more.
    MEETING_CANCELLED = "meeting.cancelled";
    /// A meeting began; its agenda is frozen.
    MEETING_STARTED = "meeting.started";
    /// Nobody started a meeting by its end.
    MEETING_MISSED = "meeting.missed";
    /// A meeting was ended.
    MEETING_ENDED = "meeting.ended";
    /// A meeting ended without a quorum.
    MEETING_WITHOUT_QUORUM = "meeting.without_quorum";
    /// A company was absent from a meeting that was held.
    MEETING_COMPANY_ABSENT = "meeting.company_absent";
    /// Who is there was recorded.
    MEETING_ATTENDED = "meeting.attended";
    /// The agenda was put in another order.
    AGENDA_REORDERED = "meeting.agenda_reordered";
    /// Its agenda was brought in line with what is open.
    AGENDA_FOLLOWED = "meeting.agenda_followed";
    /// A matter was put on an agenda.
    AGENDA_ITEM_ADDED = "agenda_item.added";
    /// A matter was taken off an agenda.
    AGENDA_ITEM_REMOVED = "agenda_item.removed";
    /// A matter was decided, noted or dropped.
    AGENDA_ITEM_SETTLED = "agenda_item.settled";
    /// A matter was deferred to another meeting.
    AGENDA_ITEM_DEFERRED = "agenda_item.deferred";
    /// A meeting escalated a matter.
    AGENDA_ITEM_ESCALATED = "agenda_item.escalated";
    /// A decision was put before the companies concerned.
    DECISION_PROPOSED = "decision.proposed";
    /// A company consented, objected or abstained.
    DECISION_VOICED = "decision.voiced";
    /// A decision was adopted.
    DECISION_ADOPTED = "decision.adopted";
    /// A decision was rejected.
    DECISION_REJECTED = "decision.rejected";
    /// A decision was withdrawn.
    DECISION_WITHDRAWN = "decision.withdrawn";
    /// An adopted decision gave way to a later one.
    DECISION_SUPERSEDED = "decision.superseded";
    /// The day has come to look at what a decision did.
    DECISION_FOLLOW_UP = "decision.follow_up";
    /// Somebody was given something to do.
    ITEM_ASSIGNED = "item.assigned";
    /// An action item is due in a few days.
    ITEM_DUE_SOON = "item.due_soon";
    /// An action item was not done by its day.
    ITEM_OVERDUE = "item.overdue";
    /// An action item is done.
    ITEM_COMPLETED = "item.completed";
    /// An action item was taken back.
    ITEM_DROPPED = "item.dropped";
    /// Minutes were written.
    MINUTES_WRITTEN = "minutes.written";
    /// Minutes were put before the companies that were present.
    MINUTES_PROPOSED = "minutes.proposed";
    /// A company approved the minutes.
    MINUTES_ACCEPTED = "minutes.accepted";
    /// All of them have.
    MINUTES_APPROVED = "minutes.approved";
    /// A company objected to the minutes.
    MINUTES_OBJECTED = "minutes.objected";
}
