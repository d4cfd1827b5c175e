//! Coordination groups at work: meetings on a rhythm, what is on their agendas and came of it, decisions by the consent
//! of companies, and what somebody is to do because of them. And what the companies have in common: one vocabulary, how
//! well they are aligned, and how healthy each one's commitment is.
//!
//! ```text
//! meeting      planned -> running -> held            (missed when nobody started it; cancelled)
//! agenda item  open -> decided | noted | deferred | escalated | dropped
//! decision     proposed -> adopted | rejected        (withdrawn by whoever proposed it)
//! action item  open -> done | dropped                (due soon, overdue: told once each)
//! minutes      draft -> proposed -> approved         (an objection sends them back to be written again)
//! ```

mod agenda;
mod agenda_item;
pub mod alignment;
mod attendance;
pub mod codes;
mod decision;
pub mod events;
mod facts;
pub mod health;
mod item;
mod life;
mod meeting;
mod minutes;
mod planning;
mod schedule;
mod seats;
mod sight;
mod snapshot;
pub mod vocabulary;
mod voices;

pub use agenda::{AgendaChanges, OpenMatter, agenda_changes};
pub use agenda_item::{AgendaItem, AgendaOutcome, Matter, Owner, Subject};
pub use attendance::{Presence, Roll, Seat};
pub use codes::CODES;
pub use decision::{Decision, DecisionState, Motion};
pub use facts::{Came, Turnout, turnout};
pub use item::{ActionItem, Errand, ItemState, REMIND_DAYS, Reminder};
pub use meeting::{Call, Flag, Meeting, MeetingState, Slot};
pub use minutes::{Minutes, MinutesState, Word as MinutesWord};
pub use planning::{AHEAD, AT_LEAST, Step, Wanted, steps};
pub use schedule::slots;
pub use seats::{companies_seated, holds, seat_of};
pub use sight::Sight;
pub use snapshot::{Figure, Snapshot};
pub use voices::{Sitting, Voice, VoiceWord};

#[cfg(test)]
mod fixtures;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct_and_say_what_they_mean() {
        let names: BTreeSet<_> = CODES.iter().map(|code| code.name).collect();
        assert_eq!(names.len(), CODES.len());
        assert!(CODES.iter().all(|code| code.meaning.ends_with('.')));
    }

    #[test]
    fn events_are_distinct() {
        let names: BTreeSet<_> = events::EVENTS.iter().map(crate::kernel::Kind::name).collect();
        assert_eq!(names.len(), events::EVENTS.len());
    }
}
